#include "golden_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// The first line that differs, with its number, so that a failure can be read.
std::string first_difference(const std::string& want, const std::string& got) {
  std::istringstream a(want);
  std::istringstream b(got);
  std::string x;
  std::string y;
  for (int number = 1;; ++number) {
    const bool more_a = static_cast<bool>(std::getline(a, x));
    const bool more_b = static_cast<bool>(std::getline(b, y));
    if (!more_a && !more_b) return "no difference";
    if (more_a != more_b || x != y) {
      return "line " + std::to_string(number) + "\n  reference: " + (more_a ? x : "(end)") +
             "\n  now:       " + (more_b ? y : "(end)");
    }
  }
}

}  // namespace

bool& golden_update_wanted() {
  static bool wanted = false;
  return wanted;
}

void compare_with_golden(const std::string& name, const std::string& got) {
  const fs::path path = fs::path(GONGKAI_SOURCE_DIR) / "tests" / "golden" / name;
  if (golden_update_wanted()) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << got;
  }
  const std::string want = read(path);
  EXPECT_TRUE(want == got) << name << ": " << first_difference(want, got);
}

}  // namespace gongkai
