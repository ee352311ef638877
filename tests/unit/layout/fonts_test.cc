#include "layout/fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "layout/font_file.h"
#include "layout/font_roles.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

using ::testing::HasSubstr;

/// A fonts folder of its own, removed at the end.
class FontFolder {
 public:
  FontFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "gongkai-fonts-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~FontFolder() { std::filesystem::remove_all(path_); }
  FontFolder(const FontFolder&) = delete;
  FontFolder& operator=(const FontFolder&) = delete;

  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  void take(const std::string& name) const { std::filesystem::create_symlink(prepared_fonts() / name, path_ / name); }
  /// The first half of a prepared font.
  void take_half(const std::string& name) const {
    std::filesystem::copy_file(prepared_fonts() / name, path_ / name);
    std::filesystem::resize_file(path_ / name, std::filesystem::file_size(path_ / name) / 2);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string open_error(const std::filesystem::path& folder) {
  Diagnostics diagnostics;
  EXPECT_EQ(FontLibrary::open(folder, diagnostics), nullptr);
  return diagnostics.items().empty() ? "" : diagnostics.items()[0].code + " " + diagnostics.items()[0].message;
}

TEST(FontLibrary, OffersTheRolesOfOfficialDocuments) {
  const auto fonts = open_fonts();
  ASSERT_NE(fonts, nullptr);
  for (const char* role : {"仿宋", "楷体", "黑体", "小标宋", "宋体", "宋体加粗"}) {
    EXPECT_TRUE(fonts->has_role(role)) << role;
  }
  EXPECT_FALSE(fonts->has_role("隶书"));
}

TEST(FontLibrary, TakesWhatTheFirstFamilyLacksFromTheNext) {
  const auto fonts = open_fonts();
  const auto own = fonts->face_for("仿宋", U'公');
  const auto rare = fonts->face_for("仿宋", U'镕');
  ASSERT_TRUE(own && rare);
  EXPECT_FALSE(own->fallback);
  EXPECT_EQ(fonts->faces()[own->face].family, "FandolFang");
  EXPECT_TRUE(rare->fallback);
  EXPECT_EQ(fonts->faces()[rare->face].family, "Noto Serif CJK SC");
  for (const char32_t c : U"☑☐㎡−✓") {
    EXPECT_TRUE(c == 0 || fonts->face_for("仿宋", c)) << static_cast<unsigned>(c);
  }
}

TEST(FontLibrary, WhatWasLetGoIsThereAgain) {
  const auto fonts = open_fonts();
  const auto kept = open_fonts();
  for (const char* text : {"公", "（", "1,234.56", "——"}) {
    fonts->let_go();
    for (const char* role : {"仿宋", "黑体", "宋体"}) {
      const auto face = fonts->face_for(role, U'公');
      ASSERT_TRUE(face);
      const ShapedText& again = fonts->shape(face->face, text);
      const ShapedText& first = kept->shape(face->face, text);
      EXPECT_EQ(again.advance, first.advance) << text;
      EXPECT_EQ(again.ink_left, first.ink_left) << text;
      EXPECT_EQ(again.ink_right, first.ink_right) << text;
      ASSERT_EQ(again.glyphs.size(), first.glyphs.size()) << text;
      for (std::size_t i = 0; i < first.glyphs.size(); ++i) EXPECT_EQ(again.glyphs[i].id, first.glyphs[i].id) << text;
    }
  }
}

TEST(FontLibrary, AskedAgainTheAnswerIsTheSame) {
  const auto asked = open_fonts();
  const auto again = open_fonts();
  for (char32_t c = 0; c < 0x3000; ++c) again->face_for("仿宋", c);
  for (const char* role : {"仿宋", "黑体"}) {
    for (char32_t c = 0; c < 0x3000; ++c) {
      const auto first = asked->face_for(role, c);
      const auto second = again->face_for(role, c);
      ASSERT_EQ(first.has_value(), second.has_value()) << static_cast<unsigned>(c);
      if (!first) continue;
      ASSERT_EQ(first->face, second->face) << static_cast<unsigned>(c);
      ASSERT_EQ(first->fallback, second->fallback) << static_cast<unsigned>(c);
    }
  }
}

TEST(FontLibrary, HasTheStandardCharactersOfPlanesTwoAndThree) {
  const auto fonts = open_fonts();
  for (const char32_t c : {U'\U00020164', U'\U000241FE', U'\U0002B128', U'\U0002CBB1', U'\U0002CE93'}) {
    EXPECT_TRUE(fonts->face_for("宋体", c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(FontLibrary, SaysWhenNoFamilyHasACharacter) {
  EXPECT_EQ(open_fonts()->face_for("仿宋", U'\U000E0041'), std::nullopt);
}

TEST(FontLibrary, QuotesAndDashesHaveFullWidthInEveryRole) {
  const auto fonts = open_fonts();
  for (const std::string& role : fonts->roles()) {
    for (const char* text : {"“", "”", "‘", "’", "（", "。", "…"}) {
      const auto face = fonts->face_for(role, U'“');
      EXPECT_NEAR(fonts->shape(face->face, text).advance, 1.0, 0.001) << role << text;
    }
    EXPECT_NEAR(fonts->shape(fonts->face_for(role, U'—')->face, "——").advance, 2.0, 0.001) << role;
  }
}

TEST(FontLibrary, DigitsOfMoneyRolesHaveOneWidth) {
  const auto fonts = open_fonts();
  for (const char* role : {"宋体", "宋体加粗", "仿宋", "楷体", "黑体"}) {
    const FaceId face = fonts->face_for(role, U'0')->face;
    const double width = fonts->shape(face, "0").advance;
    for (char digit = '1'; digit <= '9'; ++digit) {
      EXPECT_DOUBLE_EQ(fonts->shape(face, std::string(1, digit)).advance, width) << role << digit;
    }
    // A figure is as wide as its parts: kerning would break the column.
    EXPECT_NEAR(fonts->shape(face, "1,171.11").advance,
                6 * width + fonts->shape(face, ",").advance + fonts->shape(face, ".").advance, 1e-9)
        << role;
  }
}

TEST(FontLibrary, GlyphPositionsAreNotRounded) {
  const auto fonts = open_fonts();
  const FaceId face = fonts->face_for("黑体", U'0')->face;
  const double advance = fonts->shape(face, "0").advance;
  // A thousandth of the size, as the font has it, not a whole pixel of any resolution.
  EXPECT_NEAR(advance, 0.57, 1e-6);
}

TEST(FontLibrary, MissingFilesAreErrors) {
  const FontFolder folder;
  EXPECT_THAT(open_error(folder.path()), HasSubstr("E0711"));
  folder.write("roles.yaml", "仿宋:\n  字体:\n    - {文件: 没有.otf, 字族: FandolFang}\n");
  EXPECT_THAT(open_error(folder.path()), HasSubstr("E0712 缺字体文件"));
}

TEST(FontLibrary, AFileThatSeveralRolesNameIsMissedOnce) {
  const FontFolder folder;
  const std::string face = "{字体: [{文件: 没有.otf, 字族: FandolFang}]}\n";
  folder.write("roles.yaml", "仿宋: " + face + "黑体: " + face);
  const std::string error = open_error(folder.path());
  EXPECT_THAT(error, HasSubstr("（角色“仿宋”“黑体”要用）"));
  EXPECT_EQ(error.find("E0712"), error.rfind("E0712"));
}

TEST(FontLibrary, AnotherFamilyInTheFileIsAnErrorNotASubstitute) {
  const FontFolder folder;
  folder.take("FandolKai-Regular.otf");
  folder.write("roles.yaml", "仿宋:\n  字体:\n    - {文件: FandolKai-Regular.otf, 字族: FandolFang}\n");
  const std::string error = open_error(folder.path());
  EXPECT_THAT(error, HasSubstr("E0714"));
  EXPECT_THAT(error, HasSubstr("FandolKai"));
}

TEST(FontLibrary, AFileCutInHalfIsSaidToBe) {
  const FontFolder folder;
  folder.take_half("FandolFang-Regular.otf");
  folder.write("roles.yaml", "仿宋:\n  字体:\n    - {文件: FandolFang-Regular.otf, 字族: FandolFang}\n");
  const std::string error = open_error(folder.path());
  EXPECT_THAT(error, HasSubstr("E0713"));
  EXPECT_THAT(error, HasSubstr("文件不完整"));
}

TEST(FontLibrary, AFontWithoutOutlinesForAPdfIsSaidToHaveNone) {
  const FontFolder folder;
  std::ifstream in(prepared_fonts() / "FandolFang-Regular.otf", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto tag = bytes.find("CFF ");  // the first is that of the directory
  ASSERT_NE(tag, std::string::npos);
  folder.write("a.otf", bytes.replace(tag, 4, "CFF2"));
  folder.write("roles.yaml", "仿宋:\n  字体:\n    - {文件: a.otf, 字族: FandolFang}\n");
  EXPECT_THAT(open_error(folder.path()), HasSubstr("E0716"));
}

TEST(FontLibrary, SomethingElseThanAFontIsSaidToBe) {
  const FontFolder folder;
  folder.write("a.otf", "这不是字体");
  EXPECT_THAT(find_font_file_problem(folder.path() / "a.otf"), HasSubstr("不是 OpenType"));
  EXPECT_EQ(find_font_file_problem(prepared_fonts() / "FandolKai-Regular.otf"), "");
}

TEST(FontLibrary, SeveralSideBySideShapeTheSame) {
  constexpr int kThreads = 4;
  std::vector<double> widths(kThreads);
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&widths, i] {
      Diagnostics diagnostics;
      const auto fonts = FontLibrary::open(prepared_fonts(), diagnostics);
      for (char32_t c = 0x4E00; c < 0x5200 && fonts; ++c) {
        widths[static_cast<std::size_t>(i)] += fonts->shape(fonts->face_for("宋体", c)->face, "2024年").advance;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_GT(widths[0], 1000);
  for (const double width : widths) {
    EXPECT_EQ(width, widths[0]);
  }
}

TEST(FontLibrary, ReportsCoverage) {
  const auto reports = open_fonts()->report();
  ASSERT_FALSE(reports.empty());
  for (const FaceReport& report : reports) EXPECT_NE(report.licence, "") << report.face.path;
  const auto han_of = [&](std::string_view role, std::string_view family) {
    for (const FaceReport& report : reports) {
      if (report.face.role == role && report.face.family == family && !report.digits) return report.common_han;
    }
    return std::size_t{0};
  };
  EXPECT_EQ(han_of("仿宋", "FandolFang"), 7942U);
  EXPECT_EQ(han_of("仿宋", "Noto Serif CJK SC"), 20902U);
}

TEST(FontRoles, ReadsOrderAndDigits) {
  Diagnostics diagnostics;
  const auto roles = parse_font_roles(
      "宋体:\n  数字: {文件: d.otf, 字族: D}\n  字体:\n    - {文件: a.otf, 字族: A, 数字特性: hwid}\n    - {文件: "
      "b.otf, 字族: B}\n",
      "roles.yaml", diagnostics);
  ASSERT_TRUE(roles);
  ASSERT_EQ(roles->size(), 1U);
  EXPECT_EQ((*roles)[0].faces[0].digit_feature, "hwid");
  EXPECT_EQ((*roles)[0].faces[1].family, "B");
  EXPECT_EQ((*roles)[0].digits->file, "d.otf");
}

TEST(FontRoles, SaysEverythingThatIsWrong) {
  Diagnostics diagnostics;
  EXPECT_FALSE(parse_font_roles("宋体:\n  字体:\n    - {文件: ../a.otf, 字族: A, 粗细: 3}\n黑体: 1\n宋体: {}\n",
                                "r.yaml", diagnostics));
  std::string all;
  for (const Diagnostic& item : diagnostics.items()) {
    all += item.message + "\n";
  }
  EXPECT_THAT(all, HasSubstr("r.yaml 第3行：字体里不认识“粗细”"));
  EXPECT_THAT(all, HasSubstr("只写文件名"));
  EXPECT_THAT(all, HasSubstr("角色“黑体”下面应当有“字体”"));
  EXPECT_THAT(all, HasSubstr("角色“宋体”写了两次"));
}

TEST(FontRoles, BrokenYamlIsOneError) {
  Diagnostics diagnostics;
  EXPECT_FALSE(parse_font_roles("宋体: [", "r.yaml", diagnostics));
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_EQ(diagnostics.items()[0].code, "E0711");
  EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("r.yaml 第1行：不是正确的 YAML（括号"));
}

TEST(FontRoles, AcceptsAByteOrderMarkAndRefusesOtherEncodings) {
  Diagnostics diagnostics;
  const auto roles = parse_font_roles("\uFEFF宋体: {字体: [{文件: a.otf, 字族: A}]}\n", "r.yaml", diagnostics);
  ASSERT_TRUE(roles);
  EXPECT_EQ((*roles)[0].name, "宋体");
  EXPECT_FALSE(parse_font_roles("\xCB\xCE\xCC\xE5: {}\n", "r.yaml", diagnostics));
  ASSERT_EQ(diagnostics.items().size(), 1U);
  EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("不是 UTF-8"));
}

TEST(FontRoles, AKeyWrittenTwiceIsOneError) {
  for (const char* text : {"宋体: {字体: [{文件: a.otf, 文件: b.otf, 字族: A}]}\n",
                           "宋体:\n  字体: [{文件: a.otf, 字族: A}]\n  字体: [{文件: b.otf, 字族: B}]\n"}) {
    Diagnostics diagnostics;
    EXPECT_FALSE(parse_font_roles(text, "r.yaml", diagnostics));
    ASSERT_EQ(diagnostics.items().size(), 1U) << text;
    EXPECT_THAT(diagnostics.items()[0].message, HasSubstr("写了两次"));
  }
}

TEST(FontsTest, AFallbackIsSetAsLargeAsTheCharactersBesideItLook) {
  const auto fonts = open_fonts();
  ASSERT_NE(fonts, nullptr);
  const auto own = fonts->face_for("仿宋", U'国');
  const auto filling = fonts->face_for("仿宋", U'镕');
  ASSERT_TRUE(own && filling && filling->fallback);
  EXPECT_DOUBLE_EQ(fonts->size_beside(own->face), 1);
  const double scale = fonts->size_beside(filling->face);
  const double widths = fonts->ink_width(own->face, "国") / fonts->ink_width(filling->face, "国");
  EXPECT_NEAR(scale, (1 + widths) / 2, 1e-9);
  EXPECT_LT(scale, 1);
}

}  // namespace
}  // namespace gongkai
