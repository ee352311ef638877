#pragma once

namespace gongkai {

/// How a PDF is made. The bytes are the same.
enum class PdfWork {
  OneThread,
  TwoThreads,  ///< the fonts are cut beside the writing of the pages: for one document at a time
};

}  // namespace gongkai
