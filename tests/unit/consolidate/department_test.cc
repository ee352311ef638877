// Departments in memory: their ledger is the sum of their units', without what the units pay each other.
#include "consolidate/department.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "input/read_ledger.h"

namespace gongkai {
namespace {

std::string unit_file(const std::string& name, const std::string& nature, const std::string& more = {}) {
  return "名称: " + name + "\n类型: 单位\n性质: " + nature +
         "\n主管部门: 示范局\n财政级次: 市级\n模板: 测试版式\n主要职责: 承担测试工作\n" + more;
}

std::string department_file(const std::string& folders) {
  return "名称: 示范局\n类型: 部门\n性质: 行政单位\n财政级次: 市级\n模板: 测试版式\n主要职责: 负责测试\n下属单位:\n" +
         folders;
}

constexpr const char* kTwo = "  - {名称: 甲院, 文件夹: 甲}\n  - {名称: 乙站, 文件夹: 乙}\n";

/// A department of two: 甲 pays 乙 a subsidy of 20 元.
std::map<std::string, std::string> two_units() {
  return {
      {"局/unit.yaml", department_file(kTwo)},
      {"局/2024.yaml", "年度: 2024\n金额单位: 元\n支出:\n  一般公共预算:\n    208: {用途: 保障运转}\n"},
      {"局/甲/unit.yaml", unit_file("甲院", "行政单位")},
      {"局/甲/2024.yaml",
       "年度: 2024\n金额单位: 元\n收入:\n  一般公共预算: {2080101: 100}\n  其他收入: {2080101: 20}\n"
       "支出:\n  一般公共预算:\n    2080101: {基本支出: 100, 年初预算: 90}\n  非财政拨款:\n"
       "    2080101: {对附属单位补助支出: 20}\n"
       "经济分类:\n  基本支出: {30101: 70, 30201: 30}\n"
       "三公经费:\n  公务接待费: {预算: 5, 决算: 4, 国内: {批次: 2, 人次: 9, 用途: 调研}}\n"
       "机关运行经费: {上年: 28}\n"
       "国有资产: {车辆: {应急保障用车: 1}, 百万元以上设备: 0}\n政府采购: {货物: 6, 授予中小企业: 3}\n"
       "业务数据: {满意率: {值: 96, 单位: '%'}}\n"
       "项目绩效:\n  - {项目: 甲项目, 预算数: 1, 执行数: 1, 完成情况: '满意率{业务数据.满意率}', 自评得分: 90}\n"},
      {"局/乙/unit.yaml", unit_file("乙站", "公益一类事业单位")},
      {"局/乙/2024.yaml",
       "年度: 2024\n金额单位: 元\n收入:\n  一般公共预算: {2080101: 50.01}\n  上级补助收入: {2080101: 20}\n"
       "支出:\n  一般公共预算:\n    2080101: {基本支出: 50.01, 年初预算: 50}\n  非财政拨款:\n"
       "    2080101: {项目支出: 20}\n"
       "经济分类:\n  基本支出: {30101: 40, 30201: 10.01}\n"
       "国有资产: {车辆: {应急保障用车: 2, 其他用车: 1}, 其他用车说明: 校车, 百万元以上设备: 3}\n"
       "政府采购: {货物: 1, 服务: 2, 授予中小企业: 2}\n业务数据: {满意率: {值: 93, 单位: '%'}}\n"
       "项目绩效:\n  - {项目: 乙项目, 预算数: 1, 执行数: 1, 完成情况: '满意率{业务数据.满意率}', 自评得分: 80}\n"},
  };
}

struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  DisclosedLedger read;

