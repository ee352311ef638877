#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>

#include "frame_probe.h"
#include "layout/layout.h"
#include "sample_document.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

std::string codes(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& item : diagnostics.items()) out += item.code + ";";
  return out;
}

class TableLayoutTest : public testing::Test {
 protected:
  void SetUp() override {
    fonts_ = open_fonts();
    ASSERT_NE(fonts_, nullptr);
    document_.style = Style::standard();
  }

  Frames laid_out(std::vector<Block> blocks) {
    document_.blocks = std::move(blocks);
    Diagnostics diagnostics;
    auto frames = lay_out(document_, *fonts_, diagnostics);
    EXPECT_TRUE(frames) << codes(diagnostics);
    return frames ? *frames : Frames{};
  }

  Diagnostics refused(Table table) {
    document_.blocks = {{std::move(table)}};
    Diagnostics diagnostics;
    EXPECT_FALSE(lay_out(document_, *fonts_, diagnostics));
    return diagnostics;
  }

  /// Every text of every cell stands on the pages, in cells of its own.
  void expect_whole(const Frames& frames, const Table& table) {
    std::map<StructureId, std::string> texts;
    for (const Page& page : frames.pages) {
      for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run != nullptr && item.structure != kArtifact) texts[item.structure] += run->text;
      }
    }
    std::multiset<std::string> printed;
    for (const auto& [structure, text] : texts) printed.insert(without_blanks(text));
    for (const auto& row : table.rows) {
      for (const Cell& cell : row) {
        const std::string text = without_blanks(plain_text(cell.runs));
        if (cell.covered || text.empty()) continue;
        const auto found = printed.find(text);
        ASSERT_NE(found, printed.end()) << "lost: " << text;
        printed.erase(found);
      }
    }
    EXPECT_THAT(outside_text_block(frames, document_.style.page), testing::IsEmpty());
  }

  std::unique_ptr<FontLibrary> fonts_;
  Document document_;
};

TEST_F(TableLayoutTest, ThirtyOneRowsFitOnOnePageInEitherOrientation) {
  for (const Orientation orientation : {Orientation::Portrait, Orientation::Landscape}) {
    const Table table = balance_table(31, orientation);
    const Frames frames = laid_out({{table}});
    EXPECT_EQ(frames.pages.size(), 1U);
    expect_whole(frames, table);
  }
}

TEST_F(TableLayoutTest, ThirtyOneRowsFitBelowTheTitleOfTheirPart) {
  const Frames frames = laid_out({{heading(1, "第二部分", "2024年度部门决算表", "二")},
                                  {heading(2, "一、", "收入支出决算总表", "一")},
                                  {balance_table(31)}});
  EXPECT_EQ(frames.pages.size(), 1U);
}

TEST_F(TableLayoutTest, TitleOfAPartTakesAPageWhenTheTableNeedsItsOwn) {
  const Frames frames = laid_out({{heading(1, "第二部分", "2024年度部门决算表", "二")},
                                  {heading(2, "一、", "收入支出决算总表", "一")},
                                  {balance_table(36, Orientation::Landscape)}});
  ASSERT_EQ(frames.pages.size(), 2U);
  EXPECT_EQ(page_of(frames, "二"), 0U);
  EXPECT_EQ(page_of(frames, "一"), 1U);
}

/// x of the first glyph of the piece of text that begins so; -1 when there is none.
double left_of(const Frames& frames, std::string_view beginning) {
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.starts_with(beginning)) return run->glyphs.front().x;
    }
  }
  return -1;
}

TEST_F(TableLayoutTest, NotesHangBesideTheirLabel) {
  Table table = subject_table(3);
  table.notes = {runs_of("注：本表反映本年度各项支出。"), runs_of("本套报表金额单位转换时可能存在尾数误差。"),
                 runs_of("说明：本单位没有此项支出。")};
  const Frames frames = laid_out({{table}});
  const double label = left_of(frames, "注");
  EXPECT_NEAR(left_of(frames, "本套报表"), label + 2 * 9, 0.1);
  EXPECT_NEAR(left_of(frames, "说明"), label, 0.1);
}

TEST_F(TableLayoutTest, SubjectStaysWithTheFirstBelowIt) {
  for (int rows = 30; rows < 42; ++rows) {
    const Frames frames = laid_out({{subject_table(rows)}});
    for (std::size_t i = 0; i + 1 < frames.pages.size(); ++i) {
      const std::string text = text_of(frames.pages[i]);
      // Every third row is of the last level: only after it may a page end.
      const auto name = text.rfind("支出");
      EXPECT_EQ(text.substr(name - std::string("机关事业单位基本养老保险缴费").size(), name).substr(0, 6), "机关")
          << rows << " rows, page " << i + 1;
    }
  }
}

