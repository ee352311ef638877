// The self-evaluation forms in the three shapes that are in use: 20 points for the execution and 80 for the indicators,
// without scores, and ten points and 90; for a project and for the unit as a whole.
#include <gtest/gtest.h>

#include "standard_pack_fixture.h"

namespace gongkai {
namespace {

using Rows = std::vector<std::string>;

constexpr const char* kUnit = R"(名称: 示范中心
类型: 单位
性质: 公益一类事业单位
主管部门: 示范局
财政级次: 市级
模板: hubei
主要职责: 承办交办的事项
)";

/// Every way a row is scored. `last` is what makes the points add up to the pack's.
std::string indicators(const std::string& indent, int last) {
  const std::string rows[] = {
      "{一级: 产出指标, 二级: 数量指标, 三级: 办理件数, 方向: 大于等于, 目标: 99, 实际: 98, 单位: 件, 分值: 10, "
      "偏差原因: 来件减少, "
      "改进措施: 加强宣传}",
      "{三级: 走访次数, 方向: 等于, 目标: 12, 实际: 15, 单位: 次, 分值: 10}",
      "{二级: 成本指标, 三级: 印刷成本, 方向: 小于等于, 目标: 200, 实际: 189.44, 单位: 万元, 分值: 10}",
      "{三级: 维修成本, 方向: 小于等于, 目标: 7, 实际: 9, 单位: 万元, 分值: 10, 偏差原因: 老旧设备增多}",
      "{一级: 效益指标, 二级: 社会效益指标, 三级: 服务水平, 方向: 定性, 目标: 显著提高, 实际: 有所提高, 完成程度: 85%, "
      "分值: 20, "
      "改进措施: 改进流程}",
      "{一级: 满意度指标, 二级: 服务对象满意度指标, 三级: 群众满意度, 方向: 大于等于, 目标: 95, 实际: 96, 单位: '%', "
      "分值: " +
          std::to_string(last) + "}"};
  std::string text;
  for (const std::string& row : rows) text += indent + "- " + row + "\n";
  return text;
}

StandardDisclosure composed(const std::string& pack, int last) {
  return StandardDisclosure(
      {{"unit.yaml", kUnit},
       {"2024.yaml",
        "年度: 2024\n金额单位: 万元\n填报日期: 2025-03-20\n收入: {一般公共预算: {2080109: 300}}\n"
        "支出: {一般公共预算: {2080109: {基本支出: 100, 项目支出: 200}}}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n"
        "项目绩效:\n  - {项目: 经办业务, 类别: 部门预算项目, 属性: 持续性项目, 类型: 常年性项目, 年初预算: 180, "
        "预算数: 300, "
        "执行数: 200, 完成情况: 按计划完成}\n项目自评:\n  - 项目: 经办业务\n    年度目标: 办好业务\n    指标:\n" +
            indicators("      ", last) +
            "整体绩效:\n  预算数: 400\n  评价情况: 基本完成\n  绩效目标:\n    - 年度目标: 履职尽责\n      指标:\n" +
            indicators("        ", last)}},
      "2024.yaml", pack);
}

/// Each row's own cells, joined by "|".
Rows rows_of(const Table& table) {
  Rows rows;
  for (const auto& row : table.rows) {
    std::string line;
    for (const Cell& cell : row) {
      if (!cell.covered) line += (line.empty() ? "" : "|") + plain_text(cell.runs);
    }
    rows.push_back(line);
  }
  return rows;
}

bool has_row(const Table& table, const std::string& wanted) {
  for (const std::string& row : rows_of(table)) {
    if (row == wanted) return true;
  }
  return false;
}

/// Whether each wanted line is a row of the form.
void expect_rows(const StandardDisclosure& made, const std::string& id, const Rows& wanted) {
  const Table* form = made.table(id);
  ASSERT_NE(form, nullptr) << id << made.problems();
  std::string all;
  for (const std::string& row : rows_of(*form)) all += row + "\n";
  for (const std::string& row : wanted) EXPECT_TRUE(has_row(*form, row)) << row << " is not in\n" << all;
}

TEST(Forms, TwentyAndEighty) {
  const auto made = composed("hubei", 20);
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  const Rows scored = {"产出指标|数量指标|办理件数|10|≥99件|98件|9.9",
                       "走访次数|10|12次|15次|10",
                       "成本指标|印刷成本|10|≤200万元|189.44万元|10",
                       "维修成本|10|≤7万元|9万元|7.78",
                       "效益指标|社会效益指标|服务水平|20|显著提高|有所提高|17",
                       "满意度指标|服务对象满意度指标|群众满意度|20|≥95%|96%|20",
                       "偏差大或目标未完成原因分析|来件减少；老旧设备增多",
                       "改进措施及结果应用方案|加强宣传；改进流程"};
  expect_rows(made, "项目绩效自评表", scored);
  expect_rows(
      made, "项目绩效自评表",
      {"项目类别|☑部门预算项目　☐财政专项资金　☐对下转移支付项目", "项目属性|☑持续性项目　☐新增性项目",
       "项目类型|☑常年性项目　☐延续性项目　☐一次性项目", "年度财政资金总额|300.00|200.00|66.7%|13.33", "总分|88.01"});
  expect_rows(made, "整体绩效自评表", scored);
  expect_rows(made, "整体绩效自评表", {"单位整体支出总额|400.00|300.00|75%|15", "总分|89.68"});
}

TEST(Forms, WithoutScores) {
  const auto made = composed("hubei-ezhou", 20);
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  const Rows plain = {"一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）",
                      "产出指标|数量指标|办理件数|≥99件|98件", "维修成本|≤7万元|9万元",
                      "效益指标|社会效益指标|服务水平|显著提高|有所提高",
                      "偏差大或目标未完成原因分析|来件减少；老旧设备增多"};
  expect_rows(made, "项目绩效自评表", plain);
  expect_rows(made, "项目绩效自评表",
              {"项目类别|☑部门预算项目　☐市直专项　☐市对下转移支付项目", "300.00|200.00|66.67%"});
  expect_rows(made, "整体绩效自评表", plain);
  expect_rows(made, "整体绩效自评表", {"400.00|300.00|75%"});
  for (const char* id : {"项目绩效自评表", "整体绩效自评表"}) {
    for (const std::string& row : rows_of(*made.table(id))) {
      EXPECT_EQ(row.find("分"), row.find("分析")) << "a score in a form that has none: " << row;
    }
  }
}

TEST(Forms, TenAndNinety) {
  const auto made = composed("neimenggu", 30);
  EXPECT_FALSE(made.diagnostics().has_errors()) << made.problems();
  const Rows scored = {
      "一级指标|二级指标|三级指标|指标性质|指标方向|年度指标值|实际完成值|计量单位|分值|得分|偏差原因分析及改进措施",
      "产出指标|数量指标|办理件数|正向|大于等于|99|98|件|10|9.9|来件减少；加强宣传",
      "走访次数|正向|等于|12|15|次|10|10|",
      "成本指标|印刷成本|反向|小于等于|200|189.44|万元|10|10|",
      "维修成本|反向|小于等于|7|9|万元|10|7.78|老旧设备增多",
      "效益指标|社会效益指标|服务水平|定性||显著提高|有所提高||20|17|改进流程",
      "满意度指标|服务对象满意度指标|群众满意度|正向|大于等于|95|96|%|30|30|"};
  expect_rows(made, "项目支出绩效自评表", scored);
  expect_rows(made, "项目支出绩效自评表",
              {"年度资金总额|180.00|300.00|200.00|10|66.67%|6.67", "总分|100|91.35|", "办好业务|按计划完成"});
  expect_rows(made, "整体支出绩效自评表", scored);
  expect_rows(made, "整体支出绩效自评表",
              {"年度资金总额||400.00|300.00|10|75.00%|7.5", "总分|100|92.18|", "履职尽责|基本完成"});
}

}  // namespace
}  // namespace gongkai
