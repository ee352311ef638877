// Putting a new folder in the place of an old one.
#pragma once

#include <filesystem>

namespace gongkai {

/// Flushes one file. 0 or errno.
int flush_file(const std::filesystem::path& file);
/// Flushes every file and folder below `folder`, and itself. 0 or the errno of what failed.
int flush_tree(const std::filesystem::path& folder);
/// Flushes the names in one folder. 0 or errno.
int flush_folder(const std::filesystem::path& folder);

enum class Exchanged { Whole, NotSupported, Failed };

struct ExchangeResult {
  Exchanged outcome = Exchanged::Failed;
  int error = 0;  ///< errno
};

/// In one step: `fresh` becomes `target`, and what `target` was is at `fresh`; nothing is there when `target` did not
/// exist. NotSupported: the file system cannot exchange; both are as they were.
ExchangeResult exchange_folders(const std::filesystem::path& fresh, const std::filesystem::path& target);

/// For file systems that cannot: `target` moves to `kept`, then `fresh` to `target`. When the second move fails the
/// first is undone. Between the two there is no `target`; a run killed there is repaired by restore_kept. 0 or errno.
int replace_in_two_steps(const std::filesystem::path& fresh, const std::filesystem::path& target,
                         const std::filesystem::path& kept);

/// Ends what a killed replace_in_two_steps left: `kept` goes back when `target` is missing, else away. 0 or errno.
int restore_kept(const std::filesystem::path& target, const std::filesystem::path& kept);

}  // namespace gongkai
