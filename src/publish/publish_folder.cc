#include <sys/stat.h>

#include <cerrno>
#include <exception>
#include <optional>
#include <system_error>

#include "publish/exchange.h"
#include "publish/folder_lock.h"
#include "publish/place.h"
#include "publish/publish.h"
#include "publish/system_reason.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOnFullDisk = "清理磁盘空间后重新生成；已发布的旧文件没有动";

/// Removed with all it holds when it goes out of scope: a failed new folder, or after the exchange the old one.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {
    constexpr mode_t kEveryone = 0777;  // less the umask, like any folder
    error_ = mkdir(path_.c_str(), kEveryone) == 0 ? 0 : errno;
  }
  ~TemporaryFolder() { remove(); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  int error() const { return error_; }
  const fs::path& path() const { return path_; }
  bool remove() {
    std::error_code problem;
    if (error_ == 0) fs::remove_all(path_, problem);
    return !problem;
  }

 private:
  fs::path path_;
  int error_ = 0;
};

/// One publication; a class only to share the place and the sink.
class Publication {
 public:
  Publication(PublishPlace place, Diagnostics& diagnostics) : place_(std::move(place)), diagnostics_(diagnostics) {}

  bool run(const std::function<bool(const fs::path&)>& write) {
    if (!prepare_parent()) return false;
    const FolderLock lock(place_.lock);
    if (!lock.held())
      return fail("E0952", "锁定", lock.error(), "检查输出文件夹的权限；网络盘不支持文件锁时请输出到本机");
    if (!prepare_target()) return false;
    TemporaryFolder fresh(place_.temporary);
    if (fresh.error() != 0) return fail("E0951", "新建临时文件夹", fresh.error(), "检查磁盘空间和输出文件夹的权限");
    if (!fill(fresh.path(), write) || !only_ours(fresh.path())) return false;
    keep_permissions(fresh.path());
    if (const int error = flush_tree(fresh.path()); error != 0) {
      return fail("E0954", "把文件写到磁盘", error, kOnFullDisk);
    }
    if (!put_in_place(fresh.path())) return false;
    if (!fresh.remove()) warn_of_leftover(fresh.path());
    return true;
  }

 private:
  bool fail(const char* code, const std::string& action, int error, const std::string& hint) {
    diagnostics_.error(code, {}, "发布到“" + place_.target.string() + "”时" + action + "失败：" + system_reason(error),
                       hint);
    return false;
  }

  void warn_of_leftover(const fs::path& folder) {
    diagnostics_.warning("W0958", {}, "换下来的旧文件夹“" + folder.filename().string() + "”没有删掉",
                         "新的文件已经发布；旧文件夹可以手工删除，下次运行也会再删");
  }

  bool prepare_parent() {
    if (place_.parent.empty()) {
      diagnostics_.error("E0951", {}, "不能把结果发布到根目录", "用 -o 指定一个输出文件夹");
      return false;
    }
    std::error_code problem;
    fs::create_directories(place_.parent, problem);
    if (!problem && fs::is_directory(place_.parent, problem)) return true;
    return fail("E0951", "新建上级文件夹", problem ? problem.value() : ENOTDIR, "检查输出文件夹的名称和权限");
  }

  /// Repairs what killed runs left.
  bool prepare_target() {
    if (const int error = restore_kept(place_.target, place_.kept); error != 0) {
      return fail("E0955", "恢复上次中断的替换", error, "把“" + place_.kept.string() + "”手工改回原名");
    }
    remove_stale_folders(place_);
    std::error_code problem;
    const fs::file_status status = fs::symlink_status(place_.target, problem);
    if (!fs::exists(status)) return true;
    if (!fs::is_directory(status)) {
      diagnostics_.error("E0951", {}, "“" + place_.target.string() + "”已经存在，但不是文件夹",
                         "换一个输出文件夹，或移走它");
      return false;
    }
    return true;
  }

  bool fill(const fs::path& folder, const std::function<bool(const fs::path&)>& write) {
    try {
      return write(folder);
    } catch (const std::exception& problem) {
      diagnostics_.error("E0953", {}, std::string("写输出文件时出错：") + problem.what(),
                         "检查磁盘空间和内存，然后重新生成；已发布的旧文件没有动");
      return false;
    }
  }

  /// The exchange removes all that stood in the old folder, so nothing of the user's may be there.
  bool only_ours(const fs::path& fresh) {
    const std::vector<std::string> foreign = foreign_entries(place_.target, fresh);
    if (foreign.empty()) return true;
    diagnostics_.error("E0956", {},
                       "输出文件夹“" + place_.target.string() + "”里有不是本程序生成的“" + foreign.front() + "”" +
                           (foreign.size() > 1 ? "等 " + std::to_string(foreign.size()) + " 项" : "") +
                           "，不能整个替换",
                       "把它们移到别处，或用 -o 换一个输出文件夹");
    return false;
  }

  void keep_permissions(const fs::path& folder) const {
    struct stat old {};
    constexpr mode_t kPermissions = 07777;
    if (stat(place_.target.c_str(), &old) != 0) return;
    // A folder of another owner may refuse; its files are published all the same.
    if (chmod(folder.c_str(), old.st_mode & kPermissions) != 0) return;
  }

  bool put_in_place(const fs::path& fresh) {
    const ExchangeResult result = exchange_folders(fresh, place_.target);
    int error = result.error;
    if (result.outcome == Exchanged::NotSupported) {
      error = replace_in_two_steps(fresh, place_.target, place_.kept);
      if (error == 0) {
        if (restore_kept(place_.target, place_.kept) != 0) warn_of_leftover(place_.kept);
        diagnostics_.warning("W0957", {}, "这个文件系统不能一步交换文件夹，已分两步替换",
                             "替换的一瞬间读者可能看不到文件；要避免，请输出到 ext4、xfs 或 btrfs 的磁盘");
      }
    }
    if (error != 0) return fail("E0955", "替换旧文件夹", error, "旧文件没有动；处理后重新生成");
    if (const int flush = flush_folder(place_.parent); flush != 0) {
      diagnostics_.warning("W0959", {}, "新文件已经发布，但没能确认写到磁盘：" + system_reason(flush),
                           "检查磁盘，必要时重新生成");
    }
    return true;
  }

  PublishPlace place_;
  Diagnostics& diagnostics_;
};

}  // namespace

void clear_leftovers(const fs::path& target) {
  const PublishPlace place = publish_place(target);
  if (place.parent.empty() || !has_leftovers(place)) return;
  const FolderLock lock(place.lock);
  if (lock.held() && restore_kept(place.target, place.kept) == 0) remove_stale_folders(place);
}

bool flush_early(const fs::path& file, Diagnostics& diagnostics) {
  const int error = flush_file(file);
  if (error == 0) return true;
  diagnostics.error("E0954", {}, "把“" + file.filename().string() + "”写到磁盘失败：" + system_reason(error),
                    kOnFullDisk);
  return false;
}

bool publish_folder(const fs::path& target, const std::function<bool(const fs::path& folder)>& write,
                    Diagnostics& diagnostics) {
  return Publication(publish_place(target), diagnostics).run(write);
}

}  // namespace gongkai
