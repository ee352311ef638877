#include "layout/break_rules.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// The text with a mark at each place where a line may end at `level` or better.
std::string with_breaks(std::string_view text, BreakKind level = BreakKind::Good) {
  const std::u32string characters = decode_utf8(text);
  const auto kinds = find_breaks(characters);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (i > 0 && kinds[i] >= level) {
      out += "|";
    }
    append_utf8(out, characters[i]);
  }
  return out;
}

TEST(BreakRules, HanMayPartAnywhere) {
  EXPECT_EQ(with_breaks("收入决算"), "收|入|决|算");
}

TEST(BreakRules, ClosingMarksNeverBeginALine) {
  EXPECT_EQ(with_breaks("入，出。余；（）》”"), "入，|出。|余；|（）》”");
  EXPECT_EQ(with_breaks("增长％减"), "增|长％|减");
  EXPECT_EQ(with_breaks("甲·乙"), "甲·|乙");
}

TEST(BreakRules, OpeningMarksNeverEndALine) {
  EXPECT_EQ(with_breaks("按（一）款"), "按|（一）|款");
  EXPECT_EQ(with_breaks("称“三公”经费"), "称|“三|公”|经|费");
  EXPECT_EQ(with_breaks("（ 一"), "（ 一");
}

TEST(BreakRules, QuotesBetweenMarksDoNotGlueThem) {
  EXPECT_EQ(with_breaks("费、“基"), "费、|“基");
}

TEST(BreakRules, DashAndEllipsisAreOne) {
  EXPECT_EQ(with_breaks("甲——乙……丙"), "甲——|乙……|丙");
  EXPECT_EQ(with_breaks("甲——乙", BreakKind::Forbidden), "甲|——|乙");
}

TEST(BreakRules, NumbersStayWhole) {
  EXPECT_EQ(with_breaks("共1,945.8万元"), "共|1,945.8万元");
  EXPECT_EQ(with_breaks("降-3.2%，"), "降|-3.2%，");
  EXPECT_EQ(with_breaks("降−3.2%。"), "降|−3.2%。");
  EXPECT_EQ(with_breaks("至10～20万元"), "至|10～20万元");
  EXPECT_EQ(with_breaks("在2023—2024年"), "在|2023—2024年");
}

TEST(BreakRules, UnitsStayWithTheirNumber) {
  EXPECT_EQ(with_breaks("有3,000多万元和5个"), "有|3,000多万元|和|5个");
  EXPECT_EQ(with_breaks("2024年12月31日止"), "2024年|12月|31日|止");
  EXPECT_EQ(with_breaks("升0.5个百分点和"), "升|0.5个百分点|和");
  EXPECT_EQ(with_breaks("约120平方米房"), "约|120平方米|房");
  EXPECT_EQ(with_breaks("约120平方米房", BreakKind::Loose), "约|120|平|方|米|房");
}

TEST(BreakRules, UnitWordsWithoutNumberAreOrdinary) {
  EXPECT_EQ(with_breaks("单位万元"), "单|位|万|元");
}

TEST(BreakRules, DocumentNumbersStayTogether) {
  EXPECT_EQ(with_breaks("财〔2024〕5号文"), "财|〔2024〕5号|文");
  EXPECT_EQ(with_breaks("财〔2024〕5号文", BreakKind::Fair), "财|〔2024〕|5号|文");
  EXPECT_EQ(with_breaks("第3页"), "第3页");
}

TEST(BreakRules, AddressesPartAtTheirJointsWhenTheyMust) {
  EXPECT_EQ(with_breaks("见http://a.gov.cn/b-2/c"), "见|http://a.gov.cn/b-2/c");
  EXPECT_EQ(with_breaks("见http://a.gov.cn/b-2/c", BreakKind::Fair), "见|http://|a.|gov.|cn/|b-|2/|c");
  EXPECT_EQ(with_breaks("在2024/12/31", BreakKind::Fair), "在|2024/12/31");
}

TEST(BreakRules, LatinWordsStayWhole) {
  EXPECT_EQ(with_breaks("用Excel表 of the year"), "用|Excel|表 |of |the |year");
  EXPECT_EQ(with_breaks("e.g. A4/PDF-file"), "e.g. |A4/PDF-|file");
}

TEST(BreakRules, LineFeedForces) {
  const auto kinds = find_breaks(U"一\n二");
  EXPECT_EQ(kinds[1], BreakKind::Forbidden);
  EXPECT_EQ(kinds[2], BreakKind::Forced);
}

TEST(BreakRules, CombiningMarksStayWithTheirBase) {
  EXPECT_EQ(find_breaks(U"e\u0301x")[1], BreakKind::Never);
  EXPECT_EQ(find_breaks(U"葛\U000E0100城")[1], BreakKind::Never);
}

TEST(BreakRules, TicksStayWithWhatTheyTick) {
  EXPECT_EQ(with_breaks("☑是☐否"), "☑是|☐否");
}

}  // namespace
}  // namespace gongkai
