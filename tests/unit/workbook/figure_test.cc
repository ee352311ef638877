#include "workbook/figure.h"

#include <gmock/gmock.h>

#include "base/utf8.h"
#include "sample_document.h"
#include "workbook/sheet_geometry.h"
#include "workbook/sheet_name.h"
#include "workbook/sum_formula.h"

namespace gongkai {
namespace {

class Figures : public ::testing::Test {
 protected:
  Figure shown(std::int64_t fen, const std::string& text, NumberStyle style = {}) {
    Cell cell = SampleDocument::text(text, CellKind::Amount);
    cell.fact = sample_.amount(fen);
    return figure_of(cell, style);
  }
  SampleDocument sample_;
};

TEST_F(Figures, AnAmountIsTheNearestDoubleOfItsDecimal) {
  EXPECT_EQ(amount_as_double(Money::from_fen(1'945'805'000), kFenPerWan), 1945.805);
  EXPECT_EQ(amount_as_double(Money::from_fen(1), kFenPerWan), 0.000001);
  EXPECT_EQ(amount_as_double(Money::from_fen(999'999'999'999'999), kFenPerWan), 999999999.999999);
  EXPECT_EQ(amount_as_double(Money::from_fen(-110), 100), -1.1);
}

TEST_F(Figures, TheFormatFollowsThePrintedText) {
  EXPECT_EQ(shown(1'945'800'000, "1,945.80").number_format, "#,##0.00;-#,##0.00;");
  EXPECT_EQ(shown(80'000'000, "80.00").number_format, "#,##0.00;-#,##0.00;");
  NumberStyle plain;
  plain.table_amount.thousands = false;
  plain.table_zero_blank = false;
  EXPECT_EQ(shown(1'945'800'000, "1945.80", plain).number_format, "0.00");
  EXPECT_EQ(shown(1'945'800'000, "1945.8", plain).number_format, "0.0");
}

TEST_F(Figures, AnAmountPrintedInYuanIsWrittenInYuan) {
  const Figure figure = shown(1'945'800'000, "19,458,000.00");
  EXPECT_EQ(figure.kind, FigureKind::Number);
  EXPECT_EQ(figure.value, 19458000.0);
  EXPECT_EQ(figure.fen_per_unit, 100);
}

TEST_F(Figures, ATextThatIsNotTheValueIsFoundOut) {
  EXPECT_EQ(shown(1'945'800'000, "1,945.81").kind, FigureKind::Mismatch);
  EXPECT_EQ(shown(1'945'800'000, "").kind, FigureKind::Mismatch);
  EXPECT_EQ(shown(1'945'800'000, "见附表").kind, FigureKind::Mismatch);
}

TEST_F(Figures, ZeroAndAbsentAreBlank) {
  EXPECT_EQ(shown(0, "").kind, FigureKind::Blank);
  Cell cell = SampleDocument::text("", CellKind::Amount);
  Fact absent;
  cell.fact = &absent;
  EXPECT_EQ(figure_of(cell, {}).kind, FigureKind::Blank);
}

TEST_F(Figures, TooSmallToShowKeepsItsAmount) {
  const Figure figure = shown(1'000, "");
  EXPECT_EQ(figure.kind, FigureKind::Number);
  EXPECT_EQ(figure.value, 0.001);
  EXPECT_EQ(figure.number_format, ";;;");
  EXPECT_EQ(shown(-1'000, "0.00").number_format, "#,##0.00;#,##0.00") << "would print -0.00";
}

TEST_F(Figures, BeyondADoubleIsRefused) {
  EXPECT_EQ(shown((std::int64_t{1} << 53) + 1, "9,007,199,254.74").kind, FigureKind::TooLarge);
}

TEST_F(Figures, CountsKeepTheirUnitAsText) {
  Cell cell = SampleDocument::text("3辆", CellKind::Count);
  cell.fact = sample_.count(3);
  EXPECT_EQ(figure_of(cell, {}).kind, FigureKind::Text);
  cell.runs = SampleDocument::text("3").runs;
  EXPECT_EQ(figure_of(cell, {}).value, 3);
  cell.runs = SampleDocument::text("").runs;
  EXPECT_EQ(figure_of(cell, {}).kind, FigureKind::Mismatch);
}

class Sums : public ::testing::Test {
 protected:
  /// Five rows of two columns, each cell 1 万元.
  Sums() {
    table_.columns.resize(2);
    for (int i = 0; i < 5; ++i) table_.rows.push_back({sample_.money(1'000'000), sample_.money(1'000'000)});
  }
  SumFormula total(std::vector<CellAddress> parts, bool given = false) {
    const auto sum = static_cast<std::int64_t>(parts.size()) * 1'000'000;
    table_.rows[0][0] = sample_.money(sum, std::move(parts), given);
    return sum_formula(table_, {0, 0}, 3, 6);
  }
  SampleDocument sample_;
  Table table_;
};

TEST_F(Sums, NeighboursBecomeRanges) {
  EXPECT_EQ(total({{1, 0}, {2, 0}, {4, 0}}).text, "=ROUND(SUM(A5:A6,A8),6)");
  EXPECT_EQ(total({{4, 0}, {2, 0}, {3, 0}}).text, "=ROUND(SUM(A6:A8),6)");
  EXPECT_EQ(total({{1, 0}, {1, 1}}).text, "=ROUND(SUM(A5:B5),6)");
  EXPECT_EQ(total({{1, 1}, {3, 1}}).text, "=ROUND(SUM(B5,B7),6)");
}

TEST_F(Sums, ACellCountedTwiceIsAddedTwice) {
  EXPECT_EQ(total({{1, 0}, {1, 0}}).text, "=ROUND(SUM(A5,A5),6)");
}

TEST_F(Sums, GivenTotalsStayPlain) {
  EXPECT_EQ(total({{1, 0}}, true).outcome, SumOutcome::Plain);
  EXPECT_EQ(total({}).outcome, SumOutcome::Plain);
}

TEST_F(Sums, BadAddressesAreFound) {
  EXPECT_EQ(total({{5, 0}}).outcome, SumOutcome::BadAddress);
  EXPECT_EQ(total({{1, -1}}).outcome, SumOutcome::BadAddress);
  EXPECT_EQ(total({{0, 0}}).outcome, SumOutcome::BadAddress);
  table_.rows[1][1].covered = true;
  EXPECT_EQ(total({{1, 1}}).outcome, SumOutcome::BadAddress);
}

TEST_F(Sums, BeyondTheLimitsOfExcelStaysPlain) {
  std::vector<CellAddress> parts;
  for (int i = 0; i < 600; ++i) {
    if (i >= 5) table_.rows.push_back({sample_.money(1'000'000), sample_.money(1'000'000)});
    if (i % 2 == 1) parts.push_back({i, 1});
  }
  EXPECT_EQ(total(parts).outcome, SumOutcome::Plain);
}

TEST(SheetNames, References) {
  EXPECT_EQ(cell_reference(0, 0), "A1");
  EXPECT_EQ(cell_reference(9, 25), "Z10");
  EXPECT_EQ(cell_reference(9, 26), "AA10");
  EXPECT_EQ(absolute_reference(0, 701), "$ZZ$1");
  EXPECT_EQ(absolute_reference(0, 702), "$AAA$1");
  EXPECT_EQ(quoted_sheet_name("a'b"), "'a''b'");
}

TEST(SheetNames, Rules) {
  EXPECT_EQ(sheet_name_problem("收入支出决算总表"), "");
  EXPECT_EQ(sheet_name_problem("“三公”经费"), "");
  EXPECT_NE(sheet_name_problem(""), "");
  EXPECT_NE(sheet_name_problem("a\nb"), "");
  EXPECT_NE(sheet_name_problem("\xff"), "");
  EXPECT_NE(sheet_name_problem("结尾'"), "");
  EXPECT_EQ(sheet_name_key("Sheet表"), sheet_name_key("SHEET表"));
}

TEST(SheetGeometry, WrapsByDisplayWidth) {
  const double room = 20 * half_width_pixels(9) / 0.97 + 8.5;  // ten full-width characters
  EXPECT_EQ(wrapped_lines("", room, 9), 1);
  EXPECT_EQ(wrapped_lines("一二三四五六七八九十", room, 9), 1);
  EXPECT_EQ(wrapped_lines("一二三四五六七八九十百", room, 9), 2);
  EXPECT_EQ(wrapped_lines("一二三四五六七八九1,234.56", room, 9), 2) << "a number moves to the next line whole";
  EXPECT_EQ(wrapped_lines("一\n二", room, 9), 2);
}

TEST(SheetGeometry, AFigureIsNeverTooWideForItsColumn) {
  SampleDocument sample;
  Table table = sample.table();
  table.columns[3].width_mm = 5;
  const std::vector<double> pixels = column_pixels(table, 9);
  EXPECT_GT(pixels[3], display_width("1,945.81") * half_width_pixels(9));
}

TEST(SheetGeometry, ALongNoteInAMergedCellRaisesItsRow) {
  SampleDocument sample;
  Table table = sample.table();
  const std::vector<double> columns = column_pixels(table, 9);
  const double before = row_points(table, columns, 9)[0];
  std::string text;
  for (int i = 0; i < 100; ++i) text += "长";
  table.rows[0][0].runs = SampleDocument::text(text).runs;
  EXPECT_GT(row_points(table, columns, 9)[0], before + 9);
}

}  // namespace
}  // namespace gongkai
