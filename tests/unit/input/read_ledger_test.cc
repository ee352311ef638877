#include "input/read_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "input/scalar_reader.h"
#include "read_helpers.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using test::plain_unit;
using test::plain_year;
using test::Reading;

std::string all_problems(const Reading& reading) {
  return render_text(reading.diagnostics, reading.sources);
}

TEST(ReadLedger, AcceptsAByteOrderMarkAndWindowsLineEnds) {
  std::string year = plain_year("其他说明: |\n  第一段\n\n  第二段\n");
  for (std::size_t at = 0; (at = year.find('\n', at)) != std::string::npos; at += 2) year.insert(at, "\r");
  const Reading reading = test::read_year("\uFEFF" + year);
  EXPECT_EQ(reading.problems(Severity::Error) + reading.problems(Severity::Warning), "");
  const AuthoredValue* text = reading.outcome.ledger->year.find("其他说明");
  ASSERT_EQ(text->lines.size(), 2U);
  EXPECT_EQ(text->lines[1].text, "第二段");
  EXPECT_EQ(text->lines[1].span.line, 12U);
  EXPECT_EQ(text->lines[1].span.column, 3U);
}

TEST(ReadLedger, CountsColumnsInCharactersAfterAByteOrderMark) {
  const Reading reading = test::read_year("\uFEFF" + plain_year("核对: {收支总计: 1, 本年收入合计: 一}\n"));
  const Diagnostic* problem = reading.find("E0212");
  ASSERT_NE(problem, nullptr);
  EXPECT_EQ(test::brief(*problem), "9:23 E0212");
}

TEST(ReadLedger, RefusesOtherEncodings) {
  const Reading reading = test::read_year("年度: 2024\n名称: \xD6\xD0\xD0\xC4\n");
  const Diagnostic* problem = reading.find("E0103");
  ASSERT_NE(problem, nullptr) << all_problems(reading);
  EXPECT_EQ(problem->span.line, 2U);
  EXPECT_FALSE(reading.outcome.ledger.has_value());
}

TEST(CorrectedNumber, IsAlwaysANumberThatWouldBeAccepted) {
  EXPECT_EQ(corrected_number("１２３，４５６.７８"), "123456.78");
  EXPECT_EQ(corrected_number("￥ 1'234.50"), "1234.50");
  EXPECT_EQ(corrected_number("+007.5"), "7.5");
  EXPECT_EQ(corrected_number("-00.5"), "-0.5");
  EXPECT_EQ(corrected_number("0-000"), std::nullopt);
  EXPECT_EQ(corrected_number("(12)"), std::nullopt);
  // In one pass, or a file of zeros would take an hour.
  EXPECT_EQ(corrected_number(std::string(2'000'000, '0') + "5"), "5");
}

TEST(ReadLedger, SaysWhatAFileIsThatIsNoText) {
  using namespace std::string_literals;
  const std::pair<std::string, std::string> kCases[] = {
      {"\xFF\xFE\x74\x5E\xA6\x5E", "UTF-16"},
      {"5\0e\0a\0r\0:\0 \0001\0"s, "UTF-16"},
      {"%PDF-1.7\n\xE2\xE3\xCF\xD3", "是 PDF 文件"},
      {"\x89PNG\r\n\x1A\n", "是 PNG 图片"},
      {"PK\x03\x04\x14\0\x06\0"s, "Word、Excel 或压缩文件"},
      {"年度: 2024\n\0"s, "不是文本文件"},
      {"\xC4\xEA\xB6\xC8: 2024\n", "原来多半是 GBK"},
  };
  for (const auto& [bytes, words] : kCases) {
    const Reading reading = test::read_year(bytes);
    ASSERT_NE(reading.find("E0103"), nullptr) << all_problems(reading);
    EXPECT_NE(all_problems(reading).find(words), std::string::npos) << all_problems(reading);
  }
}

TEST(ReadLedger, RefusesAFileAboveTheCapBeforeParsingIt) {
  const Reading reading = test::read_year(plain_year("# " + std::string(kMaxYamlBytes, 'x')));
  EXPECT_NE(reading.find("E0102"), nullptr);
  EXPECT_FALSE(reading.outcome.ledger.has_value());
}

TEST(ReadLedger, ReportsBothFilesInOneRun) {
  const Reading reading = test::read(
      {{"单位/unit.yaml", "名称: 甲\n类型: 单位组\n"}, {"单位/2024.yaml", plain_year("核对: {收支总计: x}\n")}});
  EXPECT_NE(reading.find("E0217"), nullptr);
  EXPECT_NE(reading.find("E0212"), nullptr);
  ASSERT_TRUE(reading.outcome.ledger.has_value());
  EXPECT_FALSE(reading.outcome.clean);
  EXPECT_EQ(reading.outcome.ledger->entries.size(), 2U);
}

