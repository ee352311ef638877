#include "facts/suffixes.h"

#include <array>

namespace gongkai {
namespace {

constexpr std::array kAmountBases = {kPriorYear, kInitialBudget, kFullBudget};
constexpr std::string_view kChangePrefix = "较";
constexpr std::string_view kCompletionPrefix = "完成";

std::string_view base_after(std::string_view suffix, std::string_view prefix, std::size_t first) {
  if (!suffix.starts_with(prefix)) return {};
  const std::string_view rest = suffix.substr(prefix.size());
  for (std::size_t i = first; i < kAmountBases.size(); ++i) {
    if (rest == kAmountBases[i]) return kAmountBases[i];
  }
  return {};
}

FactSignature plain(FactType type) {
  return FactSignature{type, nullptr, false};
}

FactSignature driver_list() {
  static const auto kFields = std::make_shared<const std::map<std::string, FactSignature>>(
      std::map<std::string, FactSignature>{{"名称", plain(FactType::Text)},
                                           {"维度", plain(FactType::Text)},
                                           {"编码", plain(FactType::Text)},
                                           {"差额", plain(FactType::Amount)},
                                           {"绝对额", plain(FactType::Amount)},
                                           {"增减", plain(FactType::Text)},
                                           {"同向", plain(FactType::Boolean)},
                                           {"占差额", plain(FactType::Ratio)}});
  return FactSignature{FactType::List, kFields, false};
}

std::optional<FactSignature> amount_suffix(std::string_view suffix) {
  for (const auto base : kAmountBases) {
    if (suffix == base) return plain(FactType::Amount);
  }
  if (!base_of_change(suffix).empty()) return plain(FactType::Change);
  if (!base_of_completion(suffix).empty() || suffix == "占比") return plain(FactType::Ratio);
  if (suffix == "为零") return plain(FactType::Boolean);
  return std::nullopt;
}

std::optional<FactSignature> change_suffix(std::string_view suffix) {
  if (suffix == "差额" || suffix == "绝对额") return plain(FactType::Amount);
  if (suffix == "幅度") return plain(FactType::Ratio);
  if (suffix == "驱动") return driver_list();
  for (const auto text : {"情形", "增减", "升降", "高低", "原因"}) {
    if (suffix == text) return plain(FactType::Text);
  }
  return std::nullopt;
}

}  // namespace

std::string_view base_of_change(std::string_view suffix) {
  return base_after(suffix, kChangePrefix, 0);
}

std::string_view base_of_completion(std::string_view suffix) {
  return base_after(suffix, kCompletionPrefix, 1);
}

std::optional<FactSignature> suffix_signature(FactType base, std::string_view last_segment, std::string_view suffix) {
  switch (base) {
    case FactType::Amount:
      return amount_suffix(suffix);
    case FactType::Change:
      return change_suffix(suffix);
    case FactType::Count:
    case FactType::Number:
      if (suffix == "为零") return plain(FactType::Boolean);
      return std::nullopt;
    case FactType::Ratio:
      if (suffix == "情形" && !base_of_completion(last_segment).empty()) return plain(FactType::Text);
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::vector<std::string> suffix_names(FactType base) {
  if (base == FactType::Change) return {"差额", "绝对额", "幅度", "情形", "增减", "升降", "高低", "原因", "驱动"};
  if (base == FactType::Ratio) return {"情形"};
  if (base != FactType::Amount) return {"为零"};
  return {"上年",       "年初预算",     "全年预算",     "较上年", "较年初预算",
          "较全年预算", "完成年初预算", "完成全年预算", "占比",   "为零"};
}

}  // namespace gongkai
