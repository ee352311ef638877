#include "consolidate/projects.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "consolidate/department.h"
#include "consolidate/sum_tree.h"
#include "input/subject_codes.h"

namespace gongkai {
namespace {

constexpr std::string_view kFigures = "业务数据";
constexpr std::string_view kProjects = "项目绩效";

using Renames = std::map<std::string, std::string>;

bool same_figure(const AuthoredValue& a, const AuthoredValue& b) {
  const AuthoredValue* x = a.find("值");
  const AuthoredValue* y = b.find("值");
  return x != nullptr && y != nullptr && x->decimal == y->decimal;
}

/// Adds a unit's business figures; those whose name is taken by another value get the unit's name.
Renames join_figures(const Ledger& unit, AuthoredValue& figures) {
  Renames renames;
  const AuthoredValue* own = unit.year.find(kFigures);
  if (own == nullptr) return renames;
  for (AuthoredValue figure : own->children) {
    const AuthoredValue* there = figures.find(figure.key);
    if (there != nullptr && same_figure(*there, figure)) continue;
    if (there != nullptr) {
      renames[figure.key] = figure.key + "（" + unit_name(unit) + "）";
      figure.key = renames[figure.key];
    }
    figures.children.push_back(std::move(figure));
  }
  return renames;
}

/// Takes one unit's project into the department's words.
class ProjectText {
 public:
  ProjectText(const Renames& renames, Diagnostics& diagnostics) : renames_(renames), diagnostics_(diagnostics) {}

  void adapt(AuthoredValue& value) {
    if (value.kind == ValueKind::Text) {
      const auto renamed = value.key == "引用" ? renames_.find(value.text) : renames_.end();
      value.text = renamed == renames_.end() ? adapted(value.text, value.span) : renamed->second;
    }
    for (TextLine& line : value.lines) line.text = adapted(line.text, line.span);
    for (AuthoredValue& child : value.children) adapt(child);
  }

 private:
  std::string adapted(std::string_view text, const Span& span) {
    std::string out;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
      const auto close = text.find('}', open);
      if (close == std::string_view::npos) break;
      out += text.substr(0, open + 1);
      out += quoted(text.substr(open + 1, close - open - 1), span) + "}";
      text.remove_prefix(close + 1);
    }
    return out + std::string(text);
  }

  std::string quoted(std::string_view name, const Span& span) {
    const std::string prefix = std::string(kFigures) + ".";
    if (name.starts_with(prefix)) {
      const auto renamed = renames_.find(std::string(name.substr(prefix.size())));
      return renamed == renames_.end() ? std::string(name) : prefix + renamed->second;
    }
    if (name != "年度" && name != "上年度" && name != "下年度") {
      diagnostics_.error("E0243", span,
                         "下属单位的项目文字引用了“{" + std::string(name) + "}”，汇总到部门后会变成部门的数",
                         "请在单位的账本里改为引用业务数据，或直接写明");
    }
    return std::string(name);
  }

  const Renames& renames_;
  Diagnostics& diagnostics_;
};

/// What a unit's own file says by default has to be said in the department's.
void add_default(AuthoredValue& project, const char* key, const AuthoredValue* value) {
  if (value == nullptr || project.find(key) != nullptr) return;
  project.children.push_back(*value);
  project.children.back().key = key;
}

void add_missing(const AuthoredValue* from, AuthoredValue& to) {
  if (from == nullptr) return;
  for (const AuthoredValue& child : from->children) {
    if (to.find(child.key) == nullptr) to.children.push_back(child);
  }
}

}  // namespace

void join_projects(const std::vector<Ledger>& units, Ledger& total, Diagnostics& diagnostics) {
  AuthoredValue projects;
  projects.kind = ValueKind::List;
  projects.key = kProjects;
  for (const Ledger& unit : units) {
    if (unit.year.find(kFigures) == nullptr && unit.year.find(kProjects) == nullptr) continue;
    const Renames renames =
        unit.year.find(kFigures) == nullptr ? Renames() : join_figures(unit, child_map(total.year, kFigures));
    const AuthoredValue* own = unit.year.find(kProjects);
    if (own == nullptr) continue;
    if (!projects.span.known()) projects.key_span = projects.span = own->key_span;
    for (AuthoredValue project : own->children) {
      ProjectText(renames, diagnostics).adapt(project);
      add_default(project, "实施单位", unit.unit.find("名称"));
      add_default(project, "主管部门", unit.unit.find("主管部门"));
      projects.children.push_back(std::move(project));
    }
  }
  if (!projects.children.empty()) total.year.children.push_back(std::move(projects));
}

void join_vocabulary(const std::vector<Ledger>& units, Ledger& total) {
  Diagnostics told_already;
  for (const Ledger& unit : units) {
    for (const char* key : {"自定义科目", "名词解释"}) {
      const AuthoredValue* own = unit.year.find(key);
      if (own != nullptr) add_missing(own, child_map(total.year, key));
    }
    if (const AuthoredValue* declared = unit.year.find("自定义科目")) {
      add_declared_subjects(*declared, total.subjects, told_already);
    }
  }
}

}  // namespace gongkai
