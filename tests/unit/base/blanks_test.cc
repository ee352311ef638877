#include "base/blanks.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::u32string_view kBlanks = U" \n\t\u3000\u200B\u2060\u00A0";

TEST(Blanks, AreTakenOutWhateverStandsBesideThem) {
  // Characters that share bytes with the blanks.
  constexpr std::u32string_view kAny = U" \n\t\u3000\u200B\u2060\u00A0公，\u3001\u200C\u2014é\u00A11a";
  std::mt19937 random(7);
  for (int text_number = 0; text_number < 500; ++text_number) {
    std::u32string text;
    std::u32string kept;
    for (int i = 0; i < 12; ++i) {
      const char32_t c = kAny[random() % kAny.size()];
      text += c;
      if (kBlanks.find(c) == kBlanks.npos) kept += c;
    }
    const std::string utf8 = encode_utf8(text);
    EXPECT_EQ(squeeze_blanks(utf8), encode_utf8(kept));
    EXPECT_EQ(squeezed_size(utf8), encode_utf8(kept).size());
    std::string appended = "前";
    append_squeezed(appended, utf8);
    EXPECT_EQ(appended, "前" + encode_utf8(kept));
  }
}

}  // namespace
}  // namespace gongkai
