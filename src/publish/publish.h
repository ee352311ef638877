#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/diagnostic.h"

namespace gongkai {

/// Publishes a folder of files in one step: `write` fills a new temporary folder beside `target`; when it returns true
/// the files are flushed and the folder is exchanged with `target` (renameat2 RENAME_EXCHANGE; plain rename when
/// `target` does not exist yet). When it returns false, or on any failure, `target` stays as it was and the temporary
/// folder is removed. Temporary folders left by a killed run are removed first. Two runs on one target at once: the
/// later waits (a lock).
bool publish_folder(const std::filesystem::path& target,
                    const std::function<bool(const std::filesystem::path& folder)>& write, Diagnostics& diagnostics);

/// Flushes a file in a folder that is being filled, so that publish_folder() has not to wait for it: for a thread that
/// would wait otherwise. E0954 when it fails.
bool flush_early(const std::filesystem::path& file, Diagnostics& diagnostics);

/// What publish_folder() does first, for a target that needs no publishing: repairs and removes what killed runs left.
void clear_leftovers(const std::filesystem::path& target);

/// A text as a file name: path separators, control characters, leading dots and characters Windows refuses
/// become full-width or are dropped; at most 80 characters. Never empty.
std::string safe_file_name(std::string_view text);

}  // namespace gongkai