TEST_F(TableLayoutTest, FormOverPagesRepeatsTheHeadsOfItsSection) {
  Table form = form_table(90);
  for (Cell& cell : form.rows[1]) cell.header = true;
  const Frames frames = laid_out({{form}});
  ASSERT_GE(frames.pages.size(), 3U);
  expect_whole(frames, form);
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    EXPECT_TRUE(shows(frames.pages[i], "年初目标值")) << i;
    EXPECT_EQ(text_of(frames.pages[i]).find("年初目标值") != std::string::npos, i == 0) << i;
  }
}

TEST_F(TableLayoutTest, LongTableRepeatsItsHeadAndSaysSo) {
  const Table table = subject_table(60);
  const Frames frames = laid_out({{table}});
  ASSERT_GE(frames.pages.size(), 3U);
  expect_whole(frames, table);
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    EXPECT_TRUE(shows(frames.pages[i], "功能分类科目编码")) << i;
    EXPECT_EQ(shows(frames.pages[i], "支出决算表（续）"), i > 0) << i;
    // What is repeated is no second table to a reader of the structure.
    EXPECT_EQ(text_of(frames.pages[i]).find("功能分类科目编码") != std::string::npos, i == 0) << i;
  }
}

TEST_F(TableLayoutTest, DecimalPointsOfAColumnStandUnderEachOther) {
  Table table = subject_table(12);
  table.rows[5][2].bold = true;
  table.rows[6][2] = amount_cell("12.3");
  const Frames frames = laid_out({{table}});
  std::map<long, int> positions;
  for (const Item& item : frames.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || item.structure == kArtifact) continue;
    const std::size_t point = run->text.find('.');
    if (point == std::string::npos || run->glyphs.size() != run->text.size()) continue;
    ++positions[std::lround(run->glyphs[point].x * 10)];
  }
  // Three columns hold amounts, twelve rows each.
  ASSERT_EQ(positions.size(), 3U);
  for (const auto& [x, count] : positions) EXPECT_EQ(count, 12) << x;
}

TEST_F(TableLayoutTest, RulesDoNotCrossMergedCells) {
  const Frames frames = laid_out({{subject_table(3)}});
  double top = 0;
  double merged_left = 0;
  double merged_right = 0;
  for (const Item& item : frames.pages[0].items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || run->text != "项目") continue;
    top = run->glyphs.front().y;
    merged_left = run->glyphs.front().x - 30;
    merged_right = run->glyphs.back().x + 39;
  }
  ASSERT_GT(top, 0);
  for (const Item& item : frames.pages[0].items) {
    const auto* rule = std::get_if<Rule>(&item.content);
    if (rule == nullptr || rule->x1 != rule->x2) continue;
    const bool through = rule->x1 > merged_left && rule->x1 < merged_right && rule->y1 < top && rule->y2 > top;
    EXPECT_FALSE(through);
  }
}

TEST_F(TableLayoutTest, GivenWidthsAreKept) {
  Table table = balance_table(5);
  table.columns[0].width_mm = 50;
  table.columns[1].width_mm = 12;
  const Frames frames = laid_out({{table}});
  std::set<long> edges;
  for (const Item& item : frames.pages[0].items) {
    const auto* rule = std::get_if<Rule>(&item.content);
    if (rule != nullptr && rule->x1 == rule->x2) edges.insert(std::lround(rule->x1 / kPointsPerMm * 10));
  }
  ASSERT_GE(edges.size(), 7U);
  const std::vector<long> sorted(edges.begin(), edges.end());
  EXPECT_NEAR(static_cast<double>(sorted[1] - sorted[0]), 500, 1);
  EXPECT_NEAR(static_cast<double>(sorted[2] - sorted[1]), 120, 1);
  EXPECT_NEAR(static_cast<double>(sorted.back() - sorted.front()), 1560, 1);
}

/// Sizes of the pieces of text that begin so, over the whole document.
std::multiset<double> sizes_of(const Frames& frames, std::string_view beginning) {
  std::multiset<double> sizes;
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.starts_with(beginning)) sizes.insert(run->size);
    }
  }
  return sizes;
}

Table with_widths(Table table, std::initializer_list<double> widths) {
  std::size_t column = 0;
  for (const double width : widths) table.columns[column++].width_mm = width;
  return table;
}

