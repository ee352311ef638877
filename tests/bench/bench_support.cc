#include "bench_support.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <utility>

#include "layout/layout.h"

namespace gongkai {

void require(bool sound, const std::string& what) {
  if (sound) return;
  std::cerr << "benchmark: " << what << "\n";
  std::exit(1);
}

std::unique_ptr<FontLibrary> open_fonts() {
  Diagnostics diagnostics;
  auto fonts = FontLibrary::open(std::filesystem::path(GONGKAI_BINARY_DIR) / "fonts", diagnostics);
  require(fonts != nullptr, "no fonts");
  return fonts;
}

Frames frames_of(const Document& document, FontLibrary& fonts) {
  Diagnostics diagnostics;
  auto frames = lay_out(document, fonts, diagnostics);
  require(frames.has_value(), "the document cannot be laid out");
  return std::move(*frames);
}

}  // namespace gongkai
