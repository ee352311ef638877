#include "workbook/workbook.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "sample_document.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Workbook : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = ::testing::TempDir() + "gongkai-workbook-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { fs::remove_all(root_); }

  static std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return out;
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) out += static_cast<char>(c);
    return pclose(pipe) == 0 ? out : "failed: " + command;
  }
  static std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }

  fs::path file(const std::string& name = "book.xlsx") const { return root_ / name; }
  bool write(const std::string& name = "book.xlsx") {
    return write_workbook(sample_.document, file(name), diagnostics_);
  }
  /// What openpyxl reads.
  std::string dump() {
    EXPECT_TRUE(write()) << first_message();
    return output_of("/usr/bin/python3 " GONGKAI_SOURCE_DIR "/tests/unit/workbook/dump_workbook.py " + file().string());
  }
  std::string first_message() const {
    return diagnostics_.items().empty() ? "" : diagnostics_.items().front().code + diagnostics_.items().front().message;
  }
  void expect_refused(const std::string& code) {
    EXPECT_FALSE(write());
    ASSERT_FALSE(diagnostics_.items().empty());
    EXPECT_EQ(diagnostics_.items().front().code, code) << first_message();
    EXPECT_FALSE(fs::exists(file())) << "a refused workbook must not stand on the disk";
  }

  SampleDocument sample_;
  Diagnostics diagnostics_;
  fs::path root_;
};

TEST_F(Workbook, HoldsNumbersFormulasAndCodes) {
  sample_.add(sample_.table());
  const std::string text = dump();
  EXPECT_THAT(text, HasSubstr("A1 s '一般公共预算财政拨款支出决算表' [General]"));
  EXPECT_THAT(text, HasSubstr("A2 s '公开05表'"));
  EXPECT_THAT(text, HasSubstr("A3 s '单位：示范中心'"));
  EXPECT_THAT(text, HasSubstr("s '金额单位：万元'"));
  EXPECT_THAT(text, HasSubstr("D7 n 1945.8 [#,##0.00;-#,##0.00;]"));
  EXPECT_THAT(text, HasSubstr("A7 s '2080101' [@]"));
  EXPECT_THAT(text, HasSubstr("C7 f '=ROUND(SUM(D7:E7),6)' [#,##0.00;-#,##0.00;] cached=1945.8\n"));
  EXPECT_THAT(text, HasSubstr("C6 f '=ROUND(SUM(C7:C8),6)' [#,##0.00;-#,##0.00;] cached=1945.805\n"));
  EXPECT_THAT(text, HasSubstr("注：本表反映"));
}

TEST_F(Workbook, AZeroPrintsBlankButATotalKeepsItsFormula) {
  sample_.add(sample_.table());
  const std::string text = dump();
  EXPECT_THAT(text, Not(HasSubstr("\nE7 ")));
  EXPECT_THAT(text, HasSubstr("E6 f '=ROUND(SUM(E7:E8),6)' [#,##0.00;-#,##0.00;] cached=0\n"));
}

TEST_F(Workbook, MergesAsTheTableDoes) {
  sample_.add(sample_.table());
  EXPECT_THAT(dump(), HasSubstr("merges=A1:E1 A2:E2 A4:B4 A6:B6 A9:E9 B3:E3 C4:E4"));
}

TEST_F(Workbook, IsSetUpForPrinting) {
  sample_.add(sample_.table());
  const std::string text = dump();
  EXPECT_THAT(text, HasSubstr("orientation=landscape paper=9 fit=True/None/0 freeze=A6"));
  EXPECT_THAT(text, HasSubstr("titles=$4:$5"));
  EXPECT_THAT(text, HasSubstr("$A$1:$E$9'] centered=True footer=— &P — header=None"));
  EXPECT_THAT(text, HasSubstr("title=示范中心2024年度单位决算 author=示范中心 created=2024-12-31 00:00:00"));
}

TEST_F(Workbook, ADraftSaysSoOnEveryPage) {
  sample_.document.draft = true;
  sample_.add(sample_.table());
  EXPECT_THAT(dump(), HasSubstr("header=草稿"));
}

