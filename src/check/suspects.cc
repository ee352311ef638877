#include "check/suspects.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "base/number_format.h"

namespace gongkai {
namespace {

// Weights: a slip that explains the difference outweighs roundness, what other identities say outweighs a slip.
constexpr int kImplicated = 9;
constexpr int kCleared = -7;
constexpr int kSameSubject = 12;
constexpr int kImpossible = -8;
constexpr int kMostRoundness = 3;  ///< zeros
constexpr int kRoundness = 2;      ///< a zero

/// Trailing zeros of the amount in 分.
int roundness(Money amount) {
  std::int64_t fen = amount.abs().fen();
  if (fen == 0) return 0;
  int zeros = 0;
  for (; fen % 10 == 0; fen /= 10) ++zeros;
  return zeros;
}

bool is_shifted(Money a, Money b) {
  for (const std::int64_t factor : {10, 100, 1000, 10'000}) {
    if (a.fen() == b.fen() * factor || b.fen() == a.fen() * factor) return true;
  }
  return false;
}

bool is_adjacent_swap(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  if (at + 1 >= a.size() || a[at] != b[at + 1] || a[at + 1] != b[at]) return false;
  return a.compare(at + 2, std::string::npos, b, at + 2, std::string::npos) == 0;
}

bool is_one_digit_off(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  int different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
  return different == 1;
}

struct Slip {
  int score = 0;
  const char* words = "";
};

/// How well a usual slip explains that `typed` stands where `meant` should.
Slip slip_between(Money typed, Money meant) {
  if (typed.is_zero()) return {6, "可能漏填了数"};
  if (meant.is_zero()) return {3, "可能多写了这个数"};
  if (meant == -typed) return {10, "可能写错了正负号"};
  if (is_shifted(typed, meant)) return {10, "小数点可能错了位"};
  if (typed == meant + meant) return {7, "可能重复计入"};
  const std::string a = std::to_string(typed.abs().fen());
  const std::string b = std::to_string(meant.abs().fen());
  if (is_adjacent_swap(a, b)) return {9, "可能有两位数字颠倒"};
  if (is_one_digit_off(a, b)) return {3, "可能错了一位数字"};
  return {};
}

/// For each subject code, left − right of its own lines.
std::map<std::string, Money> nets_by_subject(const std::vector<AuthoredLine>& lines) {
  std::map<std::string, Money> nets;
  for (const AuthoredLine& line : lines) {
    const LedgerEntry* entry = line.input->entry;
    if (entry == nullptr || entry->code.empty()) continue;
    nets[entry->code] += line.sign > 0 ? line.amount : -line.amount;
  }
  return nets;
}

Suspect judge(const AuthoredLine& line, Money difference, const std::map<std::string, Money>& nets,
              const Evidence& evidence, LedgerUnit unit) {
  Suspect suspect{.line = line};
  const Money meant = line.sign > 0 ? line.amount - difference : line.amount + difference;
  const Slip slip = slip_between(line.amount, meant);
  suspect.score = slip.score;
  if (slip.score > 0) {
    suspect.why = slip.words;
    if (!meant.is_zero()) suspect.why += "，应为 " + amount_in_unit(meant, unit);
  }
  if (meant < Money() && line.amount >= Money()) suspect.score += kImpossible;
  if (!line.amount.is_zero()) {
    suspect.score +=
        kRoundness * std::clamp(roundness(meant) - roundness(line.amount), -kMostRoundness, kMostRoundness);
  }
  const LedgerEntry* entry = line.input->entry;
  if (entry != nullptr && !entry->code.empty() && nets.at(entry->code) == difference) suspect.score += kSameSubject;
  if (evidence.cleared.contains(line.input->span)) suspect.score += kCleared;
  suspect.score += kImplicated * static_cast<int>(evidence.implicated.count(line.input->span));
  return suspect;
}

}  // namespace

std::string amount_in_unit(Money amount, LedgerUnit unit) {
  return unit == LedgerUnit::Yuan ? format_yuan(amount, {2, true, true}) + " 元"
                                  : format_wan(amount, {6, true, true}) + " 万元";
}

std::vector<Suspect> likeliest(const std::vector<AuthoredLine>& lines, Money difference, const Evidence& evidence,
                               LedgerUnit unit, std::size_t most) {
  const std::map<std::string, Money> nets = nets_by_subject(lines);
  std::vector<Suspect> suspects;
  suspects.reserve(lines.size());
  for (const AuthoredLine& line : lines) suspects.push_back(judge(line, difference, nets, evidence, unit));
  std::ranges::stable_sort(suspects, std::ranges::greater(), &Suspect::score);
  if (suspects.size() > most) suspects.resize(most);
  return suspects;
}

}  // namespace gongkai
