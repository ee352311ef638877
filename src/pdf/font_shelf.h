// A cache: fonts opened to be cut are kept from one document to the next.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "pdf/font_subset.h"

namespace gongkai::pdf {

/// Of one worker: two documents must not be made with it at one time. A file that changes meanwhile goes unnoticed, as
/// it does by the FontLibrary the documents were laid out with.
class FontShelf {
 public:
  /// The font, opened at the first call; null when it cannot be.
  FontToCut* find(const std::string& path, int index) {
    auto& font = fonts_[{path, index}];
    if (!font) font = FontToCut::open(path, index);
    return font.get();
  }

 private:
  std::map<std::pair<std::string, int>, std::unique_ptr<FontToCut>> fonts_;
};

}  // namespace gongkai::pdf
