#include "app/explain_query.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

using Kind = ExplainQuery::Kind;

TEST(ExplainQuery, AName) {
  const ExplainQuery query = parse_explain_query({"支出.一般公共预算.208"});
  EXPECT_EQ(query.kind, Kind::Name);
  EXPECT_EQ(query.text, "支出.一般公共预算.208");
}

TEST(ExplainQuery, ACellInThreeWordsOrOneArgument) {
  for (const auto& words : {std::vector<std::string>{"公开05表", "208", "小计"}, {"公开05表 208 小计"}}) {
    const ExplainQuery query = parse_explain_query(words);
    EXPECT_EQ(query.kind, Kind::Cell);
    EXPECT_EQ(query.table + "|" + query.row + "|" + query.column, "公开05表|208|小计");
  }
}

TEST(ExplainQuery, ACellOfTheWorkbook) {
  for (const char* text : {"公开05表!D9", "公开05表！D9", "'公开05表'!D9"}) {
    const ExplainQuery query = parse_explain_query({text});
    EXPECT_EQ(query.kind, Kind::SheetCell) << text;
    EXPECT_EQ(query.table + "|" + query.text, "公开05表|D9") << text;
  }
  EXPECT_EQ(parse_explain_query({"注意!小计"}).kind, Kind::Name);
}

TEST(ExplainQuery, WordsOnAPage) {
  for (const auto& words :
       {std::vector<std::string>{"第9页 \"下降14.6%\""}, {"第9页", "下降14.6%"}, {"第 9 页“下降14.6%”"}}) {
    const ExplainQuery query = parse_explain_query(words);
    EXPECT_EQ(query.kind, Kind::Printed);
    EXPECT_EQ(query.page, "9");
    EXPECT_EQ(query.text, "下降14.6%");
  }
}

TEST(ExplainQuery, WordsInQuotesNeedNoPage) {
  const ExplainQuery query = parse_explain_query({"「支出合计 12万元。」"});
  EXPECT_EQ(query.kind, Kind::Printed);
  EXPECT_EQ(query.page, "");
  EXPECT_EQ(query.text, "支出合计 12万元。");
}

TEST(ExplainQuery, ChineseOrdinalsAreNoPages) {
  EXPECT_EQ(parse_explain_query({"第三部分页码"}).kind, Kind::Name);
}

}  // namespace
}  // namespace gongkai
