// The samples' documents against what was looked at and found right: tables, whole text, frames.
// `golden_test --update` rewrites the references; read the difference before committing it.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "app/disclosure.h"
#include "golden_file.h"
#include "layout/fonts.h"
#include "layout/layout.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string dump_table(const Table& table) {
  std::string out = "# " + table.number + " " + table.title + "\n" + table.unit_line + " | " + table.money_line + "\n";
  for (const auto& row : table.rows) {
    std::string line;
    for (const Cell& cell : row) line += (cell.covered ? std::string("~") : plain_text(cell.runs)) + "\t";
    out += line + "\n";
  }
  for (const Runs& note : table.notes) out += plain_text(note) + "\n";
  return out + "\n";
}

struct TextDump {
  std::string out;
  void operator()(const Cover& cover) {
    out += "[封面] " + plain_text(cover.title) + "\n";
    for (const Runs& line : cover.lines) out += "[封面] " + plain_text(line) + "\n";
  }
  void operator()(const Contents&) { out += "[目录]\n"; }
  void operator()(const Heading& heading) {
    out += std::string(static_cast<std::size_t>(heading.level), '#') + " " + heading.number + plain_text(heading.runs) +
           "\n";
  }
  void operator()(const Paragraph& paragraph) { out += plain_text(paragraph.runs) + "\n"; }
  void operator()(const Table& table) { out += "[表] " + table.number + " " + table.title + "\n"; }
  void operator()(const Chart& chart) { out += "[图] " + chart.caption + "：" + chart.alternative + "\n"; }
  void operator()(const PageBreak&) { out += "[换页]\n"; }
};

class GoldenTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const fs::path unit = fs::path("data") / GetParam() / "2024.yaml";
    fs::current_path(GONGKAI_SOURCE_DIR);  // so that the paths in spans are the same everywhere
    disclosure_ = prepare_disclosure(world_, packs_, unit, Stage::Composed);
    ASSERT_TRUE(disclosure_->document) << render_text(disclosure_->diagnostics, disclosure_->sources);
  }

  std::string golden(std::string_view suffix) const { return std::string(GetParam()) + "/" + std::string(suffix); }

  RealWorld world_{GONGKAI_SOURCE_DIR};
  PackShelf packs_{world_};
  std::unique_ptr<Disclosure> disclosure_;
};

TEST_P(GoldenTest, Tables) {
  std::string out;
  for (const Block& block : disclosure_->document->blocks) {
    if (const Table* table = std::get_if<Table>(&block.content)) out += dump_table(*table);
  }
  compare_with_golden(golden("tables.tsv"), out);
}

TEST_P(GoldenTest, Text) {
  TextDump dump;
  for (const Block& block : disclosure_->document->blocks) std::visit(dump, block.content);
  compare_with_golden(golden("text.txt"), dump.out);
}

TEST_P(GoldenTest, Frames) {
  Diagnostics diagnostics;
  const auto fonts = FontLibrary::open(fs::path(GONGKAI_BINARY_DIR) / "fonts", diagnostics);
  ASSERT_TRUE(fonts) << render_text(diagnostics, Sources());
  const auto frames = lay_out(*disclosure_->document, *fonts, diagnostics);
  ASSERT_TRUE(frames) << render_text(diagnostics, disclosure_->sources);
  compare_with_golden(golden("frames.txt"), dump_text(*frames));
}

INSTANTIATE_TEST_SUITE_P(Samples, GoldenTest, testing::Values("gedian", "jianghan", "shifan", "wuhai", "renshe"));

}  // namespace
}  // namespace gongkai

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--update") gongkai::golden_update_wanted() = true;
  }
  return RUN_ALL_TESTS();
}
