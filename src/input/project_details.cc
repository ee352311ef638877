#include "input/project_details.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/suggest.h"

namespace gongkai {
namespace {

constexpr std::string_view kProjects = "项目绩效";
constexpr std::string_view kDetails = "项目自评";

std::string name_of(const AuthoredValue& entry) {
  const AuthoredValue* name = entry.find("项目");
  return name == nullptr ? std::string() : name->text;
}

/// A key of the project that says the same as `key`: the key itself, or the other way of writing it.
const AuthoredValue* same_matter(const AuthoredValue& project, const std::string& key) {
  if (const AuthoredValue* own = project.find(key)) return own;
  const bool goals = key == "年度目标" || key == "指标";
  if (goals) return project.find("绩效目标");
  if (key == "年初预算") return project.find("资金");
  if (key != "绩效目标") return nullptr;
  const AuthoredValue* goal = project.find("年度目标");
  return goal != nullptr ? goal : project.find("指标");
}

void join(AuthoredValue& project, const std::vector<AuthoredValue>& details, Diagnostics& diagnostics) {
  const AuthoredValue written = project;
  for (const AuthoredValue& value : details) {
    if (value.key == "项目") continue;
    const AuthoredValue* first = same_matter(written, value.key);
    if (first == nullptr) {
      project.children.push_back(value);
      continue;
    }
    Diagnostic& problem = diagnostics.error("E0222", value.key_span,
                                            "“" + name_of(project) + "”的“" + value.key + "”与“项目绩效”里写的重复",
                                            "同一个项目的同一项只写一处，请删去其中一个");
    problem.notes.push_back({first->key_span, "另一处在这里"});
  }
}

void report_stranger(const AuthoredValue& details, const std::string& name, const std::vector<std::string>& known,
                     Diagnostics& diagnostics) {
  std::string hint = did_you_mean(name, known);
  if (hint.empty()) hint = "先在“项目绩效”里写这个项目的名称、预算数和执行数";
  diagnostics.error("E0234", details.find("项目")->span, "“项目绩效”里没有项目“" + name + "”", std::move(hint));
}

}  // namespace

void join_project_details(AuthoredValue& year, Diagnostics& diagnostics) {
  const auto details = std::ranges::find(year.children, kDetails, &AuthoredValue::key);
  if (details == year.children.end()) return;
  const auto projects = std::ranges::find(year.children, kProjects, &AuthoredValue::key);
  std::vector<std::string> known;
  if (projects != year.children.end()) {
    for (const AuthoredValue& project : projects->children) known.push_back(name_of(project));
  }
  for (const AuthoredValue& entry : details->children) {
    const std::string name = name_of(entry);
    if (name.empty()) continue;
    const auto found = std::ranges::find(known, name);
    if (found == known.end()) {
      report_stranger(entry, name, known, diagnostics);
    } else {
      join(projects->children[static_cast<std::size_t>(found - known.begin())], entry.children, diagnostics);
    }
  }
}

}  // namespace gongkai
