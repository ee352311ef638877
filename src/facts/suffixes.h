// What every amount, change and completion rate has besides its value (收支总计.较上年.差额).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/catalog.h"
#include "facts/fact.h"

namespace gongkai {

inline constexpr std::string_view kPriorYear = "上年";
inline constexpr std::string_view kInitialBudget = "年初预算";
inline constexpr std::string_view kFullBudget = "全年预算";

/// "较上年" -> "上年"; empty when `suffix` does not name a change.
std::string_view base_of_change(std::string_view suffix);
/// "完成年初预算" -> "年初预算"; empty when `suffix` does not name a completion rate.
std::string_view base_of_completion(std::string_view suffix);

/// The signature of `base`.`suffix`; empty when such facts have no such suffix.
/// `last_segment` is the last segment of the base's name (a completion rate has suffixes, another ratio has none).
std::optional<FactSignature> suffix_signature(FactType base, std::string_view last_segment, std::string_view suffix);
/// The suffixes of a type, for “是不是…？”.
std::vector<std::string> suffix_names(FactType base);

}  // namespace gongkai
