// The parts of composing that need no fact book.
#include <gtest/gtest.h>

#include "compose/file_names.h"
#include "compose/form_grid.h"
#include "compose/heading_numbers.h"
#include "compose/long_text.h"
#include "compose/punctuation.h"

namespace gongkai {
namespace {

const std::vector<std::string> kFormats = {"第{中文}部分　", "{中文}、", "（{中文}）", "{数}. ", "（{数}）"};

TEST(HeadingNumbers, StartAgainUnderEachParent) {
  HeadingNumbers numbers(kFormats);
  EXPECT_EQ(numbers.next_heading(1), "第一部分　");
  EXPECT_EQ(numbers.next_heading(2), "一、");
  EXPECT_EQ(numbers.next(4), "1. ");
  EXPECT_EQ(numbers.level(), 2) << "a numbered paragraph opens no level";
  EXPECT_EQ(numbers.next(4), "2. ");
  EXPECT_EQ(numbers.next(5), "（1）");
  EXPECT_EQ(numbers.next_heading(2), "二、");
  EXPECT_EQ(numbers.next_heading(4), "1. ");
  EXPECT_EQ(numbers.anchor(), "s1.2.0.1");
  EXPECT_EQ(numbers.next_heading(1), "第二部分　");
  EXPECT_EQ(numbers.next_heading(2), "一、");
  EXPECT_EQ(numbers.anchor(), "s2.1");
  EXPECT_NE(numbers.authored_anchor(), numbers.authored_anchor());
}

TEST(AuthoredNumber, IsRecognisedByTheBeginningOfALine) {
  EXPECT_EQ(read_authored_number("十二、甲").level, 2);
  EXPECT_EQ(read_authored_number("（三）甲").level, 3);
  EXPECT_EQ(read_authored_number("1. 甲").level, 4);
  EXPECT_EQ(read_authored_number("1. 甲").length, 3U);
  EXPECT_EQ(read_authored_number("（1）甲").level, 5);
  EXPECT_EQ(read_authored_number("1.5 倍").level, 0);
  EXPECT_EQ(read_authored_number("2024. 年").level, 0);
  EXPECT_EQ(read_authored_number("一般公共服务").level, 0);
  EXPECT_EQ(read_authored_number("（甲）").level, 0);
}

TEST(AuthoredHeading, DoesNotEndAsASentence) {
  EXPECT_TRUE(is_authored_heading("一、抓好参保扩面"));
  EXPECT_FALSE(is_authored_heading("一、抓好参保扩面。"));
  EXPECT_FALSE(is_authored_heading("（1）参保"));
  EXPECT_FALSE(is_authored_heading("参保"));
}

TEST(FileName, IsSafeOnEverySystem) {
  EXPECT_EQ(safe_file_name(" 2024年度甲/乙:公开 "), "2024年度甲／乙：公开");
  EXPECT_EQ(safe_file_name("..\n"), "");
  EXPECT_EQ(safe_file_name(".隐藏"), "_.隐藏");
  std::string long_name;
  for (int i = 0; i < 100; ++i) long_name += "长";
  EXPECT_EQ(safe_file_name(long_name).size(), 198U);
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& item : diagnostics.items()) found.push_back(item.code);
  return found;
}

TEST(Punctuation, DoubledMarksAreReportedWhereTheyMeet) {
  const Span second{.file = 0, .line = 7, .column = 3, .length = 1};
  Paragraph bad;
  bad.runs = {{"原因是减少。", nullptr, {}}, {"。", nullptr, second}};
  Paragraph good;
  good.runs = {{"“三公”经费", nullptr, {}}, {"，为零。", nullptr, {}}};
  Diagnostics diagnostics;
  check_punctuation({{bad}, {good}}, diagnostics);
  ASSERT_EQ(codes(diagnostics), std::vector<std::string>{"E0604"});
  EXPECT_EQ(diagnostics.items()[0].span, second);
}

FormCell cell(const std::string& text, int col_span = 1, int row_span = 1) {
  FormCell made;
  made.cell.runs = {{text, nullptr, {}}};
  made.cell.col_span = col_span;
  made.cell.row_span = row_span;
  return made;
}

FormCell merging(const std::string& text, int loop, const std::string& key = {}) {
  FormCell made = cell(text);
  made.merge_same = true;
  made.loop = loop;
  made.has_merge_key = !key.empty();
  made.merge_key = key;
  return made;
}

TEST(FormGrid, SpansFromAboveTakeTheirPlace) {
  Diagnostics diagnostics;
  FormGrid grid(3, diagnostics);
  grid.add_row({cell("甲", 1, 2), cell("乙", 2)}, {});
  grid.add_row({cell("丙"), cell("丁")}, {});
  const auto rows = grid.take_rows();
  EXPECT_TRUE(codes(diagnostics).empty());
  EXPECT_TRUE(rows[0][2].covered);
  EXPECT_TRUE(rows[1][0].covered);
  EXPECT_EQ(plain_text(rows[1][1].runs), "丙");
}

TEST(FormGrid, RowsThatDoNotFillTheGridAreErrors) {
  Diagnostics diagnostics;
  FormGrid grid(3, diagnostics);
  grid.add_row({cell("甲", 1, 2), cell("乙")}, {});
  grid.add_row({cell("丙"), cell("丁"), cell("戊")}, {});
  grid.take_rows();
  EXPECT_EQ(codes(diagnostics), (std::vector<std::string>{"E0605", "E0605"}));
}

TEST(FormGrid, EqualCellsMergeWithinOneLoopAndUnderMergedCells) {
  Diagnostics diagnostics;
  FormGrid grid(2, diagnostics);
  grid.add_row({merging("产出", 1), merging("数量", 1)}, {});
  grid.add_row({merging("产出", 1), merging("数量", 1)}, {});
  grid.add_row({merging("效益", 1), merging("数量", 1)}, {});
  grid.add_row({merging("效益", 2), merging("数量", 2)}, {});
  const auto rows = grid.take_rows();
  EXPECT_EQ(rows[0][0].row_span, 2);
  EXPECT_EQ(rows[0][1].row_span, 2);
  EXPECT_TRUE(rows[1][1].covered);
  EXPECT_EQ(rows[2][1].row_span, 1) << "another first level begins";
  EXPECT_EQ(rows[3][0].row_span, 1) << "another run of the loop begins";
}

TEST(FormGrid, CellsWithAKeyMergeByIt) {
  Diagnostics diagnostics;
  FormGrid grid(1, diagnostics);
  grid.add_row({merging("20", 1, "甲")}, {});
  grid.add_row({merging("20", 1, "甲")}, {});
  grid.add_row({merging("20", 1, "乙")}, {});
  const auto rows = grid.take_rows();
  EXPECT_EQ(rows[0][0].row_span, 2);
  EXPECT_EQ(rows[2][0].row_span, 1);
  EXPECT_FALSE(rows[2][0].covered);
}

}  // namespace
}  // namespace gongkai
