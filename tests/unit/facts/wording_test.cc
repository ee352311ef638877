// The words of a change, for every 情形.
#include <gtest/gtest.h>

#include "facts/print.h"

namespace gongkai {
namespace {

struct WordingCase {
  std::int64_t current;  ///< 分; -1 for none
  std::int64_t base;
  ChangeCase change_case;
  const char* words;
};

class Wording : public testing::TestWithParam<WordingCase> {};

TEST_P(Wording, SaysWhatHappenedWithoutAPlaceholder) {
  const WordingCase& c = GetParam();
  Fact current;
  current.value = Money::from_fen(c.current);
  Fact base;
  base.value = Money::from_fen(c.base);
  Fact change;
  change.name = "收支总计.较上年";
  change.type = FactType::Change;
  change.value = ChangeValue{c.change_case, &current, c.change_case == ChangeCase::NoBase ? nullptr : &base};
  EXPECT_EQ(print_in_prose(change, PrintStyle()), c.words);
}

constexpr std::int64_t kWan = kFenPerWan;

INSTANTIATE_TEST_SUITE_P(
    Cases, Wording,
    testing::Values(WordingCase{112 * kWan, 100 * kWan, ChangeCase::Increase, "增加12万元，增长12%"},
                    WordingCase{88 * kWan, 100 * kWan, ChangeCase::Decrease, "减少12万元，下降12%"},
                    WordingCase{5 * kWan, 5 * kWan, ChangeCase::Flat, "与上年持平"},
                    WordingCase{0, 0, ChangeCase::BothZero, "与上年均为零"},
                    WordingCase{3 * kWan, 0, ChangeCase::FromZero, "增加3万元，上年为零，不计算增长率"},
                    WordingCase{0, 3 * kWan, ChangeCase::ToZero, "减少3万元，下降100%"},
                    WordingCase{3 * kWan, 0, ChangeCase::NoBase, "无上年数可比"},
                    // What rounds to nothing must not be printed as 增加0万元 or 增长0%.
                    WordingCase{100 * kWan + 1, 100 * kWan, ChangeCase::Increase, "与上年基本持平"},
                    WordingCase{1'000'001 * kWan, 1'000'000 * kWan, ChangeCase::Increase, "增加1万元，增长不足0.1%"}));

TEST(Wording, PackMayChangeAPhrase) {
  Fact current;
  current.value = Money::from_fen(2 * kWan);
  Fact base;
  base.value = Money::from_fen(1 * kWan);
  Fact change;
  change.name = "机关运行经费.较年初预算";
  change.type = FactType::Change;
  change.value = ChangeValue{ChangeCase::Increase, &current, &base};
  PrintStyle style;
  style.wording.phrases[ChangeCase::Increase] = "比{基数}多{绝对额}万元（{幅度}）";
  EXPECT_EQ(print_in_prose(change, style), "比年初预算多1万元（100%）");
}

TEST(PrintAmounts, FormatsOfATemplate) {
  Fact fact;
  fact.value = Money::from_fen(-123'450'000);
  const PrintStyle style;
  EXPECT_EQ(print_in_prose(fact, style), "-123.45");
  EXPECT_EQ(print_in_prose(fact, style, "绝对值"), "123.45");
  EXPECT_EQ(print_in_prose(fact, style, "元"), "-1234500");
  EXPECT_EQ(print_in_prose(fact, style, "整数"), "-123");
  fact.value = Money::from_fen(1'945 * kWan + kWan * 8 / 10);
  EXPECT_EQ(print_in_prose(fact, style, "两位"), "1945.80");
  EXPECT_EQ(print_in_prose(fact, style, "千分位"), "1,945.8");
  EXPECT_EQ(print_in_cell(fact, style), "1,945.80");
  fact.value = Money();
  EXPECT_EQ(print_in_cell(fact, style), "");
  fact.value = std::monostate();
  EXPECT_EQ(print_in_cell(fact, style), "");
}

TEST(PrintNumbers, ScoresHaveTwoDecimalsAndUnitsFollow) {
  Fact score;
  score.type = FactType::Number;
  score.value = *Ratio::of(7293, 100);
  EXPECT_EQ(print_in_prose(score, PrintStyle()), "72.93");
  Fact figure;
  figure.type = FactType::Number;
  figure.value = Decimal{21360, 0};
  figure.unit = "人";
  EXPECT_EQ(print_in_prose(figure, PrintStyle()), "21360人");
  EXPECT_EQ(print_in_prose(figure, PrintStyle(), "数值"), "21360");
}

TEST(PrintOthers, DatesAndTruth) {
  Fact date;
  date.type = FactType::Date;
  date.value = Date{2024, 12, 31};
  EXPECT_EQ(print_in_prose(date, PrintStyle()), "2024年12月31日");
  Fact flag;
  flag.type = FactType::Boolean;
  flag.value = true;
  EXPECT_EQ(print_in_prose(flag, PrintStyle()), "是");
}

}  // namespace
}  // namespace gongkai
