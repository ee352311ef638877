#include <gtest/gtest.h>

#include <algorithm>
#include <future>

#include "pack/pack.h"
#include "pack/pack_reading.h"

namespace gongkai {
namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* kFacts = R"(变量:
  编码: 功能编码
事实:
  年度: {类型: 计数, 式: 账(年度)}
  单位.名称: {类型: 文字, 式: 单位账(名称)}
  支出合计: '支出[资金: 一般公共预算]'
  支出.[编码]: '支出[资金: 一般公共预算, 编码: [编码]]'
列表:
  支出.逐行:
    科目: {账: 支出, 级: [类, 款, 项]}
    字段:
      编码: {类型: 文字, 式: 编码}
      金额: '支出[资金: 一般公共预算, 编码: [编码]]'
)";

constexpr const char* kBase = R"(名称: 底版
编号: ['第{中文}部分　', '{中文}、', '（{中文}）', '{数}. ', '（{数}）']
标题: '{年度}年度决算公开'
文件名: '{年度}'
工作簿名: '{年度}表'
数字: {正文千分位: 否, 表小数: 2}
)";

Files files() {
  return {{"/templates/base/pack.yaml", kBase},
          {"/templates/base/facts.yaml", kFacts},
          {"/templates/base/glossary.yaml", "词条: {甲: 指甲, 乙: 指乙}\n科目: {2080101: 反映行政运行}\n"},
          {"/templates/base/style.yaml", "文字: {正文: {字号: 15}}\n"},
          {"/templates/省/pack.yaml", "名称: 省\n继承: base\n适用年度: [2022, 2030]\n数字: {正文千分位: 是}\n"},
          {"/templates/省/disclosure.txt", "# 概况\n@块 收入\n{支出合计}万元。\n@完\n@表 公开05\n"},
          {"/templates/省/glossary.yaml", "词条: {甲: 不列, 丙: 指丙, 乙: '指{单位.名称}'}\n"},
          {"/templates/省/tables/公开05.yaml",
           "标题: 支出\n列: [{键: 编码, 类型: 编码, 取: 编码}, {键: 小计, 类型: 金额, 取: 金额}]\n"
           "行: [{编码: 合计, 小计: 支出合计, 合计: 是}, {逐行: 支出.逐行}]\n"},
          {"/templates/省@2020/pack.yaml", "名称: 旧省\n继承: base\n适用年度: [2018, 2021]\n"},
          {"/templates/省@2020/disclosure.txt", "旧\n"},
          {"/templates/市/pack.yaml", "名称: 市\n继承: 省\n"},
          {"/templates/市/rules.yaml", ""},
          {"/templates/市/disclosure.txt", "@后 收入\n后一段\n@完\n"}};
}

struct Result {
  Sources sources;
  Diagnostics diagnostics;
  std::shared_ptr<const Pack> pack;

  std::vector<std::string> codes() const {
    std::vector<std::string> found;
    for (const Diagnostic& item : diagnostics.items()) found.push_back(item.code);
    return found;
  }
};

std::unique_ptr<Result> load(const Files& world_files, const std::string& name, int year = 2024) {
  auto result = std::make_unique<Result>();
  const MemoryWorld world(world_files);
  result->pack = load_pack(world, name, year, result->sources, result->diagnostics);
  return result;
}

std::unique_ptr<Result> load_with(const std::string& path, const std::string& text, const std::string& name = "省") {
  Files changed = files();
  changed[path] = text;
  return load(changed, name);
}

TEST(PackLoader, MergesTheChain) {
  const auto result = load(files(), "市");
  ASSERT_NE(result->pack, nullptr);
  EXPECT_EQ(result->codes(), std::vector<std::string>{});
  const Pack& pack = *result->pack;
  EXPECT_EQ(pack.name, "市");
  EXPECT_EQ(pack.title, "市");
  EXPECT_EQ(pack.chain, (std::vector<std::string>{"base", "省", "市"}));
  EXPECT_TRUE(pack.print.numbers.prose_amount.thousands);
  EXPECT_EQ(pack.style.of("正文").size, 15);
  EXPECT_EQ(pack.glossary_order, (std::vector<std::string>{"乙", "丙"}));
  EXPECT_EQ(pack.glossary.at("乙"), "指{单位.名称}");
  EXPECT_EQ(pack.glossary.at("2080101"), "反映行政运行");
  EXPECT_EQ(pack.rule_files, std::vector<std::string>{"/templates/市/rules.yaml"});
  EXPECT_EQ(pack.body.size(), 4U);
}

