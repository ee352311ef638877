#include "compare/printed_search.h"

#include <gmock/gmock.h>

namespace gongkai {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Fact named(const char* name) {
  Fact fact;
  fact.name = name;
  fact.value = Money();
  return fact;
}

class PrintedSearchTest : public ::testing::Test {
 protected:
  PrintedSearchTest() {
    Heading heading;
    heading.number = "一、";
    heading.runs = {{"收入", nullptr, {}}};
    Paragraph paragraph;
    paragraph.runs = {{"总计", nullptr, {}},         {"1,945.8", &total_, {}},
                      {"万元。比上年", nullptr, {}}, {"减少3万元，下降14.6%", &change_, {}},
                      {"，支出", nullptr, {}},       {"45.8", &other_, {}},
                      {"万元。", nullptr, {}}};
    document_.blocks = {{heading}, {paragraph}, {table()}};
  }

  Table table() const {
    Table table;
    table.number = "公开01表";
    table.title = "总表";
    table.columns = {{"项目", 0}, {"金额", 0}};
    table.header_rows = 1;
    table.rows.resize(2, std::vector<Cell>(2));
    table.rows[0][0].runs = {{"项目", nullptr, {}}};
    table.rows[0][1].runs = {{"决算数", nullptr, {}}};
    table.rows[1][0].runs = {{"合　计", nullptr, {}}};
    table.rows[1][1].runs = {{"45.8", nullptr, {}}};
    table.rows[1][1].fact = &other_;
    table.rows[1][1].kind = CellKind::Amount;
    return table;
  }

  std::vector<std::string> facts(std::string_view text) const {
    std::vector<std::string> names;
    for (const PrintedMatch& match : find_printed(document_, nullptr, text)) {
      for (const PrintedPart& part : match.parts) names.push_back(part.fact->name);
    }
    return names;
  }

  const Fact total_ = named("总计");
  const Fact change_ = named("总计.较上年");
  const Fact other_ = named("支出");
  Document document_;
};

TEST_F(PrintedSearchTest, APartOfAFigureIsThatFigure) {
  EXPECT_THAT(facts("下降14.6%"), ElementsAre("总计.较上年"));
}

TEST_F(PrintedSearchTest, ANumberIsFoundWhole) {
  EXPECT_THAT(facts("4.6%"), IsEmpty());
  EXPECT_THAT(facts("45.8"), ElementsAre("支出", "支出")) << "not the end of 1,945.8";
  EXPECT_THAT(facts("945"), IsEmpty());
}

TEST_F(PrintedSearchTest, SeparatorsAndBlanksDoNotMatter) {
  EXPECT_THAT(facts("总计 1945.8 万元"), ElementsAre("总计"));
  EXPECT_THAT(facts("1,945.8万元"), ElementsAre("总计"));
}

TEST_F(PrintedSearchTest, AWholeSentenceHasAllItsFigures) {
  const auto matches = find_printed(document_, nullptr, "比上年减少3万元，下降14.6%，支出45.8万元。");
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_THAT(matches[0].parts, SizeIs(2));
  EXPECT_EQ(matches[0].where, "一、收入");
  EXPECT_EQ(matches[0].context, "比上年减少3万元，下降14.6%，支出45.8万元。");
  EXPECT_EQ(find_printed(document_, nullptr, "总计").front().context, "总计1,945.8万元。");
}

TEST_F(PrintedSearchTest, ACellSaysItsRowAndColumn) {
  const auto matches = find_printed(document_, nullptr, "45.8");
  ASSERT_THAT(matches, SizeIs(2));
  EXPECT_EQ(matches[1].where, "公开01表 总表　合计，决算数");
}

TEST_F(PrintedSearchTest, WordsWithoutAFigureAreFoundToo) {
  const auto matches = find_printed(document_, nullptr, "收入");
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_THAT(matches[0].parts, IsEmpty());
}

}  // namespace
}  // namespace gongkai