TEST_F(TableLayoutTest, TextALittleTooLongShrinksRatherThanWraps) {
  // 14 characters of 9 pt and the paddings in the first column, whose text has 15; no other has anything to lend.
  Table table = with_widths(balance_table(5), {46, 8.2, 14, 65.6, 8.2, 14});
  table.rows[4][0] = text_cell("二、政府性基金预算财政拨款收入");
  table.rows[5][3] = text_cell("全年新增参保两万一千三百六十人，超额完成年度目标，服务对象满意");
  const Frames frames = laid_out({{table}});
  EXPECT_THAT(sizes_of(frames, "二、政府性基金预算财政拨款收入"), testing::ElementsAre(8.5));
}

TEST_F(TableLayoutTest, TextBesideATallCellStaysAsLarge) {
  Table table = with_widths(balance_table(5), {46, 8.2, 14, 65.6, 8.2, 14});
  table.rows[4][0] = text_cell("二、政府性基金预算财政拨款收入");
  table.rows[4][3] = text_cell("全年新增参保两万一千三百六十人，超额完成年度目标，服务对象满意，没有发生错发漏发");
  const Frames frames = laid_out({{table}});
  EXPECT_THAT(sizes_of(frames, "二、政府性基金"), testing::ElementsAre(9));
}

TEST_F(TableLayoutTest, ColumnsLendWhatTheyDoNotNeed) {
  Table table = with_widths(balance_table(5), {44, 12, 22, 44, 12, 22});
  table.rows[4][0] = text_cell("三、国有资本经营预算财政拨款收入");
  EXPECT_THAT(sizes_of(laid_out({{table}}), "三、国有资本经营预算财政拨款收入"), testing::ElementsAre(9));
  table.rows[5][2] = amount_cell("12,345,678,901.23");
  EXPECT_THAT(sizes_of(laid_out({{table}}), "12,345,678,901.23"), testing::ElementsAre(testing::Ge(8.5)));
}

TEST_F(TableLayoutTest, TextIsSetSmallerForTheSakeOfEvenRows) {
  Table table = with_widths(balance_table(8), {40, 9, 15, 64, 9, 19});
  for (std::size_t row = 3; row < table.rows.size(); ++row) {
    table.rows[row][0] = text_cell("三、国有资本经营预算财政拨款收入");
    table.rows[row][3] = text_cell("抗疫特别国债安排的支出和超长期特别国债安排的支出以及其他");
  }
  const auto shrunk = sizes_of(laid_out({{table}}), "三、国有资本经营预算财政拨款收入");
  EXPECT_EQ(shrunk.size(), 8U);  // on one line each
}

TEST_F(TableLayoutTest, AmountThatDoesNotFitNamesItsCell) {
  Table table = balance_table(5);
  std::string amount = "1,234,567,890.12";
  for (int i = 0; i < 150; ++i) amount += "3";
  table.rows[5][2] = amount_cell(amount);
  const Diagnostics diagnostics = refused(table);
  ASSERT_FALSE(diagnostics.items().empty());
  EXPECT_EQ(diagnostics.items().back().code, "E0721");
  std::string messages;
  for (const Diagnostic& item : diagnostics.items()) messages += item.message;
  EXPECT_THAT(messages, testing::HasSubstr("公开01表第3行第3列“1,234,567,89…”"));
}

TEST_F(TableLayoutTest, RowTallerThanAPageNamesItsCell) {
  Table table = small_table(3);
  table.title = "重点工作完成情况表";
  std::string text;
  for (int i = 0; i < 300; ++i) text += "完成十二个社区服务站的标准化改造，";
  table.rows[2][2] = text_cell(text);
  const Diagnostics diagnostics = refused(table);
  ASSERT_FALSE(diagnostics.items().empty());
  EXPECT_EQ(diagnostics.items()[0].code, "E0720");
  EXPECT_THAT(diagnostics.items()[0].message, testing::HasSubstr("第2行第3列"));
}

TEST_F(TableLayoutTest, WhatAPageIsSaidToHoldItHolds) {
  Table table = small_table(3);
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "改";
  table.rows[2][2] = text_cell(text);
  const Diagnostics diagnostics = refused(table);
  ASSERT_FALSE(diagnostics.items().empty());
  const std::string& hint = diagnostics.items()[0].hint;
  ASSERT_THAT(hint, testing::HasSubstr("有 3000 个字，一页大约放得下 "));
  const auto fits = std::stoul(hint.substr(hint.find("放得下 ") + std::string_view("放得下 ").size()));
  EXPECT_GT(fits, 100U);
  table.rows[2][2] = text_cell(text.substr(0, fits * std::string_view("改").size()));
  EXPECT_FALSE(laid_out({{table}}).pages.empty());
}