/// Facts and contents read at one time, in two threads.
std::unique_ptr<Result> load_in_two_threads(const Files& world_files, const std::string& name) {
  auto result = std::make_unique<Result>();
  const MemoryWorld world(world_files);
  PackReading reading(world, name, 2024, result->sources, result->diagnostics);
  Diagnostics of_contents;
  auto contents = std::async(std::launch::async, [&] { reading.read_contents(of_contents); });
  reading.read_facts(result->diagnostics);
  contents.get();
  result->diagnostics.append(of_contents);
  result->pack = reading.finish(result->diagnostics);
  return result;
}

TEST(PackLoader, InTwoThreadsFindsTheSame) {
  Files broken = files();
  broken["/templates/省/disclosure.txt"] = "{支处合计}万元。\n@每个 支出.逐行 作 行\n{行.编马}\n@完\n@表 公开50\n";
  broken["/templates/市/facts.yaml"] = "事实:\n  甲: {算: 没有的 + 1}\n";
  for (const Files& world : {files(), broken}) {
    const auto one = load(world, "市");
    const auto two = load_in_two_threads(world, "市");
    ASSERT_EQ(one->pack == nullptr, two->pack == nullptr);
    one->diagnostics.sort_and_deduplicate();
    two->diagnostics.sort_and_deduplicate();
    EXPECT_EQ(render_text(one->diagnostics, one->sources), render_text(two->diagnostics, two->sources));
  }
}

TEST(PackLoader, TakesTheVersionOfTheYear) {
  EXPECT_EQ(load(files(), "省", 2019)->pack->title, "旧省");
  EXPECT_EQ(load(files(), "省@2020", 2024)->pack->title, "旧省");
  EXPECT_EQ(load(files(), "省", 2031)->codes(), std::vector<std::string>{"E0521"});
}

TEST(PackLoader, ReportsMissingPacksAndCircles) {
  const auto missing = load(files(), "省份");
  EXPECT_EQ(missing->pack, nullptr);
  EXPECT_EQ(missing->codes(), std::vector<std::string>{"E0520"});
  EXPECT_EQ(missing->diagnostics.items()[0].hint, "是不是“省”？");
  EXPECT_EQ(load_with("/templates/省/pack.yaml", "名称: 省\n继承: 市\n", "市")->codes(),
            std::vector<std::string>{"E0522"});
}

TEST(PackLoader, ReportsEveryUnknownNameInOneRun) {
  const auto result =
      load_with("/templates/省/disclosure.txt",
                "{支处合计}万元。\n@每个 支出.逐行 作 行\n{行.编马}{编码}{序号}\n@完\n@表 公开50\n{编码}\n");
  ASSERT_EQ(result->diagnostics.items().size(), 5U);
  EXPECT_EQ(result->diagnostics.items()[0].span.line, 1U);
  EXPECT_EQ(result->diagnostics.items()[0].span.column, 2U);
  EXPECT_NE(result->diagnostics.items()[0].hint.find("支出合计"), std::string::npos);
  EXPECT_EQ(result->diagnostics.items()[1].span.line, 3U);
  EXPECT_EQ(result->diagnostics.items()[2].code, "E0537");
  EXPECT_EQ(result->diagnostics.items()[2].hint, "是不是“公开05”？");
  EXPECT_EQ(result->diagnostics.items()[3].span.line, 6U);
}

TEST(PackLoader, ReportsListsAndAmountsInTheWrongPlace) {
  EXPECT_EQ(load_with("/templates/省/disclosure.txt", "{支出.逐行}\n@表 公开05\n")->codes(),
            std::vector<std::string>{"E0540"});
  EXPECT_EQ(load_with("/templates/省/disclosure.txt", "@每个 支出合计\n甲\n@完\n@表 公开05\n")->codes(),
            std::vector<std::string>{"E0540"});
  EXPECT_EQ(
      load_with("/templates/省/tables/公开05.yaml", "标题: 支出\n列: [{键: 小计, 类型: 金额}]\n行: [{小计: 年度}]\n")
          ->codes(),
      std::vector<std::string>{"E0540"});
}

