#include "check/indicators.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/number_format.h"
#include "facts/arithmetic.h"

namespace gongkai {
namespace {

constexpr const char* kGroup = "绩效指标";

std::string text_of(const AuthoredValue* value) {
  if (value == nullptr) return {};
  return value->kind == ValueKind::Number ? to_string(value->decimal) : value->text;
}

/// A target or result as written, or the business figure it is taken from.
std::string figure_of(const AuthoredValue& row, const char* key, const Ledger& ledger) {
  if (const AuthoredValue* own = row.find(key)) return text_of(own);
  const AuthoredValue* quoted = row.find("引用");
  const AuthoredValue* figures = ledger.year.find("业务数据");
  if (std::string_view(key) != "实际" || quoted == nullptr || figures == nullptr) return {};
  const AuthoredValue* figure = figures->find(quoted->text);
  return figure == nullptr ? std::string() : text_of(figure->find("值"));
}

std::optional<Ratio> number(const std::string& text) {
  const auto decimal = parse_decimal(text);
  return decimal ? ratio_of(*decimal) : std::nullopt;
}

bool ten_times_apart(const std::string& a, const std::string& b) {
  const auto left = number(a);
  const auto right = number(b);
  if (!left || !right || left->numerator() <= 0 || right->numerator() <= 0) return false;
  const auto ratio = divide(*left, *right);
  return ratio && (!(*ratio < *Ratio::of(10, 1)) || !(*Ratio::of(1, 10) < *ratio));
}

struct Seen {
  std::string target;
  std::string actual;
  Span span;
};

class IndicatorCheck {
 public:
  IndicatorCheck(const FactBook& book, Diagnostics& diagnostics) : book_(book), diagnostics_(diagnostics) {}

  /// `owner`: a project or 整体绩效, with 指标 or with 绩效目标 that have 指标.
  void check_owner(const AuthoredValue& owner, const std::string& name) {
    Ratio points = *Ratio::of(0, 1);
    bool any = false;
    const auto rows_of = [&](const AuthoredValue* rows) {
      if (rows == nullptr) return;
      for (const AuthoredValue& row : rows->children) {
        check_row(row);
        const auto weight = number(text_of(row.find("分值")));
        if (!weight) continue;
        any = true;
        points = add(points, *weight).value_or(points);
      }
    };
    rows_of(owner.find("指标"));
    if (const AuthoredValue* goals = owner.find("绩效目标")) {
      for (const AuthoredValue& goal : goals->children) rows_of(goal.find("指标"));
    }
    if (any) check_points(points, owner, name);
  }

 private:
  void check_points(Ratio points, const AuthoredValue& owner, const std::string& name) {
    const Fact* rate = book_.find("评分.执行率分值");
    const Ratio* taken = rate == nullptr ? nullptr : std::get_if<Ratio>(&rate->value);
    const auto* plain = rate == nullptr ? nullptr : std::get_if<Decimal>(&rate->value);
    const auto share = taken != nullptr ? std::optional(*taken) : plain != nullptr ? ratio_of(*plain) : std::nullopt;
    if (!share || share->numerator() == 0) return;
    const auto wanted = subtract(*Ratio::of(100, 1), *share);
    if (!wanted || points == *wanted) return;
    Diagnostic& d = diagnostics_.error(
        "E0372", owner.key_span.known() ? owner.key_span : owner.span,
        "“" + name + "”的指标分值加起来是 " + format_ratio(points, {2, true, false}) + "，应为 " +
            format_ratio(*wanted, {2, true, false}),
        "执行率占 " + format_ratio(*share, {2, true, false}) + " 分，其余分给各项指标；同组的分值只写在首行");
    d.group = kGroup;
  }

  void check_row(const AuthoredValue& row) {
    const AuthoredValue* name = row.find("三级");
    if (name == nullptr) return;
    const Seen now{figure_of(row, "目标", book_.ledger()), figure_of(row, "实际", book_.ledger()), row.key_span};
    if (ten_times_apart(now.target, now.actual)) {
      Diagnostic& d = diagnostics_.warning(
          "W0356", name->span,
          "指标“" + name->text + "”的实际 " + now.actual + " 与目标 " + now.target + " 相差十倍以上",
          "核对单位有没有抄错（人与万人、元与万元）");
      d.group = kGroup;
    }
    const auto [earlier, fresh] = seen_.emplace(name->text, now);
    if (fresh || (earlier->second.target == now.target && earlier->second.actual == now.actual)) return;
    Diagnostic& d = diagnostics_.warning("W0373", name->span, "指标“" + name->text + "”在两处的目标或实际不同",
                                         "同一个指标只有一个数；实际值可以用“引用”取自业务数据");
    d.group = kGroup;
    d.notes.push_back(
        {earlier->second.span, "另一处：目标 " + earlier->second.target + "，实际 " + earlier->second.actual});
  }

  const FactBook& book_;
  Diagnostics& diagnostics_;
  std::map<std::string, Seen> seen_;
};

}  // namespace

void check_indicators(const FactBook& book, Diagnostics& diagnostics) {
  IndicatorCheck check(book, diagnostics);
  const AuthoredValue& year = book.ledger().year;
  if (const AuthoredValue* whole = year.find("整体绩效")) check.check_owner(*whole, "整体绩效");
  const AuthoredValue* projects = year.find("项目绩效");
  if (projects == nullptr) return;
  for (const AuthoredValue& project : projects->children) {
    check.check_owner(project, text_of(project.find("项目")));
  }
}

}  // namespace gongkai
