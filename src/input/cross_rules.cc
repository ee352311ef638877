#include "input/cross_rules.h"

#include <string>
#include <vector>

#include "base/suggest.h"

namespace gongkai {
namespace {

void report_pair(std::string message, const AuthoredValue& second, const AuthoredValue& first, std::string hint,
                 Diagnostics& diagnostics) {
  Diagnostic& problem = diagnostics.error("E0222", second.key_span, std::move(message), std::move(hint));
  problem.notes.push_back({first.key_span, "另一处在这里"});
}

/// 年初预算.208.差异原因 and the one of row 208 in 支出 explain the same difference.
void check_reason_written_twice(const Ledger& ledger, Diagnostics& diagnostics) {
  const AuthoredValue* budget = ledger.year.find("年初预算");
  if (budget == nullptr) return;
  for (const AuthoredValue& fund : budget->children) {
    for (const AuthoredValue& row : fund.children) {
      const AuthoredValue* here = row.find("差异原因");
      const AuthoredValue* there = subject_text(ledger, Book::Expenditure, fund.key, "", row.key, "差异原因");
      if (here == nullptr || there == nullptr) continue;
      report_pair("“" + row.key + "”的差异原因写了两处", *here, *there, "“支出”和“年初预算”里只留一处", diagnostics);
    }
  }
}

void check_key_work(const Ledger& ledger, Diagnostics& diagnostics) {
  const AuthoredValue* body = ledger.year.at("重点工作.正文");
  const AuthoredValue* items = ledger.year.at("重点工作.事项");
  if (body == nullptr || items == nullptr) return;
  for (const AuthoredValue& item : items->children) {
    const AuthoredValue* clause = item.find("条文");
    if (clause == nullptr) continue;
    report_pair("“重点工作”的“正文”与各事项的“条文”只能写一种", *clause, *body, "整段写用“正文”，逐项写用“条文”",
                diagnostics);
    return;
  }
}

void check_business_figure(const AuthoredValue& row, const Ledger& ledger, Diagnostics& diagnostics) {
  const AuthoredValue* quoted = row.find("引用");
  if (quoted == nullptr || quoted->kind != ValueKind::Text) return;
  std::vector<std::string> names;
  if (const AuthoredValue* figures = ledger.year.find("业务数据")) {
    for (const AuthoredValue& figure : figures->children) names.push_back(figure.key);
  }
  for (const std::string& name : names) {
    if (name == quoted->text) return;
  }
  std::string hint = did_you_mean(quoted->text, names);
  if (hint.empty()) hint = "请先在“业务数据”里写上它";
  diagnostics.error("E0226", quoted->span, "“业务数据”里没有“" + quoted->text + "”", std::move(hint));
}

void check_indicator(const AuthoredValue& row, Diagnostics& diagnostics) {
  const AuthoredValue* direction = row.find("方向");
  if (direction == nullptr || direction->kind != ValueKind::Text) return;
  if (direction->text != "定性") {
    const bool has_unit = row.find("单位") != nullptr || row.find("引用") != nullptr;
    if (!has_unit) diagnostics.warning("W0210", row.key_span, "定量指标缺少“单位”", "请补上计量单位；比次数写“次”");
    return;
  }
  const AuthoredValue* target = row.find("目标");
  const AuthoredValue* actual = row.find("实际");
  if (target == nullptr || actual == nullptr || row.find("完成程度") != nullptr || row.find("得分") != nullptr) return;
  if (target->text == actual->text || actual->kind == ValueKind::Blank) return;
  diagnostics.error("E0210", actual->span, "定性指标的目标与实际不同，缺少“完成程度”", "请写完成程度，例如 80%");
}

void check_indicators(const AuthoredValue* rows, Diagnostics& diagnostics) {
  if (rows == nullptr) return;
  bool first = true;
  for (const AuthoredValue& row : rows->children) {
    if (row.kind != ValueKind::Map) continue;
    for (const char* level : {"一级", "二级"}) {
      if (!first || row.find(level) != nullptr) continue;
      diagnostics.error("E0210", row.key_span, std::string("第一个指标缺少“") + level + "”",
                        "后面各行与上一行相同才可省");
    }
    first = false;
    check_indicator(row, diagnostics);
  }
}

/// The rows of a node with 指标, or 绩效目标 each with 指标.
std::vector<const AuthoredValue*> indicator_tables(const AuthoredValue& node) {
  std::vector<const AuthoredValue*> tables;
  if (const AuthoredValue* rows = node.find("指标")) tables.push_back(rows);
  const AuthoredValue* goals = node.find("绩效目标");
  if (goals == nullptr) return tables;
  for (const AuthoredValue& goal : goals->children) {
    if (const AuthoredValue* rows = goal.find("指标")) tables.push_back(rows);
  }
  return tables;
}

/// All tables of indicators: of 整体绩效 and of every project.
std::vector<const AuthoredValue*> indicator_tables(const Ledger& ledger) {
  std::vector<const AuthoredValue*> tables;
  if (const AuthoredValue* whole = ledger.year.find("整体绩效")) tables = indicator_tables(*whole);
  if (const AuthoredValue* projects = ledger.year.find("项目绩效")) {
    for (const AuthoredValue& project : projects->children) {
      for (const AuthoredValue* rows : indicator_tables(project)) tables.push_back(rows);
    }
  }
  return tables;
}

void check_performance(const Ledger& ledger, Diagnostics& diagnostics) {
  for (const AuthoredValue* rows : indicator_tables(ledger)) check_indicators(rows, diagnostics);
  const AuthoredValue* projects = ledger.year.find("项目绩效");
  if (projects == nullptr) return;
  if (!projects->children.empty() && ledger.unit.find("主管部门") == nullptr) {
    diagnostics.warning("W0210", projects->key_span, "有项目绩效，unit.yaml 里缺少“主管部门”",
                        "自评表要印主管部门，请补上");
  }
}

void check_other_cars(const Ledger& ledger, Diagnostics& diagnostics) {
  const AuthoredValue* cars = ledger.year.at("国有资产.车辆.其他用车");
  if (cars == nullptr || cars->integer == 0 || ledger.year.at("国有资产.其他用车说明") != nullptr) return;
  diagnostics.warning("W0210", cars->key_span, "有“其他用车”，缺少“其他用车说明”", "请写明其他用车主要是什么车");
}

void check_subordinate_units(const Ledger& ledger, Diagnostics& diagnostics) {
  if (!sums_up_units(ledger.unit)) return;
  for (const AuthoredValue& unit : ledger.unit.find("下属单位")->children) {
    if (unit.find("文件夹") != nullptr || unit.find("并入本级") != nullptr) continue;
    diagnostics.error("E0210", unit.key_span, "这个下属单位缺少“文件夹”或“并入本级”",
                      "有的单位写了文件夹，各单位就都要写明账在哪里");
  }
}

/// Sums of a ledger are formed without looking for overflow, again and again; this keeps them a hundredfold below it.
class AmountLimit {
 public:
  explicit AmountLimit(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void add(const AuthoredValue& value) {
    if (value.kind == ValueKind::Amount) add_amount(value);
    for (const AuthoredValue& child : value.children) add(child);
  }

 private:
  void add_amount(const AuthoredValue& value) {
    constexpr Money kMost = Money::from_fen(10 * kMaxFen);
    if (sum_ > kMost) return;
    sum_ += value.amount.abs();
    if (sum_ <= kMost) return;
    diagnostics_.error("E0237", value.span, "到这里，账本里的金额加起来已经超过一百万亿元", "请检查“金额单位”和小数点");
  }

  Diagnostics& diagnostics_;
  Money sum_;
};

}  // namespace

void check_quoted_figures(const Ledger& ledger, Diagnostics& diagnostics) {
  for (const AuthoredValue* rows : indicator_tables(ledger)) {
    for (const AuthoredValue& row : rows->children) check_business_figure(row, ledger, diagnostics);
  }
}

void check_cross_rules(const Ledger& ledger, Diagnostics& diagnostics) {
  AmountLimit(diagnostics).add(ledger.year);
  check_reason_written_twice(ledger, diagnostics);
  check_key_work(ledger, diagnostics);
  check_performance(ledger, diagnostics);
  // A department quotes its units' figures, which are not there yet.
  if (!sums_up_units(ledger.unit)) check_quoted_figures(ledger, diagnostics);
  check_other_cars(ledger, diagnostics);
  check_subordinate_units(ledger, diagnostics);
}

}  // namespace gongkai