/// A table with every place where a name may stand; the test misspells one at a time.
constexpr const char* kEveryPlace = R"(表号: '{年度}1'
标题: '{年度}2'
工作表: '{年度}3'
表头左: '{年度}4'
表头右: '{年度}5'
列:
  - {键: 编码, 标题: ['{年度}6'], 类型: 编码, 取: 编码}
  - {键: 小计, 标题: [小计], 类型: 金额, 取: 金额}
  - {键: 数, 标题: [数], 类型: 数量, 取: 年度 + 7}
行:
  - {编码: '{年度}8', 小计: 支出合计, 如果: 年度 > 9}
  - {小计: {取: 支出合计, 格式: 元}, 编码: {文: '{年度}10'}}
  - {逐行: '筛(支出.逐行, 年度 > 11)', 作: 行, 数: 年度 + 12}
  - {逐行: 支出.逐行}
末行: [[{文: '{年度}13'}, {取: 支出合计}, {取: 年度 + 14}]]
注: ['{年度}15']
空表: '{年度}16'
空表条件: 年度 = 17
)";

TEST(PackLoader, ChecksTheExpressionOfEveryPlaceOfATable) {
  EXPECT_EQ(load_with("/templates/省/tables/公开05.yaml", kEveryPlace)->codes(), std::vector<std::string>{});
  const std::string whole = kEveryPlace;
  const std::string name = "年度";
  std::size_t places = 0;
  for (auto at = whole.find(name); at != std::string::npos; at = whole.find(name, at + name.size())) {
    std::string broken = whole;
    broken.replace(at, name.size(), "年渡");
    const auto result = load_with("/templates/省/tables/公开05.yaml", broken);
    ASSERT_EQ(result->codes(), std::vector<std::string>{"E0504"}) << whole.substr(at, 20);
    const auto line =
        static_cast<std::uint32_t>(std::count(whole.begin(), whole.begin() + static_cast<long>(at), '\n'));
    EXPECT_EQ(result->diagnostics.items()[0].span.line, line + 1) << whole.substr(at, 20);
    ++places;
  }
  EXPECT_EQ(places, 17U);
}

TEST(PackLoader, NotesItsOwnTablesThatAreNotUsed) {
  EXPECT_EQ(load_with("/templates/省/disclosure.txt", "甲\n")->codes(), std::vector<std::string>{"N0501"});
  EXPECT_EQ(load_with("/templates/市/disclosure.txt", "甲\n", "市")->codes(), std::vector<std::string>{});
}

TEST(PackLoader, ChecksWhatDefinitionsQuote) {
  const auto result = load_with("/templates/省/glossary.yaml", "词条: {丁: '指{单位.名陈}的100万元'}\n");
  ASSERT_EQ(result->diagnostics.items().size(), 1U);
  EXPECT_EQ(result->diagnostics.items()[0].span.line, 1U);
  EXPECT_EQ(result->diagnostics.items()[0].span.column, 12U);
}

TEST(PackLoader, ReportsFilesThatAreNotUtf8AndSettingsThatAreMissing) {
  EXPECT_EQ(load_with("/templates/省/glossary.yaml", "词条: {甲: \xC0\x80}\n")->codes(),
            std::vector<std::string>{"E0523"});
  EXPECT_EQ(load_with("/templates/base/pack.yaml", "名称: 底版\n")->codes(),
            (std::vector<std::string>{"E0528", "E0528", "E0528", "E0528"}));
}

