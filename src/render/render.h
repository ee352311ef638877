#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"
#include "layout/frame.h"
#include "pdf/pdf_writer.h"

namespace gongkai {

/// A tagged PDF 1.7 file with outline, links, page labels, metadata and embedded subset fonts. Deterministic bytes: the
/// metadata date is 31 December of `year`, the /ID is computed from the content. "" after E08xx.
std::string make_pdf(const Frames& frames, int year, pdf::FontShelf& shelf, Helpers* helpers, Diagnostics& diagnostics);

/// Writes that file. Reports E08xx and returns false when it cannot be made or written.
bool write_pdf(const Frames& frames, int year, const std::filesystem::path& path, Diagnostics& diagnostics);

/// The same pages drawn by Cairo, untagged: the second opinion on what `write_pdf` writes.
bool write_pdf_with_cairo(const Frames& frames, int year, const std::filesystem::path& path, Diagnostics& diagnostics);

/// One page (0-based) as PNG at `dpi`.
bool write_png(const Frames& frames, std::size_t page, double dpi, const std::filesystem::path& path,
               Diagnostics& diagnostics);

}  // namespace gongkai