TEST_F(Workbook, FreezesNamesOnlyWhereFiguresFollow) {
  Table table = sample_.table();
  table.columns.push_back({"说明"});
  for (auto& row : table.rows) row.push_back(sample_.money(0));
  sample_.add(table);
  EXPECT_THAT(dump(), HasSubstr("freeze=C6"));
}

TEST_F(Workbook, AGivenTotalIsAPlainNumber) {
  Table table = sample_.table();
  table.rows[2][2] = sample_.money(1'945'810'000, {{3, 2}, {4, 2}}, true);
  sample_.add(table);
  EXPECT_THAT(dump(), HasSubstr("C6 n 1945.81 ["));
  EXPECT_THAT(diagnostics_.items(), IsEmpty());
}

TEST_F(Workbook, ASumThatDoesNotAddUpIsNotAFormula) {
  Table table = sample_.table();
  table.rows[2][2] = sample_.money(1, {{3, 2}, {4, 2}});
  table.rows[2][2].runs = SampleDocument::text("0.00").runs;
  sample_.add(table);
  EXPECT_THAT(dump(), HasSubstr("C6 n 1e-06 ["));
  EXPECT_EQ(first_message().substr(0, 5), "W0859");
}

TEST_F(Workbook, CountsAndLineNumbersAreIntegers) {
  Table table = sample_.table();
  Cell count = SampleDocument::text("12", CellKind::Count);
  count.fact = sample_.count(12);
  table.rows[3][4] = count;
  table.rows[4][4] = SampleDocument::text("31", CellKind::LineNumber);
  table.rows[2][4] = SampleDocument::text("—", CellKind::LineNumber);
  table.rows[3][2].sum_of.clear();
  table.rows[4][2].sum_of.clear();
  sample_.add(table);
  const std::string text = dump();
  EXPECT_THAT(text, HasSubstr("E7 n 12 [0]"));
  EXPECT_THAT(text, HasSubstr("E8 n 31 [General]"));
  EXPECT_THAT(text, HasSubstr("E6 s '—'"));
}

TEST_F(Workbook, TheSameBytesTwice) {
  sample_.add(sample_.table());
  Chart chart;
  chart.caption = "图1";
  chart.sheet_table = "公开05";
  chart.points = {{"甲", sample_.amount(1), nullptr, "", ""}};
  sample_.add(chart);
  ASSERT_TRUE(write("a.xlsx"));
  setenv("TZ", "Asia/Shanghai", 1);
  sleep(1);  // a time stamp would differ now
  fs::create_directory(root_ / "elsewhere");
  ASSERT_TRUE(write("elsewhere/b.xlsx"));
  unsetenv("TZ");
  EXPECT_FALSE(bytes_of(file("a.xlsx")).empty());
  EXPECT_EQ(bytes_of(file("a.xlsx")), bytes_of(file("elsewhere/b.xlsx")));
}

TEST_F(Workbook, LeavesNothingBesideTheFile) {
  sample_.add(sample_.table());
  ASSERT_TRUE(write());
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 1);
}

TEST_F(Workbook, ChartsReadTheirFiguresFromTheTables) {
  sample_.add(sample_.table());
  const Fact* this_year = sample_.table_at(0).rows[2][2].fact;
  Chart columns;
  columns.caption = "图1：收、支决算总计变动情况";
  columns.unit_text = "单位：万元";
  columns.alternative = "2023年度100万元，2024年度1,945.81万元";
  columns.sheet_table = "公开05";
  columns.points = {{"2023年度", sample_.amount(100'000'000), nullptr, "100", ""},
                    {"2024年度", this_year, nullptr, "1945.81", ""}};
  Chart pie = columns;
  pie.kind = ChartKind::Pie;
  pie.caption = "图2：支出决算结构";
  pie.points[0].share_text = "81%";
  pie.points[1].share_text = "9.9%";
  Chart only_in_text = columns;
  only_in_text.sheet_table.clear();
  sample_.add(columns);
  sample_.add(pie);
  sample_.add(only_in_text);
  const std::string text = dump();
  EXPECT_THAT(text, HasSubstr("sheet=图表"));
  EXPECT_THAT(text, HasSubstr("B4 n 100 [#,##0.00]"));
  EXPECT_THAT(text, HasSubstr("B5 f \"='一般公共预算财政拨款支出决算表'!$C$6\" [#,##0.00] cached=1945.805\n"));
  EXPECT_THAT(text, HasSubstr("n 0.81 [0%]"));
  EXPECT_THAT(text, HasSubstr("n 0.099 [0.0%]"));
  const std::string xml = output_of("unzip -p " + file().string() + " xl/charts/chart1.xml xl/drawings/drawing1.xml");
  EXPECT_THAT(xml, HasSubstr("<c:barChart>"));
  EXPECT_THAT(xml, HasSubstr("<c:min val=\"0\"/>"));
  EXPECT_THAT(xml, HasSubstr("descr=\"2023年度100万元，2024年度1,945.81万元\""));
  EXPECT_THAT(output_of("unzip -p " + file().string() + " xl/charts/chart2.xml"), HasSubstr("<c:pieChart>"));
  EXPECT_THAT(output_of("unzip -l " + file().string()), Not(HasSubstr("chart3.xml")));
}

