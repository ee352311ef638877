// Small frames made by hand, so that the backends are tested without layout.
#pragma once

#include <filesystem>
#include <string>

#include "layout/frame.h"

namespace gongkai {

/// A font that has the Han characters of the tests: the first prepared one by name.
FontFace sample_face();

/// `text` set naively at (x, y), one glyph a character.
GlyphRun sample_run(const std::string& text, double x, double y, double size = 16);

/// A cover, a page of contents with a link, and a body page that has rules, fills of every pattern and a path.
Frames sample_frames();

/// An empty folder of this test alone.
std::filesystem::path scratch_folder();

std::string read_bytes(const std::filesystem::path& path);

}  // namespace gongkai
