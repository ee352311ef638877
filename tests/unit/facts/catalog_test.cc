// Definitions: loading, overriding, and what is refused before any ledger is read.
#include "facts/catalog.h"

#include <gtest/gtest.h>

#include "test_book.h"

namespace gongkai {
namespace {

struct Loaded {
  Sources sources;
  Diagnostics diagnostics;
  FactCatalog catalog;

  explicit Loaded(const std::string& text, bool with_base = true) {
    if (with_base) {
      const std::string base = std::string(GONGKAI_SOURCE_DIR) + "/templates/base/facts.yaml";
      catalog.load(sources.add("base/facts.yaml", read_text(base)), sources, diagnostics);
    }
    catalog.load(sources.add("pack/facts.yaml", text), sources, diagnostics);
    catalog.check(diagnostics);
  }
  FactType type_of(const std::string& name) const {
    const auto found = catalog.resolve(name, nullptr);
    EXPECT_TRUE(found.has_value()) << name;
    return found ? found->type : FactType::Record;
  }
};

TEST(BaseFacts, AreFreeOfErrors) {
  const Loaded loaded("");
  EXPECT_EQ(loaded.diagnostics.items().size(), 0u) << render_text(loaded.diagnostics, loaded.sources);
}

TEST(BaseFacts, EveryDefinitionSaysWhatItMeans) {
  const Loaded loaded("");
  for (const auto& definition : loaded.catalog.definitions())
    EXPECT_FALSE(definition->meaning.empty()) << definition->name;
}

TEST(PackFacts, AShareOfAFactNamedByTheElementIsARatio) {
  const Loaded loaded(
      "列表:\n  版式.两项:\n    说: 两项\n    项: [财政拨款收入, 其他收入]\n    字段:\n"
      "      占总计: {类型: 比率, 式: '[项] ÷ 收支总计'}\n      一半: {类型: 金额, 式: '[项] ÷ 2'}\n");
  EXPECT_EQ(loaded.diagnostics.items().size(), 0u) << render_text(loaded.diagnostics, loaded.sources);
}

TEST(BaseFacts, OnlyDeclaredOptionsAreFacts) {
  Loaded loaded("", false);
  loaded.catalog.set_options({"科目级次", "封面样式"});
  const std::string base = std::string(GONGKAI_SOURCE_DIR) + "/templates/base/facts.yaml";
  loaded.catalog.load(loaded.sources.add("base/facts.yaml", read_text(base)), loaded.sources, loaded.diagnostics);
  EXPECT_EQ(loaded.type_of("选项.科目级次"), FactType::Text);
  EXPECT_EQ(loaded.type_of("选项.封面样式"), FactType::Text);
  EXPECT_FALSE(loaded.catalog.resolve("选项.科目级刺", nullptr));
  EXPECT_EQ(loaded.catalog.variables().at("选项名"), "科目级次、封面样式");
}

TEST(BaseFacts, TheNamesOfTheManualAreKnown) {
  const Loaded loaded("");
  for (const char* name : {"本年收入合计",
                           "财政拨款收入",
                           "一般公共预算财政拨款收入",
                           "政府性基金预算财政拨款收入",
                           "国有资本经营预算财政拨款收入",
                           "上级补助收入",
                           "事业收入",
                           "经营收入",
                           "附属单位上缴收入",
                           "其他收入",
                           "本年支出合计",
                           "基本支出",
                           "项目支出",
                           "上缴上级支出",
                           "经营支出",
                           "对附属单位补助支出",
                           "财政拨款支出",
                           "一般公共预算财政拨款支出",
                           "一般公共预算财政拨款基本支出",
                           "政府性基金预算财政拨款项目支出",
                           "国有资本经营预算财政拨款基本支出",
                           "使用非财政拨款结余",
                           "结余分配",
                           "年初结转和结余",
                           "年末结转和结余",
                           "年初财政拨款结转和结余",
                           "年末财政拨款结转和结余",
                           "结转结余.政府性基金.2296002.年末",
                           "结转结余.一般公共预算.调整额",
                           "收支总计",
                           "财政拨款收支总计",
                           "人员经费合计",
                           "公用经费合计",
                           "公用经费",
                           "机关运行经费",
                           "三公经费",
                           "三公经费.因公出国（境）费.预算",
                           "三公经费.公务用车购置及运行维护费",
                           "三公经费.一般公共预算.预算",
                           "政府采购.总额",
                           "政府采购.授予中小企业.货物",
                           "政府采购.授予小微企业",
                           "收入.全部.2080109",
                           "支出.一般公共预算.20801.基本支出",
                           "经济分类.基本支出.30201"}) {
    EXPECT_EQ(loaded.type_of(name), FactType::Amount) << name;
  }
  EXPECT_EQ(loaded.type_of("收支总计.较上年"), FactType::Change);
  EXPECT_EQ(loaded.type_of("收支总计.较上年.差额.为零"), FactType::Boolean);
  EXPECT_EQ(loaded.type_of("政府采购.授予中小企业.占.政府采购.总额"), FactType::Ratio);
  EXPECT_EQ(loaded.type_of("三公经费.公务接待费.国（境）外.批次"), FactType::Count);
  EXPECT_EQ(loaded.type_of("支出.一般公共预算.208.完成年初预算.情形"), FactType::Text);
  EXPECT_EQ(loaded.type_of("收支总计.较上年.驱动"), FactType::List);
  EXPECT_EQ(loaded.type_of("项目绩效.某项目.总分"), FactType::Number);
  EXPECT_EQ(loaded.type_of("业务数据.任何名字"), FactType::Number);
}

TEST(Resolve, RefusesWhatDoesNotExist) {
  const Loaded loaded("");
  for (const char* name : {"收支总记", "收支总计.较去年", "支出.一般公共预算.999", "支出.一般公共预算.208.食堂支出",
                           "收支总计.占比.情形", "单位.名称.较上年"}) {
    EXPECT_FALSE(loaded.catalog.resolve(name, nullptr).has_value()) << name;
  }
}

TEST(Override, ALaterFileReplacesADefinition) {
  TestBook book({ledger_text("收入: {一般公共预算: {2080101: 3}}\n支出: {一般公共预算: {2080101: {基本支出: 3}}}\n"
                             "国有资产: {车辆: {}, 百万元以上设备: 0}\n"),
                 "", "事实: {收支总计: {式: 本年收入合计 + 1万元, 说: 改写}, 评分.优: {类型: 数, 式: '85'}}\n"});
  EXPECT_EQ(book.text("收支总计"), "4");
  EXPECT_EQ(book.text("评分.优"), "85");
}

TEST(Override, AMoreLiteralPatternWins) {
  TestBook book({ledger_text("收入: {一般公共预算: {2080101: 3}}\n支出: {一般公共预算: {2080101: {基本支出: 3}}}\n"
                             "国有资产: {车辆: {}, 百万元以上设备: 0}\n"),
                 "", "事实: {支出.全部.208: {式: 7万元, 说: 试}}\n"});
  EXPECT_EQ(book.text("支出.全部.208"), "7");
  EXPECT_EQ(book.text("支出.全部.20801"), "3");
}

struct WrongDefinition {
  const char* text;
  const char* code;
  std::uint32_t column;
  const char* hint;
};

class Refused : public testing::TestWithParam<WrongDefinition> {};

TEST_P(Refused, WithItsPlaceAndWhatToDo) {
  const Loaded loaded(GetParam().text);
  ASSERT_FALSE(loaded.diagnostics.items().empty()) << GetParam().text;
  const Diagnostic& first = loaded.diagnostics.items().front();
  EXPECT_EQ(first.code, GetParam().code) << first.message;
  EXPECT_EQ(first.span.column, GetParam().column) << GetParam().text << "\n" << first.message;
  EXPECT_EQ(first.hint, GetParam().hint) << first.message;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Refused,
    testing::Values(
        WrongDefinition{"事实: {甲: 收支总记}", "E0504", 9, "是不是“收支总计”？"},
        WrongDefinition{"事实: {甲: 收支总计.较上年.差 }", "E0504", 9, "是不是“收支总计.较上年.差额”？"},
        WrongDefinition{"事实: {甲: 政府采购.分类}", "E0504", 9, "是不是“政府采购.分项”？"},
        WrongDefinition{"事实: {甲: 公开.实有人数}", "E0504", 9, ""},
        WrongDefinition{"事实: {甲: 支出.一般公共预算财政拨款.208.基本支出}", "E0504", 9,
                        "是不是“支出.一般公共预算.208.基本支出”？"},
        WrongDefinition{"事实: {甲: {类型: 是否, 式: 存在（收支总计）}}", "E0504", 21, "函数的括号用半角：存在(…)"},
        WrongDefinition{"事实: {甲: '（收支总计 + 收支总计）'}", "E0504", 10, "算式的括号用半角 ( )"},
        WrongDefinition{"事实: {甲: '（收支总计 + 1万元）'}", "E0501", 19, "函数和算式的括号用半角 ( )"},
        WrongDefinition{"事实: {甲: '和（支出.逐行, 1万元）'}", "E0501", 17, "函数和算式的括号用半角 ( )"},
        WrongDefinition{"事实: {甲: '收支总计) + 1万元'}", "E0501", 14, "删去它，或在前面补上与它配对的左括号"},
        WrongDefinition{"事实: {甲: 收支总计 + 年度}", "E0505", 9, ""},
        WrongDefinition{"事实: {甲: 单位.名称}", "E0505", 6, "请改“类型”或式子"},
        WrongDefinition{"事实: {甲: {类型: 是否, 式: 收支总计 > 5}}", "E0505", 21, "金额与数比较要写单位，如 > 50万元"},
        WrongDefinition{"事实: {甲: '计算(支出.逐行)'}", "E0505", 10, "是不是“计数”？"},
        WrongDefinition{"事实: {甲: '和(支出.逐行)'}", "E0505", 10, "写法：和(列表, 式)：每个元素算一遍式，相加"},
        WrongDefinition{"事实: {甲: '和(收支总计, 1万元)'}", "E0505", 12, ""},
        WrongDefinition{"事实: {'甲.[没有]': 1万元}", "E0503", 6, "请先在“变量”里写它的取值"},
        WrongDefinition{"事实: {甲: {式: 1万元, 分母: 乙}}", "E0503", 18, "是不是“分解”？"},
        WrongDefinition{"事实: {甲: 1万元, 甲: 2万元}", "E0503", 14, "请删去一处"},
        WrongDefinition{"事实: {甲: '支出[资金: 一般公预算]'}", "E0505", 17, "是不是“一般公共预算”？"},
        WrongDefinition{"事实: {甲: '支出[列: 基本]'}", "E0505", 16, ""},
        WrongDefinition{"事实: {甲: '收入[列: 基本支出]'}", "E0505", 16, "去掉“列”"},
        WrongDefinition{"事实: {甲: '经济分类[编码: 301、三0二]'}", "E0505", 19, "编码写数字，如 208、30201"},
        WrongDefinition{"事实: {甲: '支出.[资金].208'}", "E0504", 10, ""},
        WrongDefinition{"事实: {甲: {式: 1万元, 式: 2万元}}", "E0503", 18, "请删去一处"},
        WrongDefinition{"事实: {'': 1万元}", "E0503", 6, "请补上键名，或给文字加引号"},
        WrongDefinition{"事实: [1万元]", "E0503", 5, ""},
        WrongDefinition{"事实: {甲: &a 1万元}", "E0502", 9, "这里不用锚点；是文字就加单引号"},
        WrongDefinition{"事实:\n\t甲: 1万元", "E0502", 1, "请把它换成空格，每级缩进两个"},
        WrongDefinition{"事实: {甲: {说: 无}}", "E0503", 6, "请写它怎样算出"},
        WrongDefinition{"列表: {甲: {字段: {乙: 1万元}}}", "E0503", 9,
                        "请写“项”“科目”“账行”“单位账行”“本行”“指标行”“词条”或“式”"},
        WrongDefinition{"事实: [甲\n", "E0502", 1, "检查缩进、冒号后的空格和引号"}));

TEST(FactsFile, BrokenYamlIsOneErrorThatNamesTheLikelyCause) {
  const Loaded loaded("事实: {甲: 1万元，乙: 2万元}\n列表: {}\n", false);
  ASSERT_EQ(loaded.diagnostics.items().size(), 1u);
  const Diagnostic& problem = loaded.diagnostics.items().front();
  EXPECT_EQ(problem.code, "E0502");
  ASSERT_EQ(problem.notes.size(), 1u);
  EXPECT_EQ(problem.notes[0].span.column, 12u);
  EXPECT_NE(problem.notes[0].message.find("全角逗号"), std::string::npos) << problem.notes[0].message;
}

TEST(FactsFile, HalfWidthBracketsInKeysAndReferencesAreFullWidthOnes) {
  const Loaded loaded(
      "字段组: {组(甲): {值: 1万元}}\n列表: {乙: {项: [丙], 用字段: 组(甲)}}\n"
      "沿用: {因公(境): 公车(旧)}\n",
      false);
  EXPECT_EQ(loaded.diagnostics.items().size(), 0u) << render_text(loaded.diagnostics, loaded.sources);
  const auto list = loaded.catalog.resolve("乙", nullptr);
  ASSERT_TRUE(list && list->fields);
  EXPECT_TRUE(list->fields->contains("值"));
  const std::vector<std::string>* sources = loaded.catalog.inherits_from("因公（境）");
  ASSERT_NE(sources, nullptr);
  EXPECT_EQ(*sources, std::vector<std::string>{"公车（旧）"});
}

TEST(CheckExpression, KnowsTheFieldsOfLoops) {
  Loaded loaded("");
  const auto list = loaded.catalog.resolve("项目绩效.项目", nullptr);
  ASSERT_TRUE(list.has_value());
  const NameScope outer{nullptr, "项目", FactSignature{FactType::Record, list->fields, false}};
  const auto goals = loaded.catalog.resolve("项目.绩效目标", &outer);
  ASSERT_TRUE(goals.has_value());
  EXPECT_EQ(goals->type, FactType::List);
  const NameScope inner{&outer, "目标", FactSignature{FactType::Record, goals->fields, false}};
  EXPECT_EQ(loaded.catalog.resolve("目标.指标", &inner)->type, FactType::List);
  EXPECT_EQ(loaded.catalog.resolve("项目.执行数.为零", &inner)->type, FactType::Boolean);
  EXPECT_FALSE(loaded.catalog.resolve("目标.指示", &inner).has_value());
  const ExprPtr expr = parse_expression("目标.指示", Span{}, loaded.diagnostics);
  EXPECT_FALSE(loaded.catalog.check_expression(*expr, &inner, loaded.diagnostics).has_value());
  EXPECT_EQ(loaded.diagnostics.items().front().hint, "是不是“目标.指标”？");
}

}  // namespace
}  // namespace gongkai
