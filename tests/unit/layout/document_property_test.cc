// Random documents of prose, headings, charts and tables: nothing lost, nothing outside the text block, no heading
// alone at a page's foot, every part of a table under its head.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "frame_probe.h"
#include "layout/layout.h"
#include "sample_document.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

class DocumentMaker {
 public:
  DocumentMaker(unsigned seed, SampleDocument& sample) : random_(seed), sample_(sample) {
    sample.document.style = Style::standard();
  }

  void make() {
    const int blocks = 4 + pick(14);
    for (int i = 0; i < blocks; ++i) add(i);
  }

 private:
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

  std::string prose(int most) {
    static const std::vector<std::string> kPhrases = {"年初预算为1,234.56万元，",
                                                      "“三公”经费（含公务接待费）",
                                                      "支出决算完成98.7%；",
                                                      "按照财〔2024〕5号文件，",
                                                      "主要原因是镕堃、喆玥两个项目——",
                                                      "缴费基数调整。",
                                                      "社会保障和就业支出",
                                                      "（款）行政运行（项）",
                                                      "截至2024年12月31日，",
                                                      "PDF/A 与 XLSX 一致，",
                                                      "增长0.5个百分点。"};
    std::string text;
    for (int i = 1 + pick(most); i > 0; --i) text += kPhrases[static_cast<std::size_t>(pick(11))];
    return text;
  }

  void add(int number) {
    auto& blocks = sample_.document.blocks;
    const std::string anchor = "题" + std::to_string(number);
    switch (pick(8)) {
      case 0:
        blocks.push_back({heading(2 + pick(3), "一、", prose(2), anchor)});
        break;
      case 1:
        blocks.push_back({chart()});
        break;
      case 2:
        blocks.push_back({heading(2, "一、", "支出决算表", anchor)});
        blocks.push_back({table()});
        break;
      case 3:
        blocks.push_back({small_table(1 + pick(40))});
        break;
      case 4:
        blocks.push_back({form_table(1 + pick(60))});
        break;
      default:
        blocks.push_back({body(prose(40))});
    }
  }

  Chart chart() {
    Chart made = pick(2) == 0 ? columns_chart(sample_) : pie_chart(sample_);
    if (pick(3) == 0) made.kind = ChartKind::Bars;
    for (ChartPoint& point : made.points) {
      point.fact = sample_.amount(pick(100) == 0 ? 0 : 1 + pick(2'000'000'000));
      if (pick(3) == 0) point.label += "（含政府性基金和国有资本经营预算财政拨款收入）";
    }
    return made;
  }

  Table table() {
    Table made = pick(2) == 0 ? subject_table(pick(90)) : balance_table(1 + pick(45));
    if (pick(3) == 0) made.orientation = Orientation::Portrait;
    for (auto& row : made.rows) {
      for (Cell& cell : row) {
        if (cell.kind == CellKind::Amount && pick(40) == 0) cell.runs = runs_of("1,234,567.89");
        if (cell.kind == CellKind::Text && !cell.header && !cell.covered && pick(40) == 0)
          cell.runs = runs_of(prose(6));
      }
    }
    return made;
  }

  std::mt19937 random_;
  SampleDocument& sample_;
};

std::string words_of(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) text += plain_text(paragraph->runs);
    if (const auto* title = std::get_if<Heading>(&block.content)) text += title->number + plain_text(title->runs);
    if (const auto* chart = std::get_if<Chart>(&block.content)) {
      for (const ChartPoint& point : chart->points) text += point.label + point.value_text;
      text += chart->caption;
    }
    if (const auto* table = std::get_if<Table>(&block.content)) {
      for (const auto& row : table->rows) {
        for (const Cell& cell : row) text += cell.covered ? "" : plain_text(cell.runs);
      }
    }
  }
  return text;
}

std::map<char, int> counted(const std::string& text) {
  std::map<char, int> counts;
  for (const char c : without_blanks(text)) ++counts[c];
  return counts;
}

/// Bytes of `wanted` that `shown` has too few of.
int missing(const std::string& wanted, const std::string& shown) {
  const std::map<char, int> has = counted(shown);
  int lacking = 0;
  for (const auto& [byte, count] : counted(wanted)) {
    const auto found = has.find(byte);
    lacking += std::max(count - (found == has.end() ? 0 : found->second), 0);
  }
  return lacking;
}

/// Roles of the last text in the flow of each page.
std::vector<StructureRole> feet(const Frames& frames) {
  std::vector<StructureRole> roles;
  for (const Page& page : frames.pages) {
    double lowest = 0;
    StructureRole role = StructureRole::P;
    for (const Item& item : page.items) {
      if (item.structure == kArtifact || !std::holds_alternative<GlyphRun>(item.content)) continue;
      const double bottom = box_of(item).bottom;
      if (bottom < lowest) continue;
      lowest = bottom;
      role = frames.structure[static_cast<std::size_t>(item.structure)].role;
    }
    roles.push_back(role);
  }
  return roles;
}

bool is_heading(StructureRole role) {
  return role == StructureRole::H1 || role == StructureRole::H2 || role == StructureRole::H3 ||
         role == StructureRole::H4;
}

TEST(DocumentPropertyTest, RandomDocumentsLoseNothingAndStayInTheirPages) {
  const auto fonts = open_fonts();
  ASSERT_NE(fonts, nullptr);
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SampleDocument sample;
    DocumentMaker(seed, sample).make();
    const bool ends_with_heading = std::holds_alternative<Heading>(sample.document.blocks.back().content);
    Diagnostics diagnostics;
    const auto frames = lay_out(sample.document, *fonts, diagnostics);
    if (!frames) {  // refused, never cut: the message names the cell
      ASSERT_TRUE(diagnostics.has_errors()) << "seed " << seed;
      continue;
    }
    EXPECT_THAT(outside_text_block(*frames, sample.document.style.page), testing::IsEmpty()) << "seed " << seed;
    std::string shown;
    for (const Page& page : frames->pages) shown += text_of(page);
    EXPECT_EQ(missing(words_of(sample.document), shown), 0) << "seed " << seed;
    const std::vector<StructureRole> last = feet(*frames);
    for (std::size_t i = 0; i + (ends_with_heading ? 1 : 0) < last.size(); ++i) {
      EXPECT_FALSE(is_heading(last[i])) << "seed " << seed << " page " << i + 1;
    }
  }
}

TEST(DocumentPropertyTest, EveryPageOfATableHasItsHead) {
  const auto fonts = open_fonts();
  ASSERT_NE(fonts, nullptr);
  std::mt19937 random(20261120);
  for (int round = 0; round < 20; ++round) {
    Table table = subject_table(std::uniform_int_distribution<int>(1, 220)(random));
    table.orientation = round % 2 == 0 ? Orientation::Portrait : Orientation::Landscape;
    Document document;
    document.style = Style::standard();
    document.blocks = {{table}};
    Diagnostics diagnostics;
    const auto frames = lay_out(document, *fonts, diagnostics);
    ASSERT_TRUE(frames) << "round " << round;
    for (std::size_t i = 0; i < frames->pages.size(); ++i) {
      EXPECT_TRUE(shows(frames->pages[i], "功能分类科目编码")) << "round " << round << " page " << i + 1;
      EXPECT_TRUE(shows(frames->pages[i], "对附属单位补助支出")) << "round " << round << " page " << i + 1;
      EXPECT_EQ(shows(frames->pages[i], "（续）"), i > 0) << "round " << round << " page " << i + 1;
    }
  }
}

}  // namespace
}  // namespace gongkai
