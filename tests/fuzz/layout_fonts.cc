#include "layout_fonts.h"

#include <memory>

#include "target.h"

namespace gongkai::fuzz {

FontLibrary& layout_fonts() {
  static const std::unique_ptr<FontLibrary> kFonts = [] {
    Diagnostics diagnostics;
    auto fonts = FontLibrary::open(std::string(GONGKAI_BINARY_DIR) + "/fonts", diagnostics);
    expect(fonts != nullptr, "the fonts of the build folder do not open");
    return fonts;
  }();
  return *kFonts;
}

}  // namespace gongkai::fuzz
