// What a file that is not UTF-8 text most likely is: said to the person who has to save it again.
#pragma once

#include <string>
#include <string_view>

namespace gongkai {

struct NotText {
  std::string what;  ///< behind the file's name: "是 PDF 文件，不是文本"
  std::string hint;
};

/// Looks at the first bytes.
NotText guess_kind(std::string_view bytes);

}  // namespace gongkai
