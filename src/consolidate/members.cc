#include "consolidate/members.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "input/read_ledger.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

/// Below the department's folder, or beside it; empty for anything else.
fs::path near_folder(const std::string& name) {
  const fs::path path = fs::path(name).lexically_normal();
  if (name.empty() || path.is_absolute() || name.find('\\') != std::string::npos || path == ".") return {};
  const auto climbs = std::ranges::count_if(path, [](const fs::path& part) { return part == ".."; });
  const bool neighbour = climbs == 1 && *path.begin() == ".." && ++path.begin() != path.end();
  if (climbs > 0 && !neighbour) return {};
  return path.has_filename() ? path : path.parent_path();
}

bool passes_a_link(const World& world, fs::path at, const fs::path& relative) {
  for (const fs::path& part : relative) {
    at /= part;
    if (world.is_symlink(at)) return true;
  }
  return false;
}

void append_errors(const Diagnostics& from, Diagnostics& to) {
  for (const Diagnostic& d : from.items()) {
    if (d.severity == Severity::Error) to.add(d);
  }
}

}  // namespace

std::vector<fs::path> member_folders(const World& world, const fs::path& folder, const AuthoredValue& unit,
                                     Diagnostics& diagnostics) {
  std::vector<fs::path> folders;
  const fs::path own = fs::absolute(folder).lexically_normal();
  for (const AuthoredValue& one : unit.find("下属单位")->children) {
    const AuthoredValue* written = one.find("文件夹");
    if (written == nullptr) continue;
    const fs::path near = near_folder(std::string(trim(written->text)));
    const fs::path path = (folder / near).lexically_normal();
    const std::string what = "“文件夹”写的“" + written->text + "”";
    if (near.empty() || fs::absolute(path).lexically_normal() == own) {
      diagnostics.error("E0230", written->span, what + "不能用",
                        "写部门文件夹里面的文件夹名，或与部门文件夹并排的“../某单位”；分隔用 /");
    } else if (passes_a_link(world, folder, near)) {
      diagnostics.error("E0230", written->span, what + "是链接，不能用", "请放实际的文件夹");
    } else if (!world.is_file(path / "unit.yaml")) {
      diagnostics.error("E0230", written->span, what + "里没有 unit.yaml", "请检查文件夹名；里面要有这个单位的账本");
    } else if (std::ranges::find(folders, path) != folders.end()) {
      diagnostics.error("E0230", written->span, what + "写了两次", "一个单位只能相加一次");
    } else {
      folders.push_back(path);
    }
  }
  return folders;
}

std::vector<fs::path> department_folders(const World& world, const fs::path& folder) {
  Sources sources;
  Diagnostics unheard;
  const AuthoredValue unit = read_unit_file(world, folder, sources, unheard);
  return sums_up_units(unit) ? member_folders(world, folder, unit, unheard) : std::vector<fs::path>();
}

std::vector<Ledger> read_members(const World& world, const std::vector<fs::path>& folders, const std::string& year_name,
                                 const Classification& classification, Sources& sources, Diagnostics& diagnostics) {
  std::vector<Ledger> members;
  for (const fs::path& folder : folders) {
    Diagnostics found;
    ReadOutcome outcome = read_ledger(world, folder / year_name, classification, sources, found);
    append_errors(found, diagnostics);
    if (!outcome.ledger) continue;
    if (sums_up_units(outcome.ledger->unit)) {
      diagnostics.error("E0241", outcome.ledger->unit.find("下属单位")->key_span,
                        "“" + folder.string() + "”自己又由下属单位汇总，不能再往上加",
                        "请在部门的“下属单位”里直接列出最下面的各个单位");
    }
    members.push_back(std::move(*outcome.ledger));
  }
  return members;
}

}  // namespace gongkai
