#include "publish/exchange.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

int flush_path(const fs::path& path, bool folder) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | (folder ? O_DIRECTORY : 0));
  if (descriptor < 0) return errno;
  int error = fsync(descriptor) == 0 ? 0 : errno;
  if (folder && error == EINVAL) error = 0;  // some network file systems have no fsync for folders
  if (close(descriptor) != 0 && error == 0) error = errno;
  return error;
}

int move(const fs::path& from, const fs::path& to) {
  return rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

int flush_file(const fs::path& file) {
  return flush_path(file, false);
}

int flush_folder(const fs::path& folder) {
  return flush_path(folder, true);
}

int flush_tree(const fs::path& folder) {
  std::error_code problem;
  for (fs::recursive_directory_iterator it(folder, problem), end; !problem && it != end; it.increment(problem)) {
    const fs::file_status status = it->symlink_status(problem);
    if (problem) break;
    if (!fs::is_regular_file(status) && !fs::is_directory(status)) continue;
    const int error = flush_path(it->path(), fs::is_directory(status));
    if (error != 0) return error;
  }
  return problem ? problem.value() : flush_folder(folder);
}

ExchangeResult exchange_folders(const fs::path& fresh, const fs::path& target) {
  std::error_code problem;
  if (!fs::exists(fs::symlink_status(target, problem))) {
    const int error = move(fresh, target);
    return {error == 0 ? Exchanged::Whole : Exchanged::Failed, error};
  }
  // The system call itself: the wrapper came late to some C libraries.
  if (syscall(SYS_renameat2, AT_FDCWD, fresh.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
    return {Exchanged::Whole, 0};
  }
  const int error = errno;
  const bool unsupported = error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
  return {unsupported ? Exchanged::NotSupported : Exchanged::Failed, error};
}

int replace_in_two_steps(const fs::path& fresh, const fs::path& target, const fs::path& kept) {
  if (const int error = move(target, kept); error != 0) return error;
  const int error = move(fresh, target);
  if (error != 0) move(kept, target);
  return error;
}

int restore_kept(const fs::path& target, const fs::path& kept) {
  std::error_code problem;
  if (!fs::exists(fs::symlink_status(kept, problem))) return 0;
  if (!fs::exists(fs::symlink_status(target, problem))) return move(kept, target);
  fs::remove_all(kept, problem);
  return problem.value();
}

}  // namespace gongkai
