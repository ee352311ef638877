// The published figures of the two real units, recomputed from their ledgers.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "test_book.h"

namespace gongkai {
namespace {

TestBook sample(const std::string& name) {
  const std::string folder = std::string(GONGKAI_SOURCE_DIR) + "/data/" + name;
  TestBook::Files files{read_text(folder + "/2024.yaml"), "", "", read_text(folder + "/unit.yaml")};
  const std::filesystem::path attachments = folder + "/附件";
  if (std::filesystem::exists(attachments)) {
    for (const auto& entry : std::filesystem::directory_iterator(attachments)) {
      files.others["/u/附件/" + entry.path().filename().string()] = read_text(entry.path());
    }
  }
  return TestBook(std::move(files));
}

TEST(Jianghan, TotalsAndChanges) {
  TestBook book = sample("jianghan");
  book.style.numbers.prose_amount.thousands = true;
  EXPECT_EQ(book.text("收支总计"), "1,945.8");
  EXPECT_EQ(book.text("收支总计.较上年"), "减少333.71万元，下降14.6%");
  EXPECT_EQ(book.text("本年收入合计.较上年"), "减少201.44万元，下降9.4%");
  EXPECT_EQ(book.text("财政拨款收支总计.较上年"), "增加22.98万元，增长1.2%");
  EXPECT_EQ(book.text("三公经费.较上年"), "减少0.41万元，下降21%");
  EXPECT_EQ(book.text("三公经费.完成全年预算"), "100%");
}

TEST(Jianghan, SharesFollowFromTheirFigures) {
  const TestBook book = sample("jianghan");
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.结构", "占比"), (std::vector<std::string>{"81%", "9.9%", "9.1%"}));
}

TEST(Jianghan, CompletionRatesOfTheTenItems) {
  const TestBook book = sample("jianghan");
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.项级", "完成年初预算"),
            (std::vector<std::string>{"103%", "124.8%", "230.3%", "112.5%", "158.8%", "100.9%", "101.3%", "95.1%",
                                      "100.2%", "100%"}));
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.年初预算"), "1826.31");
}

TEST(Jianghan, PublicExpensesAreTheSumOfTheirParts) {
  const TestBook book = sample("jianghan");
  // Published as 235.57, a figure bent to tie: the parts add up to 235.56.
  EXPECT_EQ(book.text("公用经费合计"), "235.56");
  EXPECT_EQ(book.text("人员经费合计"), "1407.13");
}

TEST(Gedian, TotalsSharesAndCompletion) {
  TestBook book = sample("gedian");
  book.style.numbers.percent.decimals = 2;
  EXPECT_EQ(book.text("收支总计"), "2027.65");
  EXPECT_EQ(book.text("收支总计.较上年"), "减少363.15万元，下降15.19%");
  EXPECT_EQ(book.column("一般公共预算财政拨款支出.结构", "占比"),
            (std::vector<std::string>{"98.42%", "0.87%", "0.71%"}));
  EXPECT_EQ(book.text("一般公共预算财政拨款支出.完成年初预算"), "81.8%");
}

TEST(Gedian, WhatIsNotKnownIsNotShown) {
  const TestBook book = sample("gedian");
  EXPECT_EQ(book.text("政府采购.总额"), "30");
  EXPECT_FALSE(book.exists("政府采购.货物"));
  EXPECT_FALSE(book.exists("政府采购.授予中小企业"));
  EXPECT_EQ(book.text("三公经费.较上年.情形"), "无基数");
  EXPECT_FALSE(book.exists("支出.一般公共预算.2080101.年初预算"));
}

}  // namespace
}  // namespace gongkai
