#pragma once

#include <filesystem>
#include <string>

#include "base/diagnostic.h"

namespace gongkai {

/// Writes beside the target and renames over it: a full disk or an interruption leaves the old file whole.
/// E0805 and false when that fails.
bool write_file(const std::filesystem::path& path, const std::string& bytes, Diagnostics& diagnostics);

}  // namespace gongkai
