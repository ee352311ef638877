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

bool holds_years(const World& world, const fs::path& folder) {
  return std::ranges::any_of(world.list(folder), is_year_name);
}

/// Why a path gave no unit.
void report_no_unit(const World& world, const std::string& text, Diagnostics& diagnostics) {
  const fs::path path(text);
  std::string message = "“" + text + "”里没有可用的账本";
  std::string hint =
      "请给出单位文件夹（里面有 unit.yaml 和 2024.yaml 这样的年度文件）、一个年度文件，或装着若干单位文件夹的文件夹";
  std::error_code unknown;
  if (world.is_directory(path) && holds_years(world, path)) {
    message = "“" + text + "”里有年度文件，却没有 unit.yaml";
    hint = "请照样例写一个 unit.yaml（名称、类型、模板等）";
  } else if (world.is_file(path / "unit.yaml")) {
    message = "“" + text + "”里有 unit.yaml，却没有年度文件";
    hint = "请写上 2024.yaml 这样的年度文件";
  } else if (world.is_file(path)) {
    message = "“" + text + "”不是年度文件";
    hint = "年度文件的名称是年份加 .yaml，例如 2024.yaml";
  } else if (!fs::exists(fs::symlink_status(path, unknown))) {
    message = "没有“" + text + "”这个文件或文件夹";
    hint = "请检查路径；名称里有空格时要加引号";
  }
  diagnostics.error("E0901", {}, std::move(message), std::move(hint));
}

/// Deeper folders hold attachments, not units.
constexpr int kDeepest = 8;

/// All units below a folder: those of a city's bureaus, and inside a department's folder its subordinate units.
class UnitSearch {
 public:
  UnitSearch(const World& world, Diagnostics& diagnostics, std::vector<std::string>* without_year)
      : world_(world), diagnostics_(diagnostics), without_year_(without_year) {}

  /// `name` is the folder's path below the one the search began at.
  void search(const fs::path& folder, const std::string& name, int depth) {
    for (const std::string& entry : world_.list(folder)) {
      const fs::path path = folder / entry;
      if (entry.starts_with('.') || world_.is_symlink(path) || !world_.is_directory(path)) continue;
      const std::string below = name.empty() ? entry : name + "/" + entry;
      if (world_.is_file(path / "unit.yaml")) add(path, below);
      if (depth < kDeepest) search(path, below, depth + 1);
    }
  }

  std::vector<UnitYear> found;

 private:
  void add(const fs::path& folder, const std::string& name) {
    auto units = newest_of(world_, folder);
    for (UnitYear& unit : units) {
      unit.folder_name = name;
      found.push_back(std::move(unit));
    }
    if (!units.empty()) return;
    diagnostics_.warning("W0905", {}, "“" + folder.string() + "”里有 unit.yaml，却没有年度文件",
                         "请写上 2024.yaml 这样的年度文件，或用 gongkai new 由上年的生成");
    if (without_year_ != nullptr) without_year_->push_back(name);
  }

  const World& world_;
  Diagnostics& diagnostics_;
  std::vector<std::string>* without_year_;
};

}  // namespace

std::vector<UnitYear> find_units(const World& world, const std::vector<std::string>& paths, Diagnostics& diagnostics,
                                 std::vector<std::string>* without_year) {
  std::vector<UnitYear> found;
  for (const std::string& text : paths) {
    const fs::path path(text);
    std::vector<UnitYear> units;
    if (world.is_file(path) && path.filename() == "unit.yaml") {
      units = newest_of(world, path.has_parent_path() ? path.parent_path() : fs::path("."));
    } else if (world.is_file(path) && path.extension() == ".yaml") {
      units = {unit_year(path)};
    } else if (world.is_file(path / "unit.yaml")) {
      units = newest_of(world, path);
    } else if (world.is_directory(path)) {
      UnitSearch search(world, diagnostics, without_year);
      search.search(path, {}, 1);
      units = std::move(search.found);
    }
    if (units.empty()) report_no_unit(world, text, diagnostics);
    found.insert(found.end(), units.begin(), units.end());
  }
  return found;
}

}  // namespace gongkai
