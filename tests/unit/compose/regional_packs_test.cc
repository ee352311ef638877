// What differs between regions is said in a pack of a few lines and nowhere else: denominators, bases of comparison,
// what belongs to a sum, the levels of a table; explain says it in Chinese.
#include <gtest/gtest.h>

#include "standard_pack_fixture.h"

namespace gongkai {
namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* kUnit = R"(名称: 示范中心
类型: 单位
性质: 公益一类事业单位
主管部门: 示范局
财政级次: 市级
模板: 小包
主要职责: 承办交办的事项
)";

constexpr const char* kYear = R"(年度: 2024
金额单位: 万元
收入: {一般公共预算: {2080101: 100, 2080109: 60}}
支出:
  一般公共预算:
    2080101: {基本支出: 100, 年初预算: 80, 全年预算: 110}
    2080109: {项目支出: 60, 年初预算: 80, 全年预算: 60}
经济分类: {基本支出: {30101: 90, 30215: 4, 30216: 3, 30217: 3}, 项目支出: {30227: 60}}
三公经费:
  公务接待费: {预算: 4, 年初预算: 6, 国内: {批次: 2, 人次: 20, 用途: 接待调研}, 变动原因: 来访增多, 差异原因: 从严接待}
上年: {三公经费: {公务接待费: 2}}
政府采购: {货物: 20, 服务: 60, 授予中小企业: 50, 授予小微企业: 20}
国有资产: {车辆: {}, 百万元以上设备: 0}
)";

