// Bytes from disk to a registered source text: size, encoding, BOM, and no way out of the unit's folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "input/read_context.h"

namespace gongkai {

/// Reads and registers a file. Reports E0101 (missing), E0102 (too large) at `place` when known; E0103 (not
/// UTF-8 text) and E0107 (lone carriage returns) where they stand.
std::optional<FileId> load_source(const World& world, const std::filesystem::path& path, std::size_t max_bytes,
                                  Span place, Sources& sources, Diagnostics& diagnostics);

/// A 长文 file named relative to the unit's folder; reports E0104 for a path that leaves it or is a link.
std::optional<FileId> load_text_file(const std::string& name, Span place, ReadContext& context);

/// Largest 长文 file.
inline constexpr std::size_t kMaxTextBytes = 1024 * 1024;

}  // namespace gongkai
