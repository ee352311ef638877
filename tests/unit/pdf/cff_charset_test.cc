// A wrong mapping draws wrong glyphs while text extraction stays right, so it is tested on tables made by hand.
#include "pdf/cff_charset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace gongkai::pdf {
namespace {

using testing::ElementsAre;
using namespace std::string_literals;

constexpr std::size_t kGlyphs = 5;

std::string offset_operand(std::size_t value) {
  return "\x1D"s + std::string(2, '\0') + static_cast<char>(value >> 8U) + static_cast<char>(value & 0xFFU);
}

std::string index_of(const std::string& item) {
  return "\x00\x01\x01\x01"s + static_cast<char>(item.size() + 1) + item;
}

/// A CFF table of five empty glyphs with this charset; `cid_keyed` or not.
std::string table(const std::string& charset, bool cid_keyed) {
  const std::string head = "\x01\x00\x04\x02"s + index_of("Name");
  const std::string ros = cid_keyed ? "\x8B\x8B\x8B\x0C\x1E"s : ""s;
  const std::size_t dict_size = ros.size() + 12;
  const std::size_t charset_at = head.size() + 5 + dict_size;
  const std::size_t glyphs_at = charset_at + charset.size();
  const std::string dict = ros + offset_operand(charset_at) + "\x0F"s + offset_operand(glyphs_at) + "\x11"s;
  std::string glyphs = "\x00\x05\x01"s;
  for (std::size_t i = 0; i <= kGlyphs; ++i) glyphs += static_cast<char>(i + 1);
  return head + index_of(dict) + charset + glyphs + std::string(kGlyphs, '\x0E');
}

TEST(CffCharset, ListOfCids) {
  const auto cids = read_cids(table("\x00\x00\x07\x01\x00\x25\x1E\x00\x03"s, true));
  ASSERT_TRUE(cids);
  EXPECT_THAT(*cids, ElementsAre(0, 7, 256, 0x251E, 3));
}

TEST(CffCharset, RangesWithShortAndLongCounts) {
  const auto shorter = read_cids(table("\x01\x00\x10\x01\x02\x00\x05"s, true));
  ASSERT_TRUE(shorter);
  EXPECT_THAT(*shorter, ElementsAre(0, 16, 17, 512, 513));
  const auto longer = read_cids(table("\x02\x00\x10\x00\x01\x02\x00\x01\x00"s, true));
  ASSERT_TRUE(longer);
  EXPECT_THAT(*longer, ElementsAre(0, 16, 17, 512, 513));
}

TEST(CffCharset, FontsWithoutCidsAreAddressedByGlyph) {
  const auto cids = read_cids(table("\x00\x00\x07\x01\x00\x25\x1E\x00\x03"s, false));
  ASSERT_TRUE(cids);
  EXPECT_THAT(*cids, ElementsAre(0, 1, 2, 3, 4));
}

TEST(CffCharset, DamagedTablesAreRefused) {
  EXPECT_FALSE(read_cids(""));
  EXPECT_FALSE(read_cids("\x01\x00\x04\x02"s));
  EXPECT_FALSE(read_cids(table("\x07\x00\x07"s, true)));
  const std::string whole = table("\x00\x00\x07\x01\x00\x25\x1E\x00\x03"s, true);
  EXPECT_FALSE(read_cids(std::string_view(whole).substr(0, whole.size() - 15)));
}

}  // namespace
}  // namespace gongkai::pdf
