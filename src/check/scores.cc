#include "check/scores.h"

#include <optional>
#include <string>
#include <vector>

#include "base/number_format.h"
#include "facts/arithmetic.h"

namespace gongkai {
namespace {

constexpr const char* kGroup = "绩效指标";

std::optional<Ratio> number_of(const FactRecord& row, std::string_view field) {
  const Fact* fact = row.find(field);
  const Ratio* ratio = fact == nullptr ? nullptr : std::get_if<Ratio>(&fact->value);
  return ratio == nullptr ? std::nullopt : std::optional(*ratio);
}

bool is_written(const FactRecord& row, std::string_view field) {
  const Fact* fact = row.find(field);
  return fact != nullptr && fact->exists();
}

std::string points(Ratio value) {
  return format_ratio(value, {2, true, false});
}

class ScoreCheck {
 public:
  explicit ScoreCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  /// `authored`: 指标 as written; `records`: the same rows as facts, one for one.
  void check_rows(const AuthoredValue& authored, const std::vector<FactRecord>& records) {
    for (std::size_t i = 0; i < records.size() && i < authored.children.size(); ++i) {
      check_row(authored.children[i], records[i]);
    }
  }

 private:
  void check_row(const AuthoredValue& row, const FactRecord& record) {
    const auto weight = number_of(record, "分值");
    const auto score = number_of(record, "得分");
    const AuthoredValue* name = row.find("三级");
    if (!weight || !score || name == nullptr) return;
    const bool explained = is_written(record, "偏差原因") || is_written(record, "改进措施");
    const std::string what = "指标“" + name->text + "”";
    const AuthoredValue* assessed = row.find("得分");
    if (*weight < *score) {
      report(Severity::Error, "E0377", assessed == nullptr ? name->span : assessed->span,
             what + "的得分 " + points(*score) + " 超过了分值 " + points(*weight), "得分不能多于分值，请改正");
    } else if (assessed != nullptr) {
      note_assessment(*assessed, what, record, *weight, *score);
    }
    if (*score < *weight && !explained) {
      report(Severity::Warning, "W0378", name->span,
             what + "得 " + points(*score) + " 分，少于分值 " + points(*weight) + "，没有写原因",
             "在这一行写“偏差原因”或“改进措施”");
    }
  }

  void note_assessment(const AuthoredValue& assessed, const std::string& what, const FactRecord& record, Ratio weight,
                       Ratio score) {
    const auto rate = number_of(record, "完成率");
    const auto exact = rate && !is_written(record, "组") ? multiply(weight, *rate) : std::nullopt;
    const auto formula = exact ? round_to(*exact, 2) : std::nullopt;
    if (formula && *formula == score) return;
    report(Severity::Note, "N0376", assessed.span,
           what + "的得分 " + points(score) + " 是人工评定的" +
               (formula ? "，按目标和实际计算是 " + points(*formula) : std::string()),
           "");
  }

  void report(Severity severity, const std::string& code, Span span, std::string message, std::string hint) {
    Diagnostic d;
    d.severity = severity;
    d.code = code;
    d.span = span;
    d.group = kGroup;
    d.message = std::move(message);
    d.hint = std::move(hint);
    diagnostics_.add(std::move(d));
  }

  Diagnostics& diagnostics_;
};

const std::vector<FactRecord>* list_of(const Fact* fact) {
  return fact == nullptr ? nullptr : fact->list();
}

/// The goals of 整体绩效 or of a project, as facts and as written; a single goal may be written without 绩效目标.
void check_goals(const AuthoredValue& owner, const std::vector<FactRecord>* goals, ScoreCheck& check) {
  if (goals == nullptr) return;
  const AuthoredValue* written = owner.find("绩效目标");
  for (std::size_t i = 0; i < goals->size(); ++i) {
    const AuthoredValue* goal = written == nullptr             ? &owner
                                : i < written->children.size() ? &written->children[i]
                                                               : nullptr;
    const AuthoredValue* rows = goal == nullptr ? nullptr : goal->find("指标");
    const std::vector<FactRecord>* records = list_of((*goals)[i].find("指标"));
    if (rows != nullptr && records != nullptr) check.check_rows(*rows, *records);
  }
}

/// Whether the pack's forms have scores at all.
bool are_scored(const FactBook& book) {
  const Fact* points = book.find("评分.执行率分值");
  if (points == nullptr) return false;
  if (const auto* decimal = std::get_if<Decimal>(&points->value)) return decimal->units != 0;
  const auto* ratio = std::get_if<Ratio>(&points->value);
  return ratio != nullptr && ratio->numerator() != 0;
}

}  // namespace

void check_scores(const FactBook& book, Diagnostics& diagnostics) {
  if (!are_scored(book)) return;
  ScoreCheck check(diagnostics);
  const AuthoredValue& year = book.ledger().year;
  if (const AuthoredValue* whole = year.find("整体绩效")) {
    check_goals(*whole, list_of(book.find("整体绩效.绩效目标")), check);
  }
  const AuthoredValue* projects = year.find("项目绩效");
  const std::vector<FactRecord>* records = list_of(book.find("项目绩效.项目"));
  if (projects == nullptr || records == nullptr) return;
  for (std::size_t i = 0; i < records->size() && i < projects->children.size(); ++i) {
    check_goals(projects->children[i], list_of((*records)[i].find("绩效目标")), check);
  }
}

}  // namespace gongkai
