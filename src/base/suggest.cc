#include "base/suggest.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// Whether a name leaves out characters of a longer one: 参公单位 of 参照公务员法管理事业单位.
bool shortens(std::u32string_view name, std::u32string_view longer) {
  std::size_t at = 0;
  for (const char32_t c : longer) {
    if (at < name.size() && name[at] == c) ++at;
  }
  return at == name.size() && name.size() < longer.size();
}

/// The one candidate that a name of three characters or more shortens; empty when there are several.
std::optional<std::string> shortened(std::string_view name, std::span<const std::string> candidates) {
  constexpr std::size_t kTelling = 3;
  const std::u32string written = decode_utf8(name);
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    if (written.size() < kTelling || !shortens(written, decode_utf8(candidate))) continue;
    if (found) return std::nullopt;
    found = candidate;
  }
  return found;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string x = decode_utf8(a);
  const std::u32string y = decode_utf8(b);
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t substitute = diagonal + (x[i - 1] == y[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[y.size()];
}

std::optional<std::string> nearest(std::string_view name, std::span<const std::string> candidates) {
  const std::size_t length = count_characters(name);
  const std::size_t limit = std::max<std::size_t>(1, length / 2);
  std::size_t best_distance = limit + 1;
  std::optional<std::string> best;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    const bool alike = distance > 0 && distance < std::max(length, count_characters(candidate));
    if (alike && distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  if (best_distance <= 1) return best;
  const auto whole = shortened(name, candidates);
  return whole ? whole : best;
}

std::string did_you_mean(std::string_view name, std::span<const std::string> candidates) {
  const auto found = nearest(name, candidates);
  return found ? "是不是“" + *found + "”？" : std::string();
}

std::string did_you_mean_or_list(std::string_view name, std::span<const std::string> candidates) {
  constexpr std::size_t kMostListed = 12;
  std::string hint = did_you_mean(name, candidates);
  if (!hint.empty() || candidates.empty()) return hint;
  for (const std::string& candidate : candidates.first(std::min(kMostListed, candidates.size()))) {
    hint += (hint.empty() ? "现有：" : "、") + candidate;
  }
  return candidates.size() > kMostListed ? hint + " 等 " + std::to_string(candidates.size()) + " 个" : hint;
}

}  // namespace gongkai