/// The year composed under the pack "小包" made of `files`, which extends `parent`.
StandardDisclosure composed(const std::string& parent, const Files& files) {
  Files all = {{"unit.yaml", kUnit}, {"2024.yaml", kYear}};
  all["/templates/小包/pack.yaml"] = "名称: 试验\n继承: " + parent + "\n适用年度: [2022, 2030]\n";
  for (const auto& [name, text] : files) all["/templates/小包/" + name] += text;
  return StandardDisclosure(all, "2024.yaml");
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(RegionalFacts, TheDenominatorOfMicroEnterprises) {
  const auto parent = composed("hubei", {});
  EXPECT_FALSE(parent.diagnostics().has_errors()) << parent.problems();
  EXPECT_TRUE(has(parent.prose(), "授予小微企业合同金额20万元，占授予中小企业合同金额的40%。")) << parent.prose();
  const auto other =
      composed("hubei", {{"facts.yaml",
                          "事实:\n"
                          "  政府采购.小微企业占比: {类型: 比率, 式: 政府采购.授予小微企业 ÷ 政府采购.总额}\n"
                          "  政府采购.小微企业占比.分母: {类型: 文字, 式: \"'采购总额'\"}\n"}});
  EXPECT_FALSE(other.diagnostics().has_errors()) << other.problems();
  EXPECT_TRUE(has(other.prose(), "授予小微企业合同金额20万元，占采购总额的25%。")) << other.prose();
  const std::string said = other.explain("政府采购.小微企业占比");
  EXPECT_TRUE(has(said, "算法：政府采购.授予小微企业 除以 政府采购.总额")) << said;
  EXPECT_TRUE(has(said, "2024.yaml:12")) << said;
  EXPECT_TRUE(has(parent.explain("政府采购.小微企业占比"), "除以 政府采购.授予中小企业"));
}

TEST(RegionalFacts, TheBudgetTheThreeExpensesAreMeasuredBy) {
  const auto parent = composed("hubei", {});
  EXPECT_TRUE(has(parent.line("3. 公务接待费"), "全年预算数为4万元，支出决算为3万元，完成全年预算的75%"))
      << parent.prose();
  const auto other = composed(
      "hubei", {{"facts.yaml",
                 "事实:\n  '三公经费.[三公项].预算': {式: '如果 有账(三公经费.[三公项]) 则 "
                 "账基(三公经费.[三公项].年初预算) 否则 0元', "
                 "说: 年初预算数}\n"},
                {"disclosure.txt",
                 "@片段 完成全年预算 数\n@如果 存在(数.完成年初预算)\n，完成年初预算的{数.完成年初预算}\n@完\n@完\n"}});
  EXPECT_FALSE(other.diagnostics().has_errors()) << other.problems();
  EXPECT_TRUE(has(other.line("3. 公务接待费"), "支出决算为3万元，完成年初预算的50%")) << other.prose();
  EXPECT_TRUE(has(other.explain("三公经费.公务接待费.预算"), "6万元")) << other.explain("三公经费.公务接待费.预算");
}

TEST(RegionalFacts, FiveExpensesInsteadOfThree) {
  const auto made = composed("hubei", {{"facts.yaml", R"(事实:
  三公经费.会议费: {式: '经济分类[资金: 财政拨款, 编码: 30215]', 说: 会议费}
  三公经费.会议费.预算: {式: 0元, 说: 会议费的预算}
  三公经费.培训费: {式: '经济分类[资金: 财政拨款, 编码: 30216]', 说: 培训费}
  三公经费.培训费.预算: {式: 0元, 说: 培训费的预算}
  三公经费: {式: 三公经费.因公出国（境）费 + 三公经费.公务用车购置及运行维护费 + 三公经费.公务接待费 + 三公经费.会议费 + 三公经费.培训费, 说: 三公经费、会议费、培训费五项之和}
列表:
  版式.三公大项:
    说: 五项经费
    项: [因公出国（境）费, 公务用车购置及运行维护费, 公务接待费, 会议费, 培训费]
    字段:
      名称: {类型: 文字, 式: 项}
)"},
                                       {"tables/公开09.yaml", R"(表号: 公开09表
标题: '{年度}年度“三公”经费及会议费、培训费支出决算表'
工作表: 公开09表
列:
  - {键: 合计数, 标题: [合计], 类型: 金额, 求和: [接待, 会议, 培训]}
  - {键: 接待, 标题: [公务接待费], 类型: 金额}
  - {键: 会议, 标题: [会议费], 类型: 金额}
  - {键: 培训, 标题: [培训费], 类型: 金额}
行:
  - {合计数: 三公经费, 接待: 三公经费.公务接待费, 会议: 三公经费.会议费, 培训: 三公经费.培训费}
)"}});
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  EXPECT_TRUE(has(made.prose(), "支出决算为10万元")) << made.prose();
  EXPECT_TRUE(has(made.line("4. 会议费"), "支出决算为4万元")) << made.prose();
  const std::string said = made.explain("三公经费");
  EXPECT_TRUE(has(said, "三公经费.会议费 加 三公经费.培训费") || has(said, "三公经费.会议费 ＝ 4万元")) << said;
  ASSERT_NE(made.table("公开09"), nullptr);
  EXPECT_EQ(plain_text(made.table("公开09")->rows.back().front().runs), "10.00");
}

TEST(RegionalFacts, TheBudgetExpenditureIsMeasuredBy) {
  const auto parent = composed("hubei", {});
  EXPECT_TRUE(has(parent.line("1. 社会保障和就业支出（类）人力资源"), "完成年初预算的125%")) << parent.prose();
  const auto other = composed("hubei", {{"disclosure.txt", R"(@换 逐项预算比较
@每个 一般公共预算财政拨款支出.项级
#### {项名}（项）。全年预算为{决算.全年预算}万元，支出决算为{决算}万元，完成全年预算的{决算.完成全年预算}。
@完
@完
)"}});
  EXPECT_FALSE(other.diagnostics().has_errors()) << other.problems();
  EXPECT_TRUE(other.line("1. 行政运行（项）").ends_with("全年预算为110万元，支出决算为100万元，完成全年预算的90.9%。"))
      << other.prose();
  const std::string said = other.explain("支出.一般公共预算.2080101.完成全年预算");
  EXPECT_TRUE(has(said, "支出.一般公共预算.2080101 除以 支出.一般公共预算.2080101.全年预算")) << said;
}

/// The titles of the tables of one document, in order.
std::vector<std::string> table_titles(const StandardDisclosure& made) {
  std::vector<std::string> titles;
  for (const Block& block : made.document().blocks) {
    const auto* table = std::get_if<Table>(&block.content);
    if (table != nullptr && !table->number.empty()) titles.push_back(table->number + " " + table->title);
  }
  return titles;
}

StandardDisclosure of_year(const std::string& year, const std::string& unit) {
  return StandardDisclosure(
      {{"unit.yaml", unit},
       {year + ".yaml", "年度: " + year +
                            "\n金额单位: 万元\n收入: {一般公共预算: {2080101: 100, 2080109: 60}}\n"
                            "支出: {一般公共预算: {2080101: {基本支出: 100}, 2080109: {项目支出: 60}}}\n"
                            "经济分类: {基本支出: {30101: 100}}\n"
                            "国有资产: {车辆: {}, 百万元以上设备: 0}\n"}},
      year + ".yaml");
}

std::string unit_of(const std::string& pack, const std::string& more = {}) {
  std::string unit = kUnit;
  return unit.replace(unit.find("小包"), std::string("小包").size(), pack) + more;
}

TEST(YearVersions, AnOlderYearHasItsOwnOrderOfTables) {
  for (const char* pack : {"hubei", "hubei@2021"}) {
    const auto old = of_year("2021", unit_of(pack));
    ASSERT_TRUE(old.composed()) << old.problems();
    const std::vector<std::string> titles = table_titles(old);
    ASSERT_EQ(titles.size(), 9U);
    EXPECT_EQ(titles[6], "公开07表 2021年度财政拨款“三公”经费支出决算表");
    EXPECT_EQ(titles[7], "公开08表 2021年度政府性基金预算财政拨款收入支出决算表");
    EXPECT_EQ(titles[8], "公开09表 2021年度国有资本经营预算财政拨款支出决算表");
    const std::string prose = old.prose();
    EXPECT_LT(prose.find("七、财政拨款“三公”经费支出决算情况说明"),
              prose.find("八、政府性基金预算财政拨款收入支出决算情况说明"));
  }
  const std::vector<std::string> titles = table_titles(of_year("2024", unit_of("hubei")));
  ASSERT_EQ(titles.size(), 9U);
  EXPECT_EQ(titles[6], "公开07表 2024年度政府性基金预算财政拨款收入支出决算表");
  EXPECT_EQ(titles[8], "公开09表 2024年度财政拨款“三公”经费支出决算表");
}

TEST(YearVersions, NamedOutrightServeEveryYear) {
  const auto made = of_year("2024", unit_of("hubei@2021"));
  ASSERT_TRUE(made.composed()) << made.problems();
  EXPECT_EQ(table_titles(made).at(6), "公开07表 2024年度财政拨款“三公”经费支出决算表");
}

TEST(Options, TablesOfItemsOnly) {
  const auto made = of_year("2024", unit_of("hubei", "选项: {科目级次: 项}\n"));
  ASSERT_TRUE(made.composed()) << made.problems();
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  for (const char* id : {"公开02", "公开03", "公开05"}) {
    const Table* table = made.table(id);
    ASSERT_NE(table, nullptr);
    std::vector<std::string> codes;
    bool sums_both = false;
    for (const auto& row : table->rows) {
      if (row.front().kind == CellKind::Code && !row.front().header) codes.push_back(plain_text(row.front().runs));
      for (const Cell& cell : row) sums_both = sums_both || cell.sum_of.size() == 2;
    }
    EXPECT_EQ(codes, (std::vector<std::string>{"合计", "2080101", "2080109"})) << id;
    EXPECT_TRUE(sums_both) << id << ": no total is the sum of its two items";
  }
}

}  // namespace
}  // namespace gongkai
