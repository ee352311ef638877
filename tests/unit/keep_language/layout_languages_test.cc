#include "layout_languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

namespace gongkai::prepare {
namespace {

using testing::ElementsAre;
using namespace std::string_literals;

using Blob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;
using Face = std::unique_ptr<hb_face_t, void (*)(hb_face_t*)>;

std::string number(std::size_t value, std::size_t size) {
  std::string out;
  for (std::size_t i = size; i-- > 0;) out += static_cast<char>(value >> 8U * i & 0xFFU);
  return out;
}

/// A font of nothing but a GSUB table with one script, whose languages are `tags`.
std::string font_with(const std::vector<std::string>& tags) {
  std::string script = number(0, 2) + number(tags.size(), 2);
  for (std::size_t i = 0; i < tags.size(); ++i) script += tags[i] + number(100 + i, 2);
  const std::string scripts = number(1, 2) + "hani" + number(8, 2) + script;
  const std::string table = "\0\1\0\0"s + number(10, 2) + number(0, 4) + scripts;
  return "OTTO" + number(1, 2) + std::string(6, '\0') + "GSUB" + number(0, 4) + number(28, 4) +
         number(table.size(), 4) + table;
}

TEST(KeepLanguage, OthersAreLeftOutAndItsFormsStay) {
  std::string font = font_with({"JAN ", "KOR ", "ZHS ", "ZHT "});
  ASSERT_TRUE(keep_language(font, "ZHS "));
  const std::size_t count = 28 + 10 + 8 + 2;
  EXPECT_EQ(font.substr(count, 2), number(1, 2));
  EXPECT_EQ(font.substr(count + 2, 6), "ZHS " + number(102, 2));
  EXPECT_EQ(font.substr(0, 28), font_with({"JAN ", "KOR ", "ZHS ", "ZHT "}).substr(0, 28));
}

TEST(KeepLanguage, AFontWithoutTheLanguageKeepsWhatIsCommon) {
  std::string font = font_with({"JAN "});
  ASSERT_TRUE(keep_language(font, "ZHS "));
  EXPECT_EQ(font.substr(28 + 10 + 8 + 2, 2), number(0, 2));
}

TEST(KeepLanguage, DamagedFontsAreRefused) {
  const std::string whole = font_with({"JAN ", "ZHS "});
  for (std::size_t size = 0; size < whole.size() - 6; ++size) {
    std::string part = whole.substr(0, size);
    EXPECT_FALSE(keep_language(part, "ZHS ")) << size;
  }
}

class PreparedFontTest : public testing::TestWithParam<const char*> {};

TEST_P(PreparedFontTest, HasChineseFormsOnly) {
  const std::filesystem::path path = std::filesystem::path(GONGKAI_BINARY_DIR) / "fonts" / GetParam();
  const Blob blob(hb_blob_create_from_file(path.c_str()), hb_blob_destroy);
  const Face face(hb_face_create(blob.get(), 0), hb_face_destroy);
  const hb_tag_t han = HB_TAG('h', 'a', 'n', 'i');
  unsigned script = 0;
  ASSERT_NE(hb_ot_layout_table_find_script(face.get(), HB_OT_TAG_GSUB, han, &script), 0);
  std::array<hb_tag_t, 8> tags{};
  unsigned count = tags.size();
  hb_ot_layout_script_get_language_tags(face.get(), HB_OT_TAG_GSUB, script, 0, &count, tags.data());
  EXPECT_THAT(std::vector<hb_tag_t>(tags.begin(), tags.begin() + count), ElementsAre(HB_TAG('Z', 'H', 'S', ' ')));
  // Of the 50,000 glyphs with the forms of all languages.
  EXPECT_LT(hb_face_get_glyph_count(face.get()), 34000U);
}

INSTANTIATE_TEST_SUITE_P(Fonts, PreparedFontTest,
                         testing::Values("NotoSansCJKsc-Medium.otf", "NotoSerifCJKsc-Regular.otf",
                                         "NotoSerifCJKsc-SemiBold.otf"));

}  // namespace
}  // namespace gongkai::prepare