TEST_F(Workbook, RefusesOverlappingMerges) {
  Table table = sample_.table();
  table.rows[0][0].col_span = 3;  // runs into 本年支出
  sample_.add(table);
  expect_refused("E0853");
  EXPECT_THAT(first_message(), HasSubstr("重叠"));
}

TEST_F(Workbook, RefusesAHoleAndASpanBeyondTheTable) {
  Table hole = sample_.table();
  hole.rows[0][0].col_span = 1;
  sample_.add(hole);
  expect_refused("E0853");
  sample_.table_at(0).rows[0][0].col_span = 2;
  sample_.table_at(0).rows[4][4].row_span = 2;
  diagnostics_ = {};
  expect_refused("E0853");
}

TEST_F(Workbook, RefusesBadSheetNames) {
  for (const char* name :
       {"收入/支出", "'引号", "History", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"}) {
    SampleDocument other;
    other.add(other.table());
    other.table_at(0).sheet_name = name;
    Diagnostics own;
    EXPECT_FALSE(write_workbook(other.document, file(), own)) << name;
    ASSERT_FALSE(own.items().empty());
    EXPECT_EQ(own.items().front().code, "E0851") << name;
  }
  EXPECT_FALSE(fs::exists(file()));
}

TEST_F(Workbook, TheLongestChineseNameKeepsItsPrintArea) {
  sample_.add(sample_.table());
  sample_.table_at(0).sheet_name = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一";
  EXPECT_THAT(dump(), HasSubstr("$A$1:$E$9"));
}

TEST_F(Workbook, RefusesTwoSheetsOfOneName) {
  sample_.add(sample_.table());
  sample_.add(sample_.table());
  expect_refused("E0851");
}

TEST_F(Workbook, RefusesADocumentWithoutTables) {
  expect_refused("E0852");
}

TEST_F(Workbook, RefusesASumOfCellsThatAreNotThere) {
  Table table = sample_.table();
  table.rows[2][2].sum_of = {{3, 2}, {9, 2}};
  sample_.add(table);
  expect_refused("E0855");
}

TEST_F(Workbook, RefusesATextThatIsNotItsFact) {
  Table table = sample_.table();
  table.rows[4][3].runs = SampleDocument::text("999.99").runs;
  sample_.add(table);
  expect_refused("E0856");
}

TEST_F(Workbook, SaysThatAFolderIsMissing) {
  sample_.add(sample_.table());
  EXPECT_FALSE(write("missing/book.xlsx"));
  EXPECT_EQ(first_message().substr(0, 5), "E0858");
}

TEST_F(Workbook, ADiskThatFillsUpIsAnError) {
  Table table = sample_.table();
  const auto row = table.rows[4];
  for (int i = 0; i < 400; ++i) {
    table.rows.push_back(row);
    for (Cell& cell : table.rows.back()) cell.sum_of.clear();
  }
  sample_.add(table);
  const pid_t child = fork();
  if (child == 0) {
    // Limits the parts, which are larger than the packed file: the library alone would report success.
    signal(SIGXFSZ, SIG_IGN);
    const rlimit small{60000, 60000};
    setrlimit(RLIMIT_FSIZE, &small);
    const bool written = write();
    _exit(!written && first_message().substr(0, 5) == "E0858" && !fs::exists(file()) ? 7 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 7);
}

}  // namespace
}  // namespace gongkai
