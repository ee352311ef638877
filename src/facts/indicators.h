// Performance indicators: how a row is scored (dictionary 3.17). No book, no printing: exact ratios in, exact ratios
// out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.h"
#include "facts/definition.h"

namespace gongkai {

enum class IndicatorKind { Forward, Backward, Qualitative };  ///< 正向, 反向, 定性

struct IndicatorRow {
  IndicatorKind kind = IndicatorKind::Forward;
  std::optional<Ratio> target;
  std::optional<Ratio> actual;
  std::optional<Ratio> degree;        ///< 完成程度; 1 when the qualitative texts agree
  std::optional<Ratio> weight;        ///< 分值; of a group only on its first row
  std::optional<Ratio> manual_score;  ///< 得分 as assessed by people
  std::string group;                  ///< 组; "" when the row stands alone
};

/// 正向, 反向 or 定性 from the written 性质, else from the 方向.
IndicatorKind indicator_kind(std::string_view nature, std::string_view direction);
std::string_view indicator_kind_name(IndicatorKind kind);
/// 大于等于 -> ≥; 定性 -> "".
std::string_view direction_sign(std::string_view direction);

/// How far the target was reached, 0 to 1; empty when something is not written.
std::optional<Ratio> completion_of(const IndicatorRow& row);
/// The score of each row to two decimals; of a group on its first row, empty on its others and where nothing is scored.
std::vector<std::optional<Ratio>> indicator_scores(const std::vector<IndicatorRow>& rows);
/// For each row the number of rows it and its followers with the same text span; 0 on the followers.
std::vector<std::int64_t> spans_of_equal(const std::vector<std::string>& texts);

/// The fields every indicator row has.
std::vector<FieldDefinition> indicator_fields();

}  // namespace gongkai
