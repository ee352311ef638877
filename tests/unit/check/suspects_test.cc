#include "check/suspects.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

/// Amounts in 元 as lines of one identity; the first `left` of them stand on the left.
class Lines {
 public:
  Lines(std::vector<std::int64_t> yuan, std::size_t left) {
    inputs_.resize(yuan.size());
    for (std::size_t i = 0; i < yuan.size(); ++i) {
      inputs_[i].span = {.file = 0, .line = static_cast<std::uint32_t>(i + 1), .column = 1};
      lines_.push_back({&inputs_[i], Money::from_fen(yuan[i] * 100), i < left ? 1 : -1});
    }
  }

  Money difference() const {
    Money sum;
    for (const AuthoredLine& line : lines_) sum += line.sign > 0 ? line.amount : -line.amount;
    return sum;
  }

  Suspect first(const Evidence& evidence = {}) const {
    return likeliest(lines_, difference(), evidence, LedgerUnit::Yuan, 5).front();
  }

  Span span(std::size_t at) const { return inputs_[at].span; }
  const std::vector<AuthoredLine>& lines() const { return lines_; }

 private:
  std::vector<AuthoredInput> inputs_;
  std::vector<AuthoredLine> lines_;
};

TEST(Likeliest, FindsTheFigureWithTheDecimalPointWrong) {
  const Lines lines({1000, 234570, 700, 25157}, 3);
  const Suspect suspect = lines.first();
  EXPECT_EQ(suspect.line.input->span, lines.span(1));
  EXPECT_NE(suspect.why.find("小数点"), std::string::npos);
  EXPECT_NE(suspect.why.find("23,457 元"), std::string::npos);
}

TEST(Likeliest, FindsSwappedDigits) {
  const Lines lines({1100, 5478, 900, 7487}, 3);
  EXPECT_EQ(lines.first().line.input->span.line, 2U);
  EXPECT_NE(lines.first().why.find("颠倒"), std::string::npos);
}

TEST(Likeliest, FindsAWrongSign) {
  const Lines lines({-3200, 4000, 7200}, 2);
  EXPECT_EQ(lines.first().line.input->span.line, 1U);
  EXPECT_NE(lines.first().why.find("正负号"), std::string::npos);
}

TEST(Likeliest, FindsTheFigureThatIsNotRound) {
  const Lines lines({1'000'000, 2'000'001, 3'000'000, 6'000'000}, 3);
  EXPECT_EQ(lines.first().line.input->span.line, 2U);
}

TEST(Likeliest, ClearsWhatAnotherIdentityConfirms) {
  const Lines lines({500, 500, 300, 1310}, 3);
  Evidence evidence;
  for (const std::size_t right : {0U, 1U, 2U}) evidence.cleared.insert(lines.span(right));
  EXPECT_EQ(lines.first(evidence).line.input->span.line, 4U);
}

TEST(Likeliest, PrefersALineThatSeveralBrokenIdentitiesShare) {
  const Lines lines({11, 12, 13, 30}, 3);
  Evidence evidence;
  evidence.implicated.insert(lines.span(2));
  EXPECT_EQ(lines.first(evidence).line.input->span.line, 3U);
}

TEST(Likeliest, NamesNoMoreThanAsked) {
  const Lines lines({1, 2, 3, 4, 5, 6, 7, 8, 9, 44}, 9);
  EXPECT_EQ(likeliest(lines.lines(), lines.difference(), {}, LedgerUnit::Yuan, 5).size(), 5U);
}

TEST(Likeliest, SuspectsASubjectThatIsMissingOnTheOtherSide) {
  LedgerEntry got{.book = Book::Income, .fund = "一般公共预算", .code = "2080101"};
  LedgerEntry spent{.book = Book::Expenditure, .fund = "一般公共预算", .code = "2080101"};
  LedgerEntry lone{.book = Book::Income, .fund = "一般公共预算", .code = "2080506"};
  std::vector<AuthoredInput> inputs(3);
  const LedgerEntry* entries[] = {&got, &lone, &spent};
  const std::int64_t yuan[] = {6120000, 400000, 6120000};
  std::vector<AuthoredLine> lines;
  for (std::size_t i = 0; i < 3; ++i) {
    inputs[i].entry = entries[i];
    inputs[i].span = {.file = 0, .line = static_cast<std::uint32_t>(i + 1), .column = 1};
    lines.push_back({&inputs[i], Money::from_fen(yuan[i] * 100), i < 2 ? 1 : -1});
  }
  const auto suspects = likeliest(lines, Money::from_fen(40000000), {}, LedgerUnit::Yuan, 3);
  EXPECT_EQ(suspects[0].line.input->entry->code, "2080506");
  EXPECT_NE(suspects[0].why.find("另一边没有这个科目"), std::string::npos);
}

TEST(Likeliest, SuspectsThisYearBeforeLastYear) {
  std::vector<AuthoredInput> inputs(2);
  inputs[0].span = {.file = 7, .line = 1, .column = 1};
  inputs[1].span = {.file = 8, .line = 1, .column = 1};
  const std::vector<AuthoredLine> lines = {{&inputs[0], Money::from_fen(8000000), 1},
                                           {&inputs[1], Money::from_fen(5000000), -1}};
  const auto suspects = likeliest(lines, Money::from_fen(3000000), {{}, {}, 8}, LedgerUnit::Yuan, 2);
  EXPECT_EQ(suspects[0].line.input->span.file, 8U);
}

TEST(Likeliest, SuspectsTheSubjectThatDoesNotTie) {
  LedgerEntry got{.book = Book::Income, .fund = "一般公共预算", .code = "2080101"};
  LedgerEntry spent{.book = Book::Expenditure, .fund = "一般公共预算", .code = "2080101"};
  LedgerEntry other{.book = Book::Income, .fund = "一般公共预算", .code = "2210201"};
  std::vector<AuthoredInput> inputs(4);
  const LedgerEntry* entries[] = {&other, &got, &other, &spent};
  std::vector<AuthoredLine> lines;
  const std::int64_t yuan[] = {777, 531, 777, 518};
  for (std::size_t i = 0; i < 4; ++i) {
    inputs[i].entry = entries[i];
    inputs[i].span = {.file = 0, .line = static_cast<std::uint32_t>(i + 1), .column = 1};
    lines.push_back({&inputs[i], Money::from_fen(yuan[i] * 100), i < 2 ? 1 : -1});
  }
  const auto suspects = likeliest(lines, Money::from_fen(1300), {}, LedgerUnit::Yuan, 2);
  EXPECT_EQ(suspects[0].line.input->entry->code, "2080101");
  EXPECT_EQ(suspects[1].line.input->entry->code, "2080101");
}

}  // namespace
}  // namespace gongkai
