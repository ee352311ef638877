// What total fit leaves out for speed never changes what it finds.
#include "layout/total_fit.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "layout/line_composer.h"
#include "random_text.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

std::vector<std::size_t> ends(const std::vector<AtomLine>& lines) {
  std::vector<std::size_t> ends;
  for (const AtomLine& line : lines) ends.push_back(line.next);
  return ends;
}

class TotalFitTest : public ::testing::Test {
 protected:
  /// The atoms of a random text at 16 points.
  AtomList atoms(TextMaker& maker) { return atoms_of(maker.make()); }

  AtomList atoms_of(const std::string& written) {
    const Runs runs{{.text = written}};
    PreparedText text = composer.prepare(runs, "仿宋");
    set_size(text.whole, {.size = 16, .cell = 15.8});
    return text.whole;
  }

  static BreakRequest request(double width) {
    return {.first_width = width - 32, .rest_width = width, .justified = true, .keeps_first_lead = true, .size = 16};
  }

  std::unique_ptr<FontLibrary> fonts = open_fonts();
  Diagnostics diagnostics;
  LineComposer composer{*fonts, diagnostics};
};

TEST_F(TotalFitTest, FindsTheSameBreaksHoweverMuchIsLeftOut) {
  int dear = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    TextMaker maker(seed);
    const AtomList list = atoms(maker);
    const BreakRequest wanted = request(60 + maker.pick(400));
    const auto all = ends(break_by_total_fit(list, wanted, std::numeric_limits<double>::infinity()));
    EXPECT_EQ(ends(break_by_total_fit(list, wanted)), all) << "seed " << seed;
    EXPECT_EQ(ends(break_by_total_fit(list, wanted, 20)), all) << "seed " << seed;
    EXPECT_EQ(ends(break_by_total_fit(list, wanted, 0)), all) << "seed " << seed;
    dear += wanted.rest_width < 120 ? 1 : 0;
  }
  EXPECT_GT(dear, 10) << "narrow measures cost more than is usual";
}

TEST_F(TotalFitTest, AWordThatLeavesMuchOfTheLineEmptyIsFollowedByWhatFits) {
  const AtomList list = atoms_of("aaaaaaaaaaaaaa办理或者bbbbbbbbbbbbbb另外");
  ASSERT_GT(list.atoms.size(), 6U);
  const double word = list.atoms[0].advance * 16;
  BreakRequest narrow = request(word + 4 * 16 + 20);  // room for the four, and a little more
  narrow.first_width = narrow.rest_width;
  EXPECT_EQ(break_by_total_fit(list, narrow).front().next, 5U) << "the word and the four characters behind it";
}

TEST_F(TotalFitTest, ATextThatStandsOnOneLineIsNotBroken) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    TextMaker maker(seed);
    const AtomList list = atoms(maker);
    const BreakRequest wide = request(20000 + maker.pick(100));
    EXPECT_EQ(ends(break_by_total_fit(list, wide)), ends(break_lines(list, wide)));
    EXPECT_EQ(break_lines(list, wide).size(), 1U);
  }
}

}  // namespace
}  // namespace gongkai
