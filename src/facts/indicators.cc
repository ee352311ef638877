#include "facts/indicators.h"

#include <cstdint>

#include "facts/arithmetic.h"

namespace gongkai {
namespace {

Ratio one() {
  return *Ratio::of(1, 1);
}
Ratio zero() {
  return Ratio();
}

Ratio clamp(Ratio value) {
  if (value < zero()) return zero();
  return one() < value ? one() : value;
}

std::optional<Ratio> capped(std::optional<Ratio> value) {
  return value ? std::optional(clamp(*value)) : std::nullopt;
}

/// Rows [first, end) share a group; a row without a group stands alone.
std::size_t end_of_group(const std::vector<IndicatorRow>& rows, std::size_t first) {
  std::size_t end = first + 1;
  while (!rows[first].group.empty() && end < rows.size() && rows[end].group == rows[first].group) ++end;
  return end;
}

std::optional<Ratio> average_completion(const std::vector<IndicatorRow>& rows, std::size_t first, std::size_t end) {
  std::optional<Ratio> sum = zero();
  for (std::size_t i = first; i < end && sum; ++i) {
    const auto part = completion_of(rows[i]);
    sum = part ? add(*sum, *part) : std::nullopt;
  }
  return sum ? divide(*sum, *Ratio::of(static_cast<std::int64_t>(end - first), 1)) : std::nullopt;
}

}  // namespace

IndicatorKind indicator_kind(std::string_view nature, std::string_view direction) {
  if (nature == "定性" || (nature.empty() && direction == "定性")) return IndicatorKind::Qualitative;
  if (nature == "反向") return IndicatorKind::Backward;
  if (nature == "正向") return IndicatorKind::Forward;
  const std::string_view sign = direction_sign(direction);
  return sign == "≤" || sign == "<" ? IndicatorKind::Backward : IndicatorKind::Forward;
}

std::string_view indicator_kind_name(IndicatorKind kind) {
  return kind == IndicatorKind::Forward ? "正向" : kind == IndicatorKind::Backward ? "反向" : "定性";
}

std::string_view direction_sign(std::string_view direction) {
  static constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"大于等于", "≥"}, {"小于等于", "≤"}, {"等于", "="}, {"大于", ">"}, {"小于", "<"}, {"≥", "≥"}, {"≤", "≤"},
      {"＝", "="},       {"=", "="},        {"＞", ">"},   {"＜", "<"},   {">", ">"},    {"<", "<"}};
  for (const auto& [word, sign] : kSigns) {
    if (word == direction) return sign;
  }
  return {};
}

std::optional<Ratio> completion_of(const IndicatorRow& row) {
  if (row.kind == IndicatorKind::Qualitative) return capped(row.degree);
  if (!row.target || !row.actual) return std::nullopt;
  if (row.kind == IndicatorKind::Forward) {
    if (row.target->numerator() == 0) return *row.actual < zero() ? zero() : one();
    return capped(divide(*row.actual, *row.target));
  }
  // The fewer the better: nothing used or nothing happened is full marks; a target of none missed is no marks.
  if (!(zero() < *row.actual)) return one();
  if (row.target->numerator() == 0) return zero();
  return capped(divide(*row.target, *row.actual));
}

std::vector<std::optional<Ratio>> indicator_scores(const std::vector<IndicatorRow>& rows) {
  std::vector<std::optional<Ratio>> scores(rows.size());
  for (std::size_t first = 0; first < rows.size();) {
    const std::size_t end = end_of_group(rows, first);
    const IndicatorRow& head = rows[first];
    if (head.manual_score) {
      scores[first] = round_to(*head.manual_score, 2);
    } else if (head.weight) {
      const auto rate = average_completion(rows, first, end);
      const auto score = rate ? multiply(*head.weight, *rate) : std::nullopt;
      if (score) scores[first] = round_to(*score, 2);
    }
    first = end;
  }
  return scores;
}

std::vector<std::int64_t> spans_of_equal(const std::vector<std::string>& texts) {
  std::vector<std::int64_t> spans(texts.size(), 0);
  for (std::size_t first = 0; first < texts.size();) {
    std::size_t end = first + 1;
    while (end < texts.size() && texts[end] == texts[first]) ++end;
    spans[first] = static_cast<std::int64_t>(end - first);
    first = end;
  }
  return spans;
}

std::vector<FieldDefinition> indicator_fields() {
  static constexpr std::pair<std::string_view, FactType> kFields[] = {
      {"一级", FactType::Text},        {"二级", FactType::Text},       {"三级", FactType::Text},
      {"方向", FactType::Text},        {"符号", FactType::Text},       {"性质", FactType::Text},
      {"目标", FactType::Text},        {"目标值", FactType::Text},     {"实际", FactType::Text},
      {"实际值", FactType::Text},      {"目标数", FactType::Text},     {"实际数", FactType::Text},
      {"计量单位", FactType::Text},    {"分值", FactType::Number},     {"得分", FactType::Number},
      {"完成率", FactType::Ratio},     {"完成程度", FactType::Ratio},  {"组", FactType::Text},
      {"偏差原因", FactType::Text},    {"改进措施", FactType::Text},   {"一级跨行数", FactType::Count},
      {"二级跨行数", FactType::Count}, {"同组跨行数", FactType::Count}};
  std::vector<FieldDefinition> fields;
  for (const auto& [name, type] : kFields) {
    FieldDefinition field;
    field.name = name;
    field.type = type;
    fields.push_back(std::move(field));
  }
  return fields;
}

}  // namespace gongkai