TEST(ReadLedger, NamesAMissingFile) {
  const Reading reading = test::read({{"单位/2024.yaml", plain_year()}});
  const Diagnostic* problem = reading.find("E0101");
  ASSERT_NE(problem, nullptr);
  EXPECT_NE(problem->message.find("单位/unit.yaml"), std::string::npos);
  EXPECT_TRUE(reading.outcome.ledger.has_value());
  const Reading nothing = test::read({{"单位/unit.yaml", plain_unit()}});
  EXPECT_NE(nothing.find("E0101"), nullptr);
  EXPECT_FALSE(nothing.outcome.ledger.has_value());
}

TEST(ReadLedger, LetsTheYearOverrideTheUnit) {
  const Reading reading = test::read_year(plain_year("单位: {名称: 新名称, 简称: 新}\n"));
  const AuthoredValue& unit = reading.outcome.ledger->unit;
  EXPECT_EQ(unit.find("名称")->text, "新名称");
  EXPECT_EQ(unit.find("简称")->text, "新");
  EXPECT_EQ(unit.find("性质")->text, "公益一类事业单位");
  EXPECT_TRUE(reading.outcome.clean) << all_problems(reading);
}

TEST(ReadLedger, AsksLessOfAFileThatIsOnlyABase) {
  const std::string year = "年度: 2024\n金额单位: 元\n仅作基数: 是\n收入: {}\n支出: {}\n";
  const Reading base = test::read_year(year);
  EXPECT_EQ(base.problems(Severity::Error), "");
  EXPECT_TRUE(base.outcome.ledger->base_only);
  EXPECT_EQ(base.outcome.ledger->amount_unit, LedgerUnit::Yuan);
  const Reading whole = test::read_year("年度: 2024\n金额单位: 元\n收入: {}\n支出: {}\n");
  EXPECT_NE(whole.find("E0210"), nullptr);
}

TEST(ReadLedger, TakesNoneAsLastYearOfANewUnit) {
  const Reading reading = test::read_year(plain_year("上年: 无\n"));
  EXPECT_TRUE(reading.outcome.clean) << all_problems(reading);
  EXPECT_EQ(reading.outcome.ledger->year.find("上年")->text, "无");
  EXPECT_NE(test::read_year(plain_year("上年: 没有\n")).find("E0217"), nullptr);
}

TEST(ReadLedger, SplitsEachBookIntoEntries) {
  const Reading reading = test::read_year(
      "年度: 2024\n金额单位: 元\n收入: {事业收入: {2080109: {金额: 5, 其中教育收费: 2}}}\n"
      "支出: {非财政拨款: {2080109: {经营支出: 3, 年初预算: 4, 全年预算: 6}}}\n"
      "年初预算: {一般公共预算: {合计: 7, 208: 8}}\n"
      "结转结余: {政府性基金: {2080101: {年初: 9}}, 非财政拨款: {年末: -10}}\n"
      "经济分类: {项目支出: {30201: 11}, 非财政拨款: {基本支出: {30201: {金额: 12, 用途: 办公}}}}\n"
      "国有资产: {车辆: {}, 百万元以上设备: 0}\n");
  EXPECT_TRUE(reading.outcome.clean) << all_problems(reading);
  std::string entries;
  for (const LedgerEntry& e : reading.outcome.ledger->entries) {
    entries += std::string(book_name(e.book)) + "/" + e.fund + "/" + e.code + "/" + e.column + "=" +
               std::to_string(e.amount.fen()) + "\n";
  }
  EXPECT_EQ(entries,
            "收入/事业收入/2080109/=500\n支出/非财政拨款/2080109/经营支出=300\n年初预算/非财政拨款/2080109/=400\n"
            "全年预算/非财政拨款/2080109/=600\n年初预算/一般公共预算/合计/=700\n年初预算/一般公共预算/208/=800\n"
            "结转结余/政府性基金/2080101/年初=900\n结转结余/非财政拨款//年末=-1000\n"
            "经济分类/一般公共预算/30201/项目支出=1100\n经济分类/非财政拨款/30201/基本支出=1200\n");
}

TEST(ReadLedger, ReadsLongTextFromAFileOfTheFolder) {
  const Reading reading = test::read({{"单位/unit.yaml", plain_unit()},
                                      {"单位/2024.yaml", plain_year("其他说明: {文件: 附件/说明.txt}\n")},
                                      {"单位/附件/说明.txt", "\uFEFF　　一、标题\r\n\r\n正文增加（减少）\r\n"}});
  const AuthoredValue* text = reading.outcome.ledger->year.find("其他说明");
  ASSERT_EQ(text->lines.size(), 2U) << all_problems(reading);
  EXPECT_EQ(text->lines[0].text, "一、标题");
  EXPECT_EQ(text->lines[0].span.column, 3U);
  EXPECT_EQ(text->lines[1].span.line, 3U);
  const Diagnostic* leftover = reading.find("E0224");
  ASSERT_NE(leftover, nullptr);
  EXPECT_EQ(reading.sources.describe(leftover->span), "单位/附件/说明.txt:3:3");
}

