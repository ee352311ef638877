#include "input/json_schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/json_value.h"

namespace gongkai {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(JsonSchema, ValuesArePrintedByKind) {
  EXPECT_EQ(JsonValue::object().set("甲", JsonValue::texts({"一", "\"二\""})).print(),
            "{\n  \"甲\": [\"一\", \"\\\"二\\\"\"]\n}");
  EXPECT_EQ(JsonValue::object().set("乙", JsonValue::number(3)).set("丙", JsonValue::flag(true)).print(),
            "{\"乙\": 3, \"丙\": true}");
  EXPECT_EQ(JsonValue::list().print(), "[]");
}

Classification subjects() {
  Classification known;
  known.add({.code = "208", .name = "社会保障和就业支出"});
  known.add({.code = "2080505", .name = "养老保险缴费"});
  known.add({.code = "301", .name = "工资福利支出"});
  return known;
}

Shape sample() {
  Shape amount{.type = ValueType::Amount};
  Shape row{.type = ValueType::Map};
  row.fields = {{"决算", amount, "决算数", Need::Required, {}, {}}, {"因公出国（境）费", amount, "出国", {}, {}, {}}};
  row.patterns = {{KeyKind::FunctionCode, {7}, "项编码", amount, "一项", {}, {}},
                  {KeyKind::FunctionCode, {3}, {}, {}, {}, "是上级科目", "写到项"}};
  row.refusals = {{"合计", "E0208", "不用写：由各项相加", "请删去"}};
  row.exclusions = {{{{"甲"}, {"乙"}}, true, {}}};
  return row;
}

TEST(JsonSchema, SaysWhatTheReaderAccepts) {
  const std::string schema = json_schema(sample(), "样.json", "样", subjects());
  EXPECT_THAT(schema, HasSubstr("\"title\": \"决算\""));
  EXPECT_THAT(schema, HasSubstr("\"description\": \"决算数\""));
  EXPECT_THAT(schema, HasSubstr("\"required\": [\"决算\"]"));
  EXPECT_THAT(schema, HasSubstr("\"minimum\": 0"));
  EXPECT_THAT(schema, HasSubstr("\"additionalProperties\": false"));
  EXPECT_THAT(schema, HasSubstr("\"^2([0-9]{6})$\""));
  EXPECT_THAT(schema, HasSubstr("\"^因公出国[（(]境[）)]费$\""));
}

TEST(JsonSchema, SaysWhatTheReaderRefusesAndWhy) {
  const std::string schema = json_schema(sample(), "样.json", "样", subjects());
  EXPECT_THAT(schema, HasSubstr("“合计”不用写：由各项相加。请删去"));
  EXPECT_THAT(schema, HasSubstr("\"required\": [\"甲\", \"乙\"]"));
  EXPECT_THAT(schema, Not(HasSubstr("[0-9]{2})")));
}

TEST(JsonSchema, CodesHaveNamesAndUnknownOnesAreRefusedUnlessDeclared) {
  const std::string schema = json_schema(sample(), "样.json", "样", subjects());
  EXPECT_THAT(schema, HasSubstr("\"2080505\": {\"title\": \"养老保险缴费\"}"));
  EXPECT_THAT(schema, HasSubstr("{\"$ref\": \"#/definitions/功能分类7位\"}"));
  EXPECT_THAT(schema, HasSubstr("\"required\": [\"自定义科目\"]"));
  EXPECT_THAT(schema, HasSubstr("\"propertyNames\": {\"$ref\": \"#/definitions/科目库里的编码\"}"));
  EXPECT_THAT(schema, HasSubstr("\"enum\": [\"208\", \"2080505\", \"301\"]"));
}

TEST(JsonSchema, AFileWithoutCodesHasNoDefinitions) {
  Shape root{.type = ValueType::Map};
  root.fields = {{"名称", {}, "全称", {}, {}, {}}};
  EXPECT_THAT(json_schema(root, "样.json", "样", subjects()), Not(HasSubstr("definitions")));
}

TEST(JsonSchema, ShorthandsMayStandAlone) {
  Shape item{.type = ValueType::AmountItem};
  item.fields = {{"金额", {.type = ValueType::Amount}, "数额", Need::Required, {}, {}}};
  item.shorthand = "金额";
  Shape root{.type = ValueType::Map};
  root.fields = {{"收入", item, "收入", {}, {}, {}}};
  const std::string schema = json_schema(root, "样.json", "样", subjects());
  EXPECT_THAT(schema, HasSubstr("\"anyOf\""));
  EXPECT_LT(schema.find("\"type\": \"number\""), schema.rfind("\"type\": \"object\""));
}

}  // namespace
}  // namespace gongkai
