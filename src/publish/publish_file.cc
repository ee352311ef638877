#include "publish/publish_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "publish/exchange.h"
#include "publish/folder_lock.h"
#include "publish/system_reason.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// 0 or errno.
int write_and_flush(const fs::path& path, const std::string& bytes) {
  constexpr mode_t kEveryone = 0666;  // less the umask
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, kEveryone);
  if (descriptor < 0) return errno;
  int error = 0;
  for (std::size_t done = 0; done < bytes.size() && error == 0;) {
    const ssize_t written = write(descriptor, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno != EINTR) error = errno;
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  if (error == 0 && fsync(descriptor) != 0) error = errno;
  if (close(descriptor) != 0 && error == 0) error = errno;
  return error;
}

/// Names beside the file; a killed run leaves at most these, and the next run takes them over.
fs::path beside(const fs::path& path, const char* suffix) {
  return path.parent_path() / ("." + path.filename().string() + suffix);
}

bool report(const fs::path& path, int error, Diagnostics& diagnostics) {
  diagnostics.error("E0953", {}, "写不了“" + path.string() + "”：" + system_reason(error),
                    "检查磁盘空间和文件夹的写权限");
  return false;
}

bool put(const fs::path& path, const std::string& bytes, bool replace, Diagnostics& diagnostics) {
  std::error_code problem;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), problem);
  if (problem) return report(path, problem.value(), diagnostics);
  const FolderLock lock(beside(path, ".gongkai-lock"));
  if (!lock.held()) return report(path, lock.error(), diagnostics);
  const fs::path fresh = beside(path, ".gongkai-new");
  int error = write_and_flush(fresh, bytes);
  // A hard link, unlike a rename, fails when the name is taken.
  if (error == 0 && !replace && link(fresh.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0 && replace && rename(fresh.c_str(), path.c_str()) != 0) error = errno;
  unlink(fresh.c_str());
  if (error == EEXIST && !replace) {
    diagnostics.error("E0906", {}, "“" + path.string() + "”已经有了，没有改动它", "要重新生成，请先把它改名或移走");
    return false;
  }
  if (error != 0) return report(path, error, diagnostics);
  flush_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
  return true;
}

}  // namespace

bool replace_file(const fs::path& path, const std::string& bytes, Diagnostics& diagnostics) {
  return put(path, bytes, true, diagnostics);
}

bool create_file(const fs::path& path, const std::string& bytes, Diagnostics& diagnostics) {
  return put(path, bytes, false, diagnostics);
}

}  // namespace gongkai
