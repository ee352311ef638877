#include "pdf/syntax.h"

#include <gtest/gtest.h>

#include <limits>

namespace gongkai::pdf {
namespace {

std::string written(void (*append)(std::string&, long long), long long value) {
  std::string out = "x";
  append(out, value);
  return out;
}

TEST(PdfSyntax, Integers) {
  for (const long long value : {0LL, 7LL, 10LL, -1LL, -250LL, 1234567890123LL, std::numeric_limits<long long>::max(),
                                std::numeric_limits<long long>::min()}) {
    EXPECT_EQ(written(append_integer, value), "x" + std::to_string(value));
  }
}

TEST(PdfSyntax, NumbersHaveNoTrailingZeros) {
  EXPECT_EQ(written(append_hundredths, 1200), "x12");
  EXPECT_EQ(written(append_hundredths, -1205), "x-12.05");
  EXPECT_EQ(written(append_hundredths, 50), "x0.5");
  EXPECT_EQ(written(append_hundredths, -5), "x-0.05");
}

TEST(PdfSyntax, CodesAreEscapedInStrings) {
  std::string out;
  for (const unsigned code : {0x0102U, 0x0028U, 0x2929U, 0x5C0DU, 0x0D0AU}) append_code(out, code);
  EXPECT_EQ(out, std::string("\x01\x02\0\\(\\)\\)\\\\\\r\\r\n", 16));
  EXPECT_EQ(byte_string("a(b)\\\r"), "(a\\(b\\)\\\\\\r)");
}

}  // namespace
}  // namespace gongkai::pdf
