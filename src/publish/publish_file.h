// One file beside the published folders: a summary, a year file rolled forward.
#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"

namespace gongkai {

/// Puts `bytes` at `path` in one step, flushed: readers see the old file or the new one. Makes missing folders.
/// False after reporting E0953; the old file is as it was.
bool replace_file(const std::filesystem::path& path, const std::string& bytes, Diagnostics& diagnostics);

/// Like replace_file, but never replaces: false after reporting E0906 when the file exists already.
bool create_file(const std::filesystem::path& path, const std::string& bytes, Diagnostics& diagnostics);

}  // namespace gongkai
