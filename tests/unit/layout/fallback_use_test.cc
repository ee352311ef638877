#include "layout/fallback_use.h"

#include <gtest/gtest.h>

#include "layout/layout.h"
#include "sample_document.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

Frames laid_out(const std::string& text) {
  const auto fonts = open_fonts();
  Document document;
  document.style = Style::standard();
  document.blocks = {{Paragraph{ParagraphKind::Body, runs_of(text)}}};
  Diagnostics diagnostics;
  const auto frames = lay_out(document, *fonts, diagnostics);
  return frames ? *frames : Frames{};
}

TEST(FallbackUse, NamesEachCharacterOnceWithItsFont) {
  const auto uses = fallback_uses(laid_out("局长王镕、科员陈喆和李镕。"));
  ASSERT_EQ(uses.size(), 1U);
  EXPECT_EQ(uses[0].role, "仿宋");
  EXPECT_EQ(uses[0].characters, U"喆镕");
  EXPECT_EQ(describe_fallbacks(uses), "仿宋缺“喆、镕”，用 Noto Serif CJK SC");
}

TEST(FallbackUse, IsSilentWhenNothingIsMissing) {
  EXPECT_EQ(describe_fallbacks(fallback_uses(laid_out("2024年度收入1,945.8万元，“三公”经费〔2024〕5号，☑是☐否。"))), "");
}

TEST(FallbackUse, SaysHowManyWhenThereAreMany) {
  std::u32string characters;
  for (char32_t c = 0x3400; c < 0x3430; ++c) characters += c;
  EXPECT_NE(describe_fallbacks({{"仿宋", "某", characters}}).find("等 48 个字"), std::string::npos);
}

}  // namespace
}  // namespace gongkai