TEST(PackLoader, ReportsMarksAndFontsItDoesNotKnow) {
  const auto settings = [&](const std::string& line) {
    const auto result = load_with("/templates/省/pack.yaml", "名称: 省\n继承: base\n" + line);
    std::string said;
    for (const Diagnostic& item : result->diagnostics.items()) {
      said += item.code + ":" + std::to_string(item.span.line) + item.message;
    }
    return said;
  };
  EXPECT_EQ(settings("措辞: {增加: '多{绝对值}万元'}\n"), "E0534:3这里没有“{绝对值}”可用");
  EXPECT_EQ(settings("数字: {日期: '{年}年{月}月{曰}日'}\n"), "E0534:3这里没有“{曰}”可用");
  EXPECT_EQ(settings("编号: ['{中文}', '{中文}、', '（{中文}）', '{书}. ', '1']\n"),
            "E0534:3这里没有“{书}”可用E0534:3“1”里没有要换成值的地方");
  EXPECT_EQ(settings("适用年度: [2022]\n"), "E0527:3“适用年度”要写首年和末年");
  EXPECT_EQ(settings("措辞: {增加: '多{绝对额}万元，比{基数}'}\n适用年度: [2020, 2024]\n"), "");
  EXPECT_EQ(load_with("/templates/省/style.yaml", "文字: {正文: {字体: 防宋}}\n表: {标题字体: 楷体}\n")->codes(),
            std::vector<std::string>{"E0527"});
}

TEST(PackLoader, AFoundationMayLeaveItsTextToItsChildren) {
  Files world_files = files();
  world_files["/templates/base/pack.yaml"] = "名称: 底版\n";
  world_files["/templates/base/tables/公开09.yaml"] = "标题: 甲\n列: [{键: 甲}]\n行: [{甲: 乙}]\n";
  const auto problems = [&](const std::string& name, PackUse use) {
    const MemoryWorld world(world_files);
    Sources sources;
    Diagnostics diagnostics;
    EXPECT_NE(load_pack(world, name, 2024, sources, diagnostics, use), nullptr);
    return diagnostics.items().size();
  };
  EXPECT_EQ(problems("base", PackUse::Extending), 0U);
  EXPECT_EQ(problems("base", PackUse::Document), 6U) << "its settings, text and an unused table";
  EXPECT_EQ(problems("省", PackUse::Extending), 4U) << "a child has to say what its parent left out";
}

TEST(PackLoader, DeclaresOptionsWithTheirDefault) {
  const auto result = load_with("/templates/省/pack.yaml", "名称: 省\n继承: base\n选项: {科目级次: [类款项, 项]}\n");
  EXPECT_EQ(result->pack->options.at("科目级次"), "类款项");
  EXPECT_EQ(result->pack->option_values.at("科目级次").size(), 2U);
}

TEST(Pack, AYearVersionBuildsOnThePackOfItsName) {
  Files world = files();
  world["/templates/省@2020/pack.yaml"] = "名称: 旧省\n继承: 省\n适用年度: [2018, 2021]\n";
  world.erase("/templates/省@2020/disclosure.txt");
  const auto by_year = load(world, "省", 2020);
  ASSERT_TRUE(by_year->pack);
  EXPECT_EQ(by_year->pack->chain, (std::vector<std::string>{"base", "省", "省@2020"}));
  const auto through_child = load(world, "市", 2019);
  ASSERT_TRUE(through_child->pack);
  EXPECT_EQ(through_child->pack->chain.back(), "市");
  EXPECT_EQ(through_child->pack->chain.at(2), "省@2020");
}

TEST(Pack, GlossaryTermsCanBePutFirst) {
  const auto result = load_with("/templates/省/glossary.yaml", "词条: {丁: 指丁}\n次序: [丁, 乙]\n");
  ASSERT_TRUE(result->pack);
  EXPECT_EQ(result->pack->glossary_order, (std::vector<std::string>{"丁", "乙", "甲"}));
}

TEST(Pack, GlossaryTermsThatAreNotThereCannotBeTakenAwayOrPutFirst) {
  const auto result = load_with("/templates/省/glossary.yaml", "词条: {甲甲: 不列}\n次序: [乙乙, 乙]\n");
  ASSERT_EQ(result->codes(), (std::vector<std::string>{"E0526", "E0526"}));
  EXPECT_EQ(result->diagnostics.items()[0].message, "名词解释里没有“甲甲”这一条");
  EXPECT_EQ(result->diagnostics.items()[0].hint, "是不是“甲”？");
  EXPECT_EQ(result->diagnostics.items()[1].span.line, 2U);
}

}  // namespace
}  // namespace gongkai
