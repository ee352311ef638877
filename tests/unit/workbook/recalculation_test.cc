// What a spreadsheet program prints, with our cached values and after calculating everything itself.
#include <gmock/gmock.h>
#include <stdlib.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <regex>

#include "sample_document.h"
#include "workbook/workbook.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

class Recalculation : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = ::testing::TempDir() + "gongkai-recalculation-XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { fs::remove_all(root_); }

  /// The printed texts of all figures of the workbook, in order. `mode` 0: always recalculate, 1: never.
  std::vector<std::string> printed_figures(const fs::path& workbook, int mode) {
    const fs::path profile = root_ / ("profile" + std::to_string(mode));
    fs::create_directories(profile / "user");
    std::ofstream(profile / "user" / "registrymodifications.xcu")
        << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
           "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop oor:name=\"OOXMLRecalcMode\" "
           "oor:op=\"fuse\"><value>"
        << mode << "</value></prop></item></oor:items>\n";
    const fs::path out = root_ / ("out" + std::to_string(mode));
    const std::string command = "soffice -env:UserInstallation=file://" + profile.string() +
                                " --headless --convert-to html --outdir " + out.string() + " " + workbook.string() +
                                " >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::ifstream file(out / "book.html", std::ios::binary);
    const std::string html((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    static const std::regex cell("sdval=\"[^\"]*\"[^>]*>(?:<[^>]*>)*([^<]*)<");
    std::vector<std::string> figures;
    for (std::sregex_iterator it(html.begin(), html.end(), cell), end; it != end; ++it) figures.push_back((*it)[1]);
    return figures;
  }

  fs::path root_;
};

TEST_F(Recalculation, SumsOnHalfACentPrintAsTheDocumentDoes) {
  SampleDocument sample;
  Table table;
  table.title = "合计";
  table.sheet_name = "合计";
  table.columns = {{"甲"}, {"乙"}, {"合计"}};
  std::vector<std::string> expected;
  std::minstd_rand random(7);
  constexpr int kRows = 400;
  for (int row = 0; row < kRows; ++row) {
    // 5,000 分 are half of the last printed place, 0.01 万元.
    const auto first = static_cast<std::int64_t>(1'000'000 + random() % 2'000'000'000);
    const auto whole = (first / 10'000 + static_cast<std::int64_t>(random() % 100'000) + 1) * 10'000 + 5'000;
    table.rows.push_back({sample.money(first), sample.money(whole - first), sample.money(whole, {{row, 0}, {row, 1}})});
    for (const Cell& cell : table.rows.back()) expected.push_back(plain_text(cell.runs));
  }
  sample.add(table);
  Diagnostics diagnostics;
  ASSERT_TRUE(write_workbook(sample.document, root_ / "book.xlsx", diagnostics));
  EXPECT_EQ(printed_figures(root_ / "book.xlsx", 1), expected) << "as cached";
  EXPECT_EQ(printed_figures(root_ / "book.xlsx", 0), expected) << "recalculated";
}

}  // namespace
}  // namespace gongkai
