#include "check/prose.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "check/near_names.h"
#include "check/reasons.h"
#include "check/typed_amounts.h"

namespace gongkai {
namespace {

TEST(DirectionOfWords, TellsMoreFromLess) {
  EXPECT_EQ(direction_of_words("新录用人员到岗，人员经费增加"), 1);
  EXPECT_EQ(direction_of_words("压减办公支出"), -1);
  EXPECT_EQ(direction_of_words("人员减少，项目经费增加"), 0);
  EXPECT_EQ(direction_of_words("按进度结转下年支付"), 0);
}

TEST(FindTypedAmounts, ReadsUnitsAndSeparators) {
  const auto found = find_typed_amounts("支出1,945.8万元，其中80元，另1.2亿元、30余万元，共5人");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].amount, Money::from_fen(1'945'800'000));
  EXPECT_EQ(found[0].last_digit, Money::from_fen(100'000));
  EXPECT_EQ(found[1].amount, Money::from_fen(8'000));
  EXPECT_EQ(found[2].amount, Money::from_fen(12'000'000'000));
  EXPECT_EQ(found[3].amount, Money::from_fen(30'000'000));
}

TEST(FindTypedAmounts, LeavesQuotedFactsAlone) {
  EXPECT_TRUE(find_typed_amounts("增加{收支总计.较上年.绝对额}万元").empty());
  EXPECT_TRUE(find_typed_amounts("元旦后第3次会议").empty());
}

TEST(FindTypedAmounts, RefusesWhatIsTooLargeToRead) {
  EXPECT_TRUE(find_typed_amounts("99999999999999999999999亿元").empty());
}

AuthoredValue unit_named(const std::string& name, const std::string& brief) {
  AuthoredValue unit{.kind = ValueKind::Map};
  unit.children.push_back({.kind = ValueKind::Text, .key = "名称", .text = name});
  unit.children.push_back({.kind = ValueKind::Text, .key = "简称", .text = brief});
  return unit;
}

std::size_t near_names_in(const std::string& text) {
  const AuthoredValue unit = unit_named("示范市社会保险服务中心", "市社保中心");
  Diagnostics found;
  NearNames(unit).check(text, {.file = 0, .line = 1, .column = 1}, found);
  return found.items().size();
}

TEST(NearNames, FindsOtherForms) {
  EXPECT_EQ(near_names_in("示范市社保服务中心承担有关工作"), 1U);
  EXPECT_EQ(near_names_in("由示范市社会保险服务中中心负责"), 1U);
}

TEST(NearNames, AcceptsTheNameItselfAndOtherWords) {
  EXPECT_EQ(near_names_in("示范市社会保险服务中心承担有关工作"), 0U);
  EXPECT_EQ(near_names_in("市社保中心和示范市政务服务中心一起办公"), 0U);
}

TEST(Inside, CountsCharactersFromTheStart) {
  const Span span = inside({.file = 1, .line = 3, .column = 10, .length = 20}, 4, 5);
  EXPECT_EQ(span.column, 14U);
  EXPECT_EQ(span.length, 5U);
}

}  // namespace
}  // namespace gongkai