TEST(ReadLedger, RefusesLinksAsLongTextFiles) {
  const fs::path folder = fs::path(testing::TempDir()) / "gongkai-input-links";
  fs::remove_all(folder);
  fs::create_directories(folder / "附件");
  std::ofstream(folder / "unit.yaml") << plain_unit();
  std::ofstream(folder / "2024.yaml") << plain_year(
      "其他说明: {文件: 附件/链接.txt}\n专项转移支付说明: {文件: 真.txt}\n");
  std::ofstream(folder / "真.txt") << "说明\n";
  fs::create_symlink("../真.txt", folder / "附件" / "链接.txt");
  Reading reading;
  const RealWorld world(GONGKAI_SOURCE_DIR);
  reading.outcome =
      read_ledger(world, folder / "2024.yaml", test::real_classification(), reading.sources, reading.diagnostics);
  fs::remove_all(folder);
  EXPECT_EQ(reading.diagnostics.count(Severity::Error), 1U) << all_problems(reading);
  ASSERT_NE(reading.find("E0104"), nullptr);
  EXPECT_EQ(reading.outcome.ledger->year.find("专项转移支付说明")->lines.size(), 1U);
}

TEST(ReadLedger, MeetsHostileFilesWithoutHarm) {
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "甲:\n";
  for (const std::string& text :
       {std::string(100'000, '['), std::string(100'000, '{'), std::string("- ") + std::string(50'000, '-'), deep,
        "核对: {" + std::string(20'000, ',') + "}\n", std::string("\0\0", 2), std::string("%YAML 9.9\n---\n"),
        std::string("? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? a\n")}) {
    const Reading reading = test::read_year(text);
    EXPECT_TRUE(reading.diagnostics.has_errors());
    EXPECT_FALSE(reading.outcome.clean);
  }
}

TEST(ReadLedger, ReadsALargeFileInReasonableTime) {
  std::string year = plain_year("业务数据: {甲: 1");
  for (int i = 0; i < 20'000; ++i) year += ", 业务量第" + std::to_string(i) + "项: " + std::to_string(i);
  const Reading reading = test::read_year(year + "}\n");
  EXPECT_TRUE(reading.outcome.clean);
  EXPECT_EQ(reading.outcome.ledger->year.find("业务数据")->children.size(), 20'001U);
}

TEST(PriorYearFile, IsTheOneOfTheYearBeforeBesideIt) {
  const MemoryWorld world({{"单位/2023.yaml", ""}, {"单位/2024.yaml", ""}, {"别处/2024.yaml", ""}});
  EXPECT_EQ(prior_year_file(world, "单位/2024.yaml"), fs::path("单位/2023.yaml"));
  EXPECT_EQ(prior_year_file(world, "单位/2023.yaml"), fs::path());
  EXPECT_EQ(prior_year_file(world, "别处/2024.yaml"), fs::path());
  EXPECT_EQ(prior_year_file(world, "单位/账本.yaml"), fs::path());
}

TEST(ReadClassification, GivesEveryCodeItsParents) {
  const Classification subjects = test::real_classification();
  EXPECT_GT(subjects.all().size(), 300U);
  EXPECT_EQ(subjects.name("2080101"), "行政运行");
  for (const auto& [code, subject] : subjects.all()) {
    const std::string_view parent = parent_code(code);
    EXPECT_TRUE(parent.empty() || subjects.find(parent) != nullptr) << code;
  }
  const bool some_unverified = std::ranges::any_of(subjects.all(), [](const auto& s) { return !s.second.verified; });
  EXPECT_TRUE(some_unverified);
}

TEST(ReadClassification, ReportsBadRows) {
  const std::map<std::string, std::string> files = {
      {"/data/classification/subjects.csv",
       "编码,名称,级次,分类,来源\n208,甲,类,支出功能分类,待核\n20801,乙,项,支出功能分类,待核\n"
       "208,甲,类,支出功能分类,待核\n2080,丙,款,支出功能分类,待核\n20802,丁\n20803,,款,x,y\n"}};
  const MemoryWorld world(files);
  Sources sources;
  Diagnostics diagnostics;
  const Classification subjects = read_classification(world, sources, diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::Error), 5U) << render_text(diagnostics, sources);
  EXPECT_EQ(subjects.all().size(), 1U);
  EXPECT_FALSE(subjects.find("208")->verified);
}

}  // namespace
}  // namespace gongkai
