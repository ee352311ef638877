#include "input/leftovers.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

std::string found(const char* line) {
  const auto leftover = find_leftover(line);
  return leftover ? std::to_string(leftover->at) + ":" + leftover->text : "";
}

TEST(FindLeftover, KnowsWhatTemplatesLeave) {
  EXPECT_EQ(found("比上年增加（减少）3 项"), "3:增加（减少）");
  EXPECT_EQ(found("比上年下降(增长)"), "3:下降（增长）");
  EXPECT_EQ(found("本部门（单位）共有"), "0:本部门（单位）");
  EXPECT_EQ(found("（一）本年有（无）变化，下降（增长）"), "5:有（无）") << "the first of two";
  EXPECT_EQ(found("共完成XX项"), "3:XX");
  EXPECT_EQ(found("20ＸＸ年"), "2:XX");
  EXPECT_EQ(found("主要用于……"), "4:……");
  EXPECT_EQ(found("主要用于……等支出"), "4:……");
  EXPECT_EQ(found("按照“……”的要求"), "3:……");
  EXPECT_EQ(found("按照“统筹……监管”的要求，主要用于……"), "18:……");
  EXPECT_EQ(found("（填写单位职责）"), "0:（填写");
  EXPECT_EQ(found("填写主要原因"), "0:填写");
  EXPECT_EQ(found("____万元"), "0:____");
  EXPECT_EQ(found("—"), "0:—");
}

TEST(FindLeftover, LeavesOrdinaryProseAlone) {
  for (const char* line : {"维修（护）费", "因公出国（境）费", "副部（省）级及以上领导用车", "指导企业填写申报表",
                           "http://www.example.gov.cn/xxgk/XXGK", "GXX-2 型设备", "2024 年 1—6 月",
                           "增加 3 人（减少 2 人）", "部门（含下属单位）", "3.5 万人次", "其他…", "某项目",
                           "按照“统筹监管工作……应当公开”的要求"}) {
    EXPECT_EQ(found(line), "") << line;
  }
}

}  // namespace
}  // namespace gongkai
