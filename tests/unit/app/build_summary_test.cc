#include "app/build_summary.h"

#include <gmock/gmock.h>

namespace gongkai {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

BuildSummary sample() {
  BuildSummary summary;
  summary.rows = {
      {"甲", "2024", "甲中心", UnitOutcome::Built, "", 0, 2, 30, std::chrono::milliseconds(120), "out/甲/2024"},
      {"乙", "2024", "乙\"中心\"", UnitOutcome::Refused, "E0301 收支不平, 差 1 元", 1, 0, 0,
       std::chrono::milliseconds(8), ""},
      {"丙", "2024", "丙", UnitOutcome::Unchanged, "", 0, 0, 30, std::chrono::milliseconds(1), "out/丙/2024"}};
  return summary;
}

TEST(BuildSummary, CountsAndNamesTheRefused) {
  const std::string text = summary_text(sample());
  EXPECT_THAT(text, StartsWith("共 3 个单位：生成 1 个，没有变化 1 个，没有生成 1 个\n"));
  EXPECT_THAT(text, HasSubstr("乙 2024：E0301 收支不平"));
  EXPECT_THAT(text, Not(HasSubstr("甲")));
}

TEST(BuildSummary, CutsALongListOfRefused) {
  BuildSummary summary = sample();
  for (int i = 0; i < 5; ++i) summary.rows.push_back(summary.rows[1]);
  EXPECT_THAT(summary_text(summary, 2), HasSubstr("其余 4 个见 summary.csv"));
}

TEST(BuildSummary, QuotesWhatCutsACsvField) {
  const std::string csv = summary_csv(sample());
  EXPECT_THAT(csv, StartsWith("\xEF\xBB\xBF单位文件夹,年度"));
  EXPECT_THAT(csv, HasSubstr("乙,2024,\"乙\"\"中心\"\"\",没有生成,\"E0301 收支不平, 差 1 元\",1,0,0,8,\r\n"));
}

TEST(BuildSummary, TellsProgramsTheSame) {
  const std::string json = summary_json(sample());
  EXPECT_THAT(json, StartsWith(R"({"total":3,"built":1,"unchanged":1,"refused":1,)"));
  EXPECT_THAT(json, HasSubstr(R"("unit":"乙","year":"2024","name":"乙\"中心\"","status":"refused")"));
}

}  // namespace
}  // namespace gongkai
