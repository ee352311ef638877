#include "compare/comparison.h"

#include <gmock/gmock.h>

namespace gongkai {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Snapshot sample() {
  Snapshot snapshot;
  snapshot.unit = "示范中心";
  snapshot.year = "2024";
  snapshot.figures = {{"支出.2080101", "10万元", "2024.yaml:5"}, {"支出.2080109", "3万元", "2024.yaml:6"}};
  snapshot.facts = {{"合计", "13万元", {"支出.2080101", "支出.2080109"}}, {"合计.占比", "100%", {"合计"}}};
  snapshot.cells = {{"公开05表", "2080101", "小计", "10.00", 1},
                    {"公开05表", "合计", "小计", "13.00", 1},
                    {"公开05表", "合计", "小计", "13.00", 2}};
  snapshot.sentences = {
      {"一、", "支出合计13万元。", 0, 0}, {"一、", "其中基本支出10万元。", 0, 1}, {"二、", "没有三公经费。", 1, 1}};
  snapshot.pages = {{"", "aa"}, {"1", "bb"}, {"2", "cc"}};
  return snapshot;
}

TEST(Comparison, NothingChanged) {
  const Comparison same = compare_snapshots(sample(), sample());
  EXPECT_TRUE(same.empty());
  EXPECT_EQ(comparison_text(same), "没有不同\n");
}

TEST(Comparison, AFigureIsFollowedToFactsAndCells) {
  Snapshot after = sample();
  after.figures[1].text = "4万元";
  after.facts[0].text = "14万元";
  after.cells[1].text = "14.00";
  const Comparison changes = compare_snapshots(sample(), after);
  ASSERT_THAT(changes.figures, SizeIs(1));
  EXPECT_EQ(changes.figures[0].path, "支出.2080109");
  ASSERT_THAT(changes.facts, SizeIs(1));
  EXPECT_THAT(changes.facts[0].because, ElementsAre("支出.2080109"));
  ASSERT_THAT(changes.cells, SizeIs(1)) << "the second cell of the same name did not change";
  EXPECT_EQ(changes.cells[0].page, "第1页（PDF 第2页）");
}

TEST(Comparison, RewrittenSentencesStandSideBySide) {
  Snapshot after = sample();
  after.sentences[0].text = "支出合计14万元。";
  after.sentences.insert(after.sentences.begin() + 1, {"一、", "较上年增加1万元。", 0, 0});
  after.sentences.pop_back();
  const Comparison changes = compare_snapshots(sample(), after);
  ASSERT_THAT(changes.sentences, SizeIs(3));
  EXPECT_EQ(changes.sentences[0].before, "支出合计13万元。");
  EXPECT_EQ(changes.sentences[0].after, "支出合计14万元。");
  EXPECT_THAT(changes.sentences[1].before, IsEmpty());
  EXPECT_THAT(changes.sentences[2].after, IsEmpty());
  EXPECT_EQ(changes.sentences[2].section, "二、");
}

TEST(Comparison, APageThatOnlyMovedIsNotChanged) {
  Snapshot after = sample();
  after.pages.insert(after.pages.begin() + 1, {"1", "new"});
  after.pages[2].label = "2";
  after.pages[3].label = "3";
  const Comparison changes = compare_snapshots(sample(), after);
  ASSERT_THAT(changes.pages, SizeIs(1));
  EXPECT_THAT(changes.pages[0].before, IsEmpty());
  EXPECT_EQ(changes.pages[0].after, "第1页（PDF 第2页）");
}

TEST(Comparison, SaysOnWhichPagesASentenceRuns) {
  Snapshot after = sample();
  after.sentences[1].text = "其中基本支出11万元。";
  EXPECT_EQ(compare_snapshots(sample(), after).sentences.at(0).page_after, "PDF 第1页至第1页（PDF 第2页）");
}

TEST(Comparison, HtmlMarksWhatDiffersAndNothingActs) {
  Snapshot after = sample();
  after.sentences[0].text = "支出合计14万元<script>。";
  const std::string html = comparison_html(compare_snapshots(sample(), after));
  EXPECT_THAT(html, HasSubstr("支出合计1<del>3</del>万元"));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
}

TEST(Comparison, JsonQuotes) {
  Snapshot after = sample();
  after.figures[0].text = "“十”\"万\"";
  EXPECT_THAT(comparison_json(compare_snapshots(sample(), after)), HasSubstr(R"("after": "“十”\"万\"")"));
}

}  // namespace
}  // namespace gongkai
