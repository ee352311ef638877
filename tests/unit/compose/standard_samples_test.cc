// The shipped packs over the samples: what the standard and the published figures require.
#include <gtest/gtest.h>

#include "standard_pack_fixture.h"

namespace gongkai {
namespace {

constexpr const char* kPacks[] = {"hubei", "hubei-wuhan", "hubei-ezhou", "neimenggu"};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> cells_of(const std::vector<Cell>& row) {
  std::vector<std::string> texts;
  for (const Cell& cell : row) texts.push_back(cell.covered ? "-" : plain_text(cell.runs));
  return texts;
}

TEST(StandardPacks, LoadWithoutAnythingToReport) {
  const RealWorld world(GONGKAI_SOURCE_DIR);
  for (const char* name : kPacks) {
    Sources sources;
    Diagnostics diagnostics;
    EXPECT_NE(load_pack(world, name, 2024, sources, diagnostics), nullptr) << name;
    EXPECT_TRUE(diagnostics.items().empty()) << name << "\n" << render_text(diagnostics, sources);
  }
}

TEST(StandardSamples, EveryYearComposesUnderEveryPack) {
  const std::pair<const char*, const char*> kYears[] = {{"jianghan", "2024.yaml"},
                                                        {"gedian", "2024.yaml"},
                                                        {"shifan", "2024.yaml"},
                                                        {"shifan", "2023.yaml"},
                                                        {"wuhai", "2024.yaml"}};
  for (const auto& [unit, year] : kYears) {
    for (const char* pack : kPacks) {
      const auto made = StandardDisclosure::sample(unit, year, pack);
      ASSERT_TRUE(made.composed()) << unit << year << pack << made.problems();
      EXPECT_FALSE(made.diagnostics().has_errors()) << unit << year << pack << made.problems();
      const std::string prose = made.prose();
      for (const char* leftover : {"{", "}", "增加（减少）", "，，", "。。", "：。", "，。", "；。", "、、", "：，",
                                   "（）", "不存在", "2022年12月", "主要原因是。"}) {
        EXPECT_FALSE(has(prose, leftover)) << unit << year << pack << leftover;
      }
    }
  }
}

TEST(StandardSamples, JianghanSaysThePublishedFigures) {
  const auto made = StandardDisclosure::sample("jianghan", "2024.yaml");
  const std::string prose = made.prose();
  for (const char* words : {"收、支总计1,945.8万元", "减少333.71万元，下降14.6%", "占81%", "占9.9%", "占9.1%"}) {
    EXPECT_TRUE(has(prose, words)) << words;
  }
  const char* const kRates[] = {"103%",   "124.8%", "230.3%", "112.5%", "158.8%",
                                "100.9%", "101.3%", "95.1%",  "100.2%", "100%"};
  for (int i = 0; i < 10; ++i) {
    const std::string start = std::to_string(i + 1) + ". ";
    bool found = false;
    for (const std::string& line : made.lines()) {
      found = found || (line.starts_with(start) && has(line, "（项）。年初预算为") &&
                        has(line, std::string("完成年初预算的") + kRates[i]));
    }
    EXPECT_TRUE(found) << kRates[i];
  }
}

TEST(StandardSamples, WuhanSaysWhatOnlyWuhanAsksFor) {
  const auto made = StandardDisclosure::sample("jianghan", "2024.yaml");
  const std::string prose = made.prose();
  EXPECT_TRUE(has(prose, "核算使用的预算收入类会计科目：财政拨款收入。"));
  EXPECT_TRUE(has(prose, "机关运行经费支出235.56万元，与年初预算数相比增加19.05万元，增长8.8%"));
  EXPECT_TRUE(has(prose, "第四部分　2024年度重点工作完成情况"));
  EXPECT_FALSE(has(prose, "上级补助收入0万元"));
  EXPECT_FALSE(has(prose, "十四、"));
  const Table* first = made.table("公开01");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->rows.size(), 34u) << "31 行和 3 行表头";
  EXPECT_EQ(cells_of(first->rows.back()),
            (std::vector<std::string>{"总计", "31", "1,945.80", "总计", "62", "1,945.80"}));
  const Table* important = made.table("重点工作统计表");
  ASSERT_NE(important, nullptr);
  EXPECT_EQ(important->rows.size(), 5u);
}

TEST(StandardSamples, EzhouListsZerosAndAddsTheFourteenthSection) {
  const auto made = StandardDisclosure::sample("gedian", "2024.yaml");
  const std::string prose = made.prose();
  for (const char* words :
       {"收、支总计2027.65万元", "减少363.15万元，下降15.19%", "占98.42%", "占0.87%", "占0.71%", "完成年初预算的81.8%",
        "上级补助收入0万元，占本年收入0%", "基本工资59.68万元、津贴补贴47.82万元", "与上年决算数相比减少1.62万元",
        "副省级及以上领导干部用车0辆、主要负责人用车0辆", "十四、专项支出、转移支付支出情况说明",
        "第四部分　其他需要说明的情况"}) {
    EXPECT_TRUE(has(prose, words)) << words;
  }
  EXPECT_FALSE(has(prose, "重点工作完成情况"));
  // The unit gives budgets of 类 only, so only 类 are compared.
  EXPECT_TRUE(has(prose, "1. 社会保障和就业支出（类）。年初预算为2446.75万元"));
  EXPECT_FALSE(has(prose, "（项）。年初预算为"));
}

TEST(StandardSamples, TheGlossaryHasTheCodesOfTheTablesAndNoMore) {
  const auto made = StandardDisclosure::sample("gedian", "2024.yaml");
  int codes = 0;
  for (const std::string& line : made.lines()) {
    if (has(line, "（款）") && has(line, "（项）：反映")) ++codes;
  }
  EXPECT_EQ(codes, 11);
  EXPECT_FALSE(has(made.prose(), "事业收入：指"));
}

TEST(StandardSamples, EmptyTablesStayWithTheirSentence) {
  const auto made = StandardDisclosure::sample("gedian", "2024.yaml");
  for (const char* id : {"公开07", "公开08", "公开09"}) {
    const Table* table = made.table(id);
    ASSERT_NE(table, nullptr) << id;
    EXPECT_TRUE(plain_text(table->notes.back()).ends_with("故本表无数据。")) << id;
  }
  const Table* full = made.table("公开06");
  EXPECT_FALSE(plain_text(full->notes.back()).ends_with("故本表无数据。"));
}

TEST(StandardSamples, AFormSharesAGroupsPointsAndPrintsDerivedScores) {
  const auto made = StandardDisclosure::sample("shifan", "2024.yaml");
  const Table* form = made.table("项目绩效自评表");
  ASSERT_NE(form, nullptr);
  bool shared = false;
  for (const auto& row : form->rows) {
    if (plain_text(row[2].runs) == "业务培训次数") shared = row[3].row_span == 2 && row[6].row_span == 2;
    if (plain_text(row[0].runs) == "总分") {
      EXPECT_EQ(plain_text(row[2].runs), "93.34");
    }
  }
  EXPECT_TRUE(shared);
}

TEST(StandardSamples, DriversAreNamedWhereNoReasonIsWritten) {
  const auto made = StandardDisclosure::sample("shifan", "2024.yaml");
  EXPECT_TRUE(has(made.prose(), "财政拨款收、支总计均增加32万元，增长3.2%，从构成看，主要是"));
  EXPECT_TRUE(has(made.prose(),
                  "国有资本经营预算财政拨款收入12万元，与2023年度决算数相比增加12万元"
                  "（上年为零，不计算增长率），主要原因是新增"));
}

}  // namespace
}  // namespace gongkai
