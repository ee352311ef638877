// “是不是…？”: the nearest known name to a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gongkai {

/// Edit distance in characters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate one edit away; else the only one that the name shortens (参公单位: 参照公务员法管理事业单位); else the nearest
/// that is not the name itself and shares a character with it, if near enough to be worth saying; ties by order.
std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates);

/// "是不是“…”？", or empty.
std::string did_you_mean(std::string_view name, std::span<const std::string> candidates);

/// The same, or else the first candidates there are: "现有：…".
std::string did_you_mean_or_list(std::string_view name, std::span<const std::string> candidates);

}  // namespace gongkai
