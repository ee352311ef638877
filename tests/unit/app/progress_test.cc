#include "app/progress.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gongkai {
namespace {

TEST(ProgressLine, ShowsHowFarAndWhatIsBeingBuilt) {
  EXPECT_EQ(progress_line(3, 6, {"甲中心 2024"}, 30), "█████░░░░░ 3/6 正在生成 甲…");
  EXPECT_EQ(progress_line(1, 2, {"甲 2024", "乙 2024"}, 80),
            "█████████████░░░░░░░░░░░░░ 1/2 正在生成 甲 2024、乙 2024");
}

TEST(ProgressLine, FitsItsLine) {
  const std::vector<std::string> names = {"很长很长的单位名称一二三四五六七八九十 2024", "区/另一个单位 2024"};
  for (std::size_t columns = 12; columns < 120; ++columns) {
    EXPECT_LT(static_cast<std::size_t>(display_width(progress_line(7, 1000, names, columns))), columns) << columns;
  }
}

TEST(ProgressLine, IsFullAtTheEnd) {
  EXPECT_EQ(progress_line(0, 0, {}, 24), "████████ 0/0");
  EXPECT_EQ(progress_line(5, 5, {}, 24), "████████ 5/5");
}

}  // namespace
}  // namespace gongkai
