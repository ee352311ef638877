#include "app/units.h"

#include <algorithm>
#include <cctype>

namespace gongkai {
namespace fs = std::filesystem;
namespace {

bool is_year_name(const std::string& name) {
  const fs::path path(name);
  const std::string stem = path.stem().string();
  return path.extension() == ".yaml" && stem.size() == 4 &&
         std::ranges::all_of(stem, [](unsigned char c) { return c >= '0' && c <= '9'; });
}

UnitYear unit_year(const fs::path& year_file) {
  const fs::path folder = fs::absolute(year_file).lexically_normal().parent_path();
  return {year_file, folder.filename().string(), year_file.stem().string()};
}

std::vector<UnitYear> newest_of(const World& world, const fs::path& folder) {
  std::vector<std::string> names = world.list(folder);
  std::erase_if(names, [](const std::string& name) { return !is_year_name(name); });
  if (names.empty()) return {};
  return {unit_year(folder / names.back())};
}

std::vector<UnitYear> units_below(const World& world, const fs::path& folder) {
  std::vector<UnitYear> found;
  for (const std::string& name : world.list(folder)) {
    if (!world.is_file(folder / name / "unit.yaml")) continue;
    const auto units = newest_of(world, folder / name);
    found.insert(found.end(), units.begin(), units.end());
  }
  return found;
}

}  // namespace

std::vector<UnitYear> find_units(const World& world, const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  std::vector<UnitYear> found;
  for (const std::string& text : paths) {
    const fs::path path(text);
    std::vector<UnitYear> units;
    if (world.is_file(path) && path.extension() == ".yaml") {
      units = {unit_year(path)};
    } else if (world.is_file(path / "unit.yaml")) {
      units = newest_of(world, path);
    } else if (world.is_directory(path)) {
      units = units_below(world, path);
    }
    if (units.empty()) {
      diagnostics.error("E0901", {}, "“" + text + "”里没有可用的账本",
                        "请给出单位文件夹（里面有 unit.yaml 和 2024.yaml "
                        "这样的年度文件）、一个年度文件，或装着若干单位文件夹的文件夹");
    }
    found.insert(found.end(), units.begin(), units.end());
  }
  return found;
}

}  // namespace gongkai
