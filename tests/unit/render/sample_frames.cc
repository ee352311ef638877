#include "sample_frames.h"

#include <ft2build.h>
#include <gtest/gtest.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr double kWidth = 595.28;
constexpr double kHeight = 841.89;

Page sample_page(std::string label) {
  return {.width = kWidth, .height = kHeight, .label = std::move(label)};
}

Page body_page() {
  Page page = sample_page("1");
  page.items.push_back({1, Destination{"一、收支", 80, 100}});
  page.items.push_back({1, sample_run("收、支总计1945.8万元。", 80, 120)});
  page.items.push_back({kArtifact, Rule{80, 130, 500, 130, 1}});
  const Pattern patterns[] = {Pattern::Solid, Pattern::Hatch, Pattern::CrossHatch,
                              Pattern::Dots,  Pattern::Light, Pattern::White};
  double x = 80;
  for (const Pattern pattern : patterns) {
    page.items.push_back({kArtifact, Fill{x, 150, 50, 60, 0.3, pattern, 0.5}});
    x += 60;
  }
  Path path{.stroke = 1};
  path.points = {{.kind = PathPoint::Kind::Move, .x = 80, .y = 300},
                 {.kind = PathPoint::Kind::Curve, .x = 200, .y = 300, .x1 = 100, .y1 = 250, .x2 = 180, .y2 = 350},
                 {.kind = PathPoint::Kind::Close}};
  page.items.push_back({kArtifact, path});
  return page;
}

}  // namespace

FontFace sample_face() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(GONGKAI_BINARY_DIR "/fonts")) {
    if (entry.path().extension() == ".otf") files.push_back(entry.path().string());
  }
  if (files.empty()) throw std::runtime_error("no prepared font in " GONGKAI_BINARY_DIR "/fonts");
  return {.role = "仿宋", .family = "sample", .path = *std::min_element(files.begin(), files.end())};
}

GlyphRun sample_run(const std::string& text, double x, double y, double size) {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  FT_Init_FreeType(&library);
  if (FT_New_Face(library, sample_face().path.c_str(), 0, &face) != 0) throw std::runtime_error("font unreadable");
  GlyphRun run{.face = 0, .size = size, .text = text};
  for (const char32_t c : decode_utf8(text)) {
    std::string bytes;
    append_utf8(bytes, c);
    run.glyphs.push_back({FT_Get_Char_Index(face, c), x, y});
    run.clusters.push_back({static_cast<int>(bytes.size()), 1});
    x += size;
  }
  FT_Done_Face(face);
  FT_Done_FreeType(library);
  return run;
}

Frames sample_frames() {
  Frames frames{.title = "2024年度部门决算", .author = "示范中心"};
  frames.faces = {sample_face()};
  frames.structure = {{.role = StructureRole::Document}, {.role = StructureRole::P, .parent = 0}};
  Page cover = sample_page("");
  cover.items.push_back({1, sample_run("部门决算公开", 150, 300, 30)});
  Page contents = sample_page("");
  contents.items.push_back({1, sample_run("一、收支", 80, 120)});
  contents.items.push_back({1, Link{80, 104, 200, 20, "一、收支"}});
  frames.pages = {cover, contents, body_page()};
  frames.outline = {{1, "第一部分", "一、收支"}, {2, "一、收支", "一、收支"}, {1, "第二部分", "一、收支"}};
  return frames;
}

std::filesystem::path scratch_folder() {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / (std::string("gongkai-") + info->test_suite_name() + info->name());
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace gongkai
