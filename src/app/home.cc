#include "app/home.h"

#include <cstdlib>
#include <system_error>

namespace gongkai {
namespace fs = std::filesystem;
namespace {

bool is_home(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "templates" / "base" / "pack.yaml", error);
}

fs::path program_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

}  // namespace

std::optional<Installation> find_installation() {
  Installation found;
  const fs::path program = program_folder();
  found.fonts = program / "fonts";
  for (fs::path folder = program; !folder.empty(); folder = folder.parent_path()) {
    // An installed program has its data under share/gongkai beside bin/.
    if (is_home(folder / "share" / "gongkai")) {
      found.home = folder / "share" / "gongkai";
      found.fonts = found.home / "fonts";
      break;
    }
    if (is_home(folder)) {
      found.home = folder;
      break;
    }
    if (folder == folder.parent_path()) break;
  }
  if (const char* home = std::getenv("GONGKAI_HOME")) found.home = home;
  if (const char* fonts = std::getenv("GONGKAI_FONTS")) found.fonts = fonts;
  if (found.home.empty() || !is_home(found.home)) return std::nullopt;
  return found;
}

}  // namespace gongkai
