#include "app/file_watch.h"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <system_error>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 8;
constexpr int kTogetherMilliseconds = 2;  // between files saved together
constexpr int kReturnMilliseconds = 25;   // until a file put aside is there again

/// Swap and backup files of editors: .2024.yaml.swp, 2024.yaml~, vim's 4913, Word-like ~$ files.
bool is_editors_own(const std::string& name) {
  return name.empty() || name.starts_with('.') || name.ends_with('~') || name.starts_with("~$") || name == "4913";
}

bool waits_for(int descriptor, int milliseconds) {
  pollfd one{descriptor, POLLIN, 0};
  return poll(&one, 1, milliseconds) > 0;
}

}  // namespace

FileWatch::FileWatch() : events_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  signals_ = signalfd(-1, &stop, SFD_CLOEXEC | SFD_NONBLOCK);
}

FileWatch::~FileWatch() {
  if (events_ >= 0) close(events_);
  if (signals_ >= 0) close(signals_);
}

int FileWatch::add_folder(const fs::path& folder) {
  constexpr std::uint32_t kWanted =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR | IN_DONT_FOLLOW;
  const int watch = inotify_add_watch(events_, folder.c_str(), kWanted);
  if (watch < 0) return errno;
  folders_[watch] = folder;
  return 0;
}

int FileWatch::add_tree(const fs::path& folder) {
  if (events_ < 0 || signals_ < 0) return EMFILE;
  if (const int error = add_folder(folder); error != 0) return error;
  std::error_code problem;
  fs::recursive_directory_iterator it(folder, problem);
  for (const fs::recursive_directory_iterator end; !problem && it != end; it.increment(problem)) {
    if (it.depth() >= kDeepest) it.disable_recursion_pending();
    if (it->path().filename().string().starts_with('.')) {
      it.disable_recursion_pending();
    } else if (it->is_directory(problem) && !it->is_symlink(problem)) {
      if (const int error = add_folder(it->path()); error != 0) return error;
    }
  }
  return 0;
}

bool FileWatch::stop_asked() const {
  signalfd_siginfo info{};
  return read(signals_, &info, sizeof info) == static_cast<ssize_t>(sizeof info);
}

void FileWatch::read_events(SavedFiles& saved) {
  alignas(inotify_event) std::array<std::byte, 64 * 1024> buffer{};
  while (true) {
    const ssize_t length = read(events_, buffer.data(), buffer.size());
    if (length <= 0) return;
    for (std::size_t at = 0; at < static_cast<std::size_t>(length);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const std::string name = event.len == 0 ? "" : reinterpret_cast<const char*>(buffer.data() + at + sizeof event);
      at += sizeof event + event.len;
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end() || is_editors_own(name)) continue;
      // A file just created has nothing in it yet; a folder just created may have everything.
      const bool of_folder = (event.mask & IN_ISDIR) != 0;
      if ((event.mask & IN_CREATE) != 0 && !of_folder) continue;
      const fs::path path = folder->second / name;
      saved.folders = saved.folders || of_folder;
      saved.paths.insert(path);
      if ((event.mask & (IN_MOVED_FROM | IN_DELETE)) != 0) {
        saved.gone.insert(path);
      } else {
        saved.gone.erase(path);
      }
    }
  }
}

std::optional<SavedFiles> FileWatch::wait() {
  SavedFiles saved;
  while (saved.paths.empty()) {
    std::array<pollfd, 2> both = {pollfd{events_, POLLIN, 0}, pollfd{signals_, POLLIN, 0}};
    if (poll(both.data(), both.size(), -1) < 0 && errno != EINTR) return std::nullopt;
    if (stop_asked()) return std::nullopt;
    read_events(saved);
  }
  while (waits_for(events_, saved.gone.empty() ? kTogetherMilliseconds : kReturnMilliseconds)) read_events(saved);
  return saved;
}

}  // namespace gongkai
