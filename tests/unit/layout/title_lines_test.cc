#include "layout/title_lines.h"

#include <gtest/gtest.h>

#include <string>

#include "frame_probe.h"
#include "sample_document.h"
#include "test_fonts.h"

namespace gongkai {
namespace {

class TitleLinesTest : public testing::Test {
 protected:
  void SetUp() override {
    fonts_ = open_fonts();
    ASSERT_NE(fonts_, nullptr);
  }

  /// The title at 22 pt in `width` points, "|" between its lines.
  std::string lines(const std::string& title, double width, std::size_t extra = 0) {
    Diagnostics diagnostics;
    LineComposer composer(*fonts_, diagnostics);
    TextSpec spec{.role = "小标宋", .size = 22, .width = width, .align = TextAlign::Center};
    std::string out;
    for (const Line& line : compose_title(composer, runs_of(title), spec, extra).lines) {
      if (!out.empty()) out += "|";
      for (const GlyphRun& run : line.runs) out += run.text;
    }
    return out;
  }

  std::unique_ptr<FontLibrary> fonts_;
};

TEST_F(TitleLinesTest, OneLineStaysOne) {
  EXPECT_EQ(lines("2024年度部门决算公开", 442), "2024年度部门决算公开");
}

TEST_F(TitleLinesTest, BreaksAfterAMark) {
  EXPECT_EQ(lines("机关运行经费支出、国有资产占用情况及政府采购支出信息表", 442),
            "机关运行经费支出、|国有资产占用情况及政府采购支出信息表");
}

TEST_F(TitleLinesTest, BreaksAfterTheNameOfABody) {
  EXPECT_EQ(lines("示范市人力资源和社会保障局社会保险管理处整体绩效自评表", 442),
            "示范市人力资源和社会保障局|社会保险管理处整体绩效自评表");
}

TEST_F(TitleLinesTest, AnExtraLineKeepsANameWhole) {
  const std::string title = "2024年度示范市示范镇城乡居民社会保险事业服务中心整体支出绩效自评报告";
  EXPECT_EQ(lines(title, 442, 1), "2024年度|示范市示范镇城乡居民社会保险事业服务中心|整体支出绩效自评报告");
}

TEST_F(TitleLinesTest, AWordThatOnlyLooksLikeABodyIsNotCut) {
  EXPECT_EQ(lines("局部地区城镇污水处理及管网改造提升工程专项资金项目", 330).find("局|部"), std::string::npos);
}

TEST_F(TitleLinesTest, ANameTooLongForALineIsCutInTheMiddle) {
  EXPECT_EQ(lines("示范市镕堃喆玥頔赟昇峣叕镇城乡居民社会养老保险服务中心单位决算公开", 442, 1),
            "示范市镕堃喆玥頔赟昇峣叕镇|城乡居民社会养老保险服务中心单位决算公开");
}

TEST_F(TitleLinesTest, WithoutAPauseLinesAreEven) {
  const std::string broken = lines("城乡居民基本养老保险基础养老金提标补助资金使用情况表", 442);
  const auto bar = broken.find('|');
  ASSERT_NE(bar, std::string::npos);
  EXPECT_NEAR(static_cast<double>(bar), static_cast<double>(broken.size() - bar), 8);
}

}  // namespace
}  // namespace gongkai