  std::string shown() const { return render_text(diagnostics, sources); }
  bool has(const std::string& code) const {
    for (const Diagnostic& d : diagnostics.items()) {
      if (d.code == code) return true;
    }
    return false;
  }
};

void read_into(Reading& reading, const std::map<std::string, std::string>& files) {
  const RealWorld real(GONGKAI_SOURCE_DIR);
  Sources unused;
  Diagnostics unheard;
  const Classification subjects = read_classification(real, unused, unheard);
  const MemoryWorld world(files);
  reading.read = read_disclosed_ledger(world, "局/2024.yaml", subjects, reading.sources, reading.diagnostics);
}

/// Replaces `from` in one file, which must hold it.
void edit(std::map<std::string, std::string>& files, const std::string& file, const std::string& from,
          const std::string& to) {
  std::string& text = files.at(file);
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

Money sum(const Ledger& ledger, Book book, std::string_view fund, std::string_view column = {}) {
  Money total;
  for (const LedgerEntry& entry : ledger.entries) {
    if (entry.book == book && entry.fund == fund && entry.column == column) total += entry.amount;
  }
  return total;
}

TEST(Department, AddsItsUnitsExactly) {
  Reading reading;
  read_into(reading, two_units());
  ASSERT_TRUE(reading.read.ledger && !reading.diagnostics.has_errors()) << reading.shown();
  const Ledger& total = *reading.read.ledger;
  EXPECT_EQ(reading.read.units.size(), 2U);
  EXPECT_EQ(sum(total, Book::Income, kGeneralBudget), Money::from_fen(15001));
  EXPECT_EQ(sum(total, Book::Expenditure, kGeneralBudget, "基本支出"), Money::from_fen(15001));
  EXPECT_EQ(sum(total, Book::InitialBudget, kGeneralBudget), Money::from_fen(14000));
  EXPECT_EQ(sum(total, Book::Economic, kGeneralBudget, "基本支出"), Money::from_fen(15001));
  EXPECT_EQ(total.year.at("国有资产.车辆.应急保障用车")->integer, 3);
  EXPECT_EQ(total.year.at("国有资产.其他用车说明")->text, "校车");
  EXPECT_EQ(total.year.at("政府采购.授予中小企业")->amount, Money::from_fen(500));
  EXPECT_EQ(total.year.at("三公经费.公务接待费.国内.人次")->integer, 9);
}

TEST(Department, TakesOutWhatUnitsPayEachOther) {
  Reading reading;
  read_into(reading, two_units());
  ASSERT_TRUE(reading.read.ledger) << reading.shown();
  for (const LedgerEntry& entry : reading.read.ledger->entries) {
    EXPECT_NE(entry.fund, "上级补助收入");
    EXPECT_NE(entry.column, "对附属单位补助支出");
  }
  EXPECT_EQ(sum(*reading.read.ledger, Book::Expenditure, kNonFiscal, "项目支出"), Money::from_fen(2000));
}

TEST(Department, TakesOutOnlyTheInsidePart) {
  auto files = two_units();
  edit(files, "局/乙/2024.yaml", "上级补助收入: {2080101: 20}", "上级补助收入: {2080101: {金额: 20, 其中本部门: 5}}");
  edit(files, "局/甲/2024.yaml", "对附属单位补助支出: 20}", "对附属单位补助支出: 20, 对附属单位补助支出其中本部门: 5}");
  Reading reading;
  read_into(reading, files);
  ASSERT_TRUE(reading.read.ledger && !reading.diagnostics.has_errors()) << reading.shown();
  EXPECT_EQ(sum(*reading.read.ledger, Book::Income, "上级补助收入"), Money::from_fen(1500));
  EXPECT_EQ(sum(*reading.read.ledger, Book::Expenditure, kNonFiscal, "对附属单位补助支出"), Money::from_fen(1500));
}

TEST(Department, NamesTheUnitsWhoseTransfersDiffer) {
  auto files = two_units();
  edit(files, "局/甲/2024.yaml", "对附属单位补助支出: 20", "对附属单位补助支出: 18");
  Reading reading;
  read_into(reading, files);
  EXPECT_TRUE(reading.has("E0244")) << reading.shown();
  EXPECT_NE(reading.shown().find("付：甲院：18 元"), std::string::npos) << reading.shown();
  EXPECT_NE(reading.shown().find("收：乙站：20 元"), std::string::npos) << reading.shown();
}

TEST(Department, KeepsEveryUnitsLineBehindAFigure) {
  Reading reading;
  read_into(reading, two_units());
  const AuthoredValue* goods = reading.read.ledger->year.at("政府采购.货物");
  ASSERT_NE(goods, nullptr);
  ASSERT_EQ(goods->parts.size(), 2U);
  EXPECT_EQ(reading.sources.file(goods->parts[0].span.file).path, "局/甲/2024.yaml");
  EXPECT_EQ(reading.sources.file(goods->parts[1].span.file).path, "局/乙/2024.yaml");
}

TEST(Department, CountsRunningCostsOfOfficesOnly) {
  Reading reading;
  read_into(reading, two_units());
  const AuthoredValue* costs = reading.read.ledger->year.find("机关运行经费");
  ASSERT_NE(costs, nullptr);
  EXPECT_EQ(costs->find("决算")->amount, Money::from_fen(3000));
  EXPECT_EQ(costs->find("上年")->amount, Money::from_fen(2800));
}

TEST(Department, KeepsBusinessFiguresOfOneNameApart) {
  Reading reading;
  read_into(reading, two_units());
  const AuthoredValue* projects = reading.read.ledger->year.find("项目绩效");
  ASSERT_TRUE(projects != nullptr && projects->children.size() == 2);
  EXPECT_EQ(projects->children[0].find("完成情况")->lines.front().text, "满意率{业务数据.满意率}");
  EXPECT_EQ(projects->children[1].find("完成情况")->lines.front().text, "满意率{业务数据.满意率（乙站）}");
  EXPECT_EQ(projects->children[1].find("实施单位")->text, "乙站");
  EXPECT_NE(reading.read.ledger->year.find("业务数据")->find("满意率（乙站）"), nullptr);
}

TEST(Department, DoesNotTakeAMissingBudgetForZero) {
  auto files = two_units();
  edit(files, "局/乙/2024.yaml", ", 年初预算: 50", "");
  Reading reading;
  read_into(reading, files);
  EXPECT_EQ(sum(*reading.read.ledger, Book::InitialBudget, kGeneralBudget), Money());
  EXPECT_TRUE(reading.has("W0246")) << reading.shown();
  EXPECT_NE(reading.shown().find("乙站没有写"), std::string::npos) << reading.shown();
}

TEST(Department, LiftsBudgetsToTheHighestLevel) {
  auto files = two_units();
  edit(files, "局/乙/2024.yaml", ", 年初预算: 50", "");
  files.at("局/乙/2024.yaml") += "年初预算: {一般公共预算: {208: 50}}\n";
  Reading reading;
  read_into(reading, files);
  for (const LedgerEntry& entry : reading.read.ledger->entries) {
    if (entry.book == Book::InitialBudget) {
      EXPECT_EQ(entry.code, "208");
    }
  }
  EXPECT_EQ(sum(*reading.read.ledger, Book::InitialBudget, kGeneralBudget), Money::from_fen(14000));
}

struct Refused {
  const char* file;
  const char* from;
  const char* to;
  const char* code;
};

class RefusedDepartment : public testing::TestWithParam<Refused> {};

TEST_P(RefusedDepartment, IsReported) {
  auto files = two_units();
  edit(files, GetParam().file, GetParam().from, GetParam().to);
  Reading reading;
  read_into(reading, files);
  EXPECT_TRUE(reading.has(GetParam().code)) << reading.shown();
  EXPECT_TRUE(reading.diagnostics.has_errors());
}

INSTANTIATE_TEST_SUITE_P(
    Department, RefusedDepartment,
    testing::Values(Refused{"局/unit.yaml", "文件夹: 甲", "文件夹: /甲", "E0230"},
                    Refused{"局/unit.yaml", "文件夹: 甲", "文件夹: ../../甲", "E0230"},
                    Refused{"局/unit.yaml", "文件夹: 甲", "文件夹: .", "E0230"},
                    Refused{"局/unit.yaml", "文件夹: 甲", "文件夹: 丙", "E0230"},
                    Refused{"局/unit.yaml", "文件夹: 甲", "文件夹: 乙/", "E0230"},
                    Refused{"局/2024.yaml", "208: {用途: 保障运转}", "2080101: {基本支出: 1}", "E0240"},
                    Refused{"局/2024.yaml", "支出:", "国有资产: {车辆: {}, 百万元以上设备: 0}\n支出:", "E0240"},
                    Refused{"局/2024.yaml", "支出:", "年初预算: {一般公共预算: {208: 5}}\n支出:", "E0240"},
                    Refused{"局/甲/unit.yaml", "主要职责", "下属单位: [{名称: 丁, 文件夹: 丁}]\n主要职责", "E0241"},
                    Refused{"局/乙/2024.yaml", "业务数据:", "三公经费: {公务接待费: {预算: 1}}\n业务数据:", "E0242"},
                    Refused{"局/甲/2024.yaml", "满意率{业务数据.满意率}", "支出{本年支出合计}", "E0243"},
                    Refused{"局/甲/2024.yaml", "2080101: {基本支出: 100", "2080101: {基本支出: 一百", "E0212"}),
    [](const auto& test) { return "Case" + std::to_string(test.index); });

TEST(Department, MayLieBesideItsUnits) {
  auto files = two_units();
  for (const char* name : {"甲", "乙"}) {
    for (const char* file : {"unit.yaml", "2024.yaml"}) {
      const std::string old = std::string("局/") + name + "/" + file;
      files[std::string(name) + "/" + file] = files.at(old);
      files.erase(old);
    }
  }
  files.at("局/unit.yaml") = department_file("  - {名称: 甲院, 文件夹: ../甲}\n  - {名称: 乙站, 文件夹: ../乙}\n");
  Reading reading;
  read_into(reading, files);
  EXPECT_FALSE(reading.diagnostics.has_errors()) << reading.shown();
  EXPECT_EQ(reading.read.units.size(), 2U);
}

TEST(Department, WithoutFoldersIsReadAsItIs) {
  auto files = two_units();
  files.at("局/unit.yaml") = unit_file("示范局", "行政单位");
  files.at("局/2024.yaml") = files.at("局/甲/2024.yaml");
  Reading reading;
  read_into(reading, files);
  EXPECT_TRUE(reading.read.units.empty());
  EXPECT_FALSE(reading.diagnostics.has_errors()) << reading.shown();
}

}  // namespace
}  // namespace gongkai
