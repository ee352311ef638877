// Where a folder is published, and the names of what stands beside it meanwhile.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gongkai {

/// All four lie in one folder, so that a rename never leaves the file system.
struct PublishPlace {
  std::filesystem::path target;  ///< absolute, links resolved: a linked output folder stays a link
  std::filesystem::path parent;
  std::filesystem::path lock;
  std::filesystem::path temporary;
  std::filesystem::path kept;    ///< the old folder during a two-step replacement
  std::string stem;              ///< the beginning of the names of the three, and of what other runs have there
  std::string temporary_prefix;  ///< names of temporary folders of any run on this target
};

/// The names for a target; `parent` is empty when the target has none (the root).
PublishPlace publish_place(const std::filesystem::path& target);

/// Whether anything stands beside the target that a run has there: perhaps one that is running.
bool has_leftovers(const PublishPlace& place);

/// Removes temporary folders of killed runs. To be called under the lock.
void remove_stale_folders(const PublishPlace& place);

/// Entries of `folder` that a run of this program cannot have written there: links, other kinds of files, and folders
/// unless `fresh` has one of the same name. Sorted; hidden files do not count.
std::vector<std::string> foreign_entries(const std::filesystem::path& folder, const std::filesystem::path& fresh);

}  // namespace gongkai