TEST_F(TableLayoutTest, NotesStandBelowTheLastPart) {
  Table table = subject_table(60);
  table.notes = {runs_of("注：本表反映部门本年度各项支出情况。")};
  const Frames frames = laid_out({{table}});
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    EXPECT_EQ(shows(frames.pages[i], "注：本表反映"), i + 1 == frames.pages.size());
  }
}

TEST_F(TableLayoutTest, EmptyTableKeepsItsHeadAndItsSentence) {
  Table table = subject_table(0);
  table.notes = {runs_of("注：本表反映情况。"), runs_of("说明：本单位没有此项支出，故本表无数据。")};
  const Frames frames = laid_out({{table}});
  ASSERT_EQ(frames.pages.size(), 1U);
  expect_whole(frames, table);
  EXPECT_TRUE(shows(frames.pages[0], "故本表无数据"));
}

TEST_F(TableLayoutTest, FormStaysOnOnePageWhenShrinkingHelps) {
  const Table table = form_table(28);
  const Frames frames = laid_out({{table}});
  EXPECT_EQ(frames.pages.size(), 1U);
  expect_whole(frames, table);
}

TEST_F(TableLayoutTest, FormOverPagesShowsItsMergedLabelsOnEach) {
  const Table table = form_table(90);
  const Frames frames = laid_out({{table}});
  ASSERT_GE(frames.pages.size(), 2U);
  expect_whole(frames, table);
  for (const Page& page : frames.pages) EXPECT_TRUE(shows(page, "产出指标"));
}

TEST_F(TableLayoutTest, MergedCellCutByAPageEndIsShownOnBothPages) {
  Table table = small_table(60);
  table.rows[1][1].row_span = 60;
  for (std::size_t row = 2; row < table.rows.size(); ++row) table.rows[row][1] = covered_cell();
  const Frames frames = laid_out({{table}});
  ASSERT_GE(frames.pages.size(), 2U);
  expect_whole(frames, table);
  for (const Page& page : frames.pages) EXPECT_TRUE(shows(page, "公共服务提升"));
}

TEST_F(TableLayoutTest, SmallTableInTheTextIsNotSplit) {
  for (int before = 8; before < 20; ++before) {
    std::vector<Block> blocks;
    for (int i = 0; i < before; ++i) blocks.push_back({body("短段。")});
    blocks.push_back({heading(3, "（一）", "重点工作", "重点")});
    blocks.push_back({small_table(6)});
    blocks.push_back({body("表后。")});
    const Frames frames = laid_out(blocks);
    for (const Page& page : frames.pages) {
      EXPECT_EQ(shows(page, "重要事项"), shows(page, "（一）重点工作")) << before;
    }
    EXPECT_EQ(page_of(frames, "重点") == 0, shows(frames.pages[0], "重要事项"));
  }
}

/// Random tables of every kind: no cell lost, each page has its head, nothing outside the text block.
TEST_F(TableLayoutTest, RandomTablesAreWhole) {
  std::mt19937 random(99);
  const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
  const char* const words[] = {"社会保障和就业支出", "机关事业单位基本养老保险缴费支出", "基本支出", "其他",
                               "因公出国（境）费用，按照有关规定从严控制，全年没有安排"};
  for (int round = 0; round < 25; ++round) {
    Table table;
    table.id = "随机";
    table.number = "公开" + std::to_string(round) + "表";
    table.title = "随机的表";
    table.role = round % 3 == 0 ? TableRole::InText : TableRole::Statistical;
    table.orientation = round % 3 == 1 ? Orientation::Landscape : Orientation::Portrait;
    table.columns.resize(static_cast<std::size_t>(pick(3, 7)));
    table.header_rows = 1;
    std::vector<Cell> head;
    for (std::size_t c = 0; c < table.columns.size(); ++c) head.push_back(header_cell("列" + std::to_string(c) + "题"));
    table.rows.push_back(head);
    const int rows = pick(0, 90);
    for (int r = 0; r < rows; ++r) {
      std::vector<Cell> row;
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const bool covered = r > 0 && c == 0 && r % 5 != 0;
        const std::string text = words[pick(0, 4)];
        Cell cell = c < 2 ? text_cell(text) : amount_cell(std::to_string(pick(0, 99999)) + ".25");
        row.push_back(covered ? covered_cell() : cell);
      }
      if (r % 5 == 0) row[0].row_span = std::min(5, rows - r);
      table.rows.push_back(row);
    }
    const Frames frames = laid_out({{table}});
    expect_whole(frames, table);
    for (const Page& page : frames.pages) EXPECT_TRUE(shows(page, "列0题")) << round;
  }
}

}  // namespace
}  // namespace gongkai
