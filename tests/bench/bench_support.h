// What the benchmarks share.
#pragma once

#include <memory>
#include <string>

#include "document/document.h"
#include "layout/fonts.h"
#include "layout/frame.h"

namespace gongkai {

inline constexpr int kBenchYear = 2024;

/// Stops the program: a benchmark of something that failed measures nothing.
void require(bool sound, const std::string& what);

/// The fonts of this build.
std::unique_ptr<FontLibrary> open_fonts();

Frames frames_of(const Document& document, FontLibrary& fonts);

}  // namespace gongkai
