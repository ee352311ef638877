// The prepared fonts of this build, for the tests of layout.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "base/diagnostic.h"
#include "layout/fonts.h"

namespace gongkai {

inline std::filesystem::path prepared_fonts() {
  return std::filesystem::path(GONGKAI_BINARY_DIR) / "fonts";
}

/// Opens them; the test fails with the diagnostics' messages when they do not open.
inline std::unique_ptr<FontLibrary> open_fonts() {
  Diagnostics diagnostics;
  auto fonts = FontLibrary::open(prepared_fonts(), diagnostics);
  for (const Diagnostic& item : diagnostics.items()) {
    ADD_FAILURE() << item.code << " " << item.message;
  }
  return fonts;
}

}  // namespace gongkai
