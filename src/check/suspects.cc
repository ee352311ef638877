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
constexpr int kMissingOpposite = 14;
constexpr int kPublished = -6;
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

/// What the lines of one subject come to.
struct SubjectNet {
  Money net;  ///< left − right
  int lines = 0;
};
using SubjectNets = std::map<std::string, SubjectNet>;

SubjectNets nets_by_subject(const std::vector<AuthoredLine>& lines) {
  SubjectNets nets;
  for (const AuthoredLine& line : lines) {
    const LedgerEntry* entry = line.input->entry;
    if (entry == nullptr || entry->code.empty()) continue;
    SubjectNet& subject = nets[entry->code];
    subject.net += line.sign > 0 ? line.amount : -line.amount;
    ++subject.lines;
  }
  return nets;
}

/// The subject of a line when it is the one that does not tie.
const SubjectNet* untied_subject(const AuthoredLine& line, Money difference, const SubjectNets& nets) {
  const LedgerEntry* entry = line.input->entry;
  if (entry == nullptr || entry->code.empty()) return nullptr;
  const SubjectNet& subject = nets.at(entry->code);
  return subject.net == difference ? &subject : nullptr;
}

void judge_slip(Suspect& suspect, Money meant, LedgerUnit unit) {
  const AuthoredLine& line = suspect.line;
  const Slip slip = slip_between(line.amount, meant);
  suspect.score = slip.score;
  if (slip.score > 0) {
    suspect.why = slip.words;
    if (!meant.is_zero()) suspect.why += "，应为 " + amount_in_unit(meant, unit);
  }
  const bool impossible = meant < Money() && line.amount >= Money();
  if (impossible) suspect.score += kImpossible;
  if (impossible && meant != -line.amount) suspect.why.clear();
  if (line.amount.is_zero()) return;
  suspect.score += kRoundness * std::clamp(roundness(meant) - roundness(line.amount), -kMostRoundness, kMostRoundness);
}

Suspect judge(const AuthoredLine& line, Money difference, bool one_view, const SubjectNets& nets,
              const Evidence& evidence, LedgerUnit unit) {
  Suspect suspect{.line = line};
  judge_slip(suspect, line.sign > 0 ? line.amount - difference : line.amount + difference, unit);
  if (const SubjectNet* subject = untied_subject(line, difference, nets)) {
    suspect.score += kSameSubject;
    if (one_view && subject->lines == 1) {
      suspect.score += kMissingOpposite;
      suspect.why = "另一边没有这个科目，可能漏写或写错了编码";
    }
  }
  if (evidence.cleared.contains(line.input->span)) suspect.score += kCleared;
  if (evidence.year_file != kNoFile && line.input->span.file != evidence.year_file) suspect.score += kPublished;
  suspect.score += kImplicated * static_cast<int>(evidence.implicated.count(line.input->span));
  return suspect;
}

/// Whether some subject stands on both sides: then one that does not is missing there. Functional and economic subjects
/// never meet.
bool subjects_meet(const std::vector<AuthoredLine>& lines) {
  std::map<std::string, int> side;
  for (const AuthoredLine& line : lines) {
    const LedgerEntry* entry = line.input->entry;
    if (entry == nullptr || entry->code.empty()) continue;
    const auto [earlier, fresh] = side.emplace(entry->code, line.sign);
    if (!fresh && earlier->second != line.sign) return true;
  }
  return false;
}

}  // namespace

std::string amount_in_unit(Money amount, LedgerUnit unit) {
  return unit == LedgerUnit::Yuan ? format_yuan(amount, {2, true, true}) + " 元"
                                  : format_wan(amount, {6, true, true}) + " 万元";
}

std::vector<Suspect> likeliest(const std::vector<AuthoredLine>& lines, Money difference, const Evidence& evidence,
                               LedgerUnit unit, std::size_t most) {
  const SubjectNets nets = nets_by_subject(lines);
  const bool one_view = subjects_meet(lines);
  std::vector<Suspect> suspects;
  suspects.reserve(lines.size());
  for (const AuthoredLine& line : lines) suspects.push_back(judge(line, difference, one_view, nets, evidence, unit));
  std::ranges::stable_sort(suspects, std::ranges::greater(), &Suspect::score);
  if (suspects.size() > most) suspects.resize(most);
  return suspects;
}

}  // namespace gongkai
