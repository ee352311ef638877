#include <utility>

#include "input/schema_parts.h"

namespace gongkai {
namespace {

using namespace schema;

Field publication() {
  Field field = optional("公开",
                         map({optional("日期", date(), "公开日期"), optional("批复日期", date(), "财政批复日期"),
                              optional("网址", text(), "公开网页"), optional("平台", text(), "公开平台"),
                              optional("索引号", text(), "信息索引号"), optional("保密审查", text(), "保密审查情况"),
                              optional("主要负责人审签", text(), "审签情况")}),
                         "封面日期、时限检查用");
  field.example = "公开: {日期: 2025-09-26, 批复日期: 2025-09-10}\n";
  return field;
}

/// The year file may override any key of unit.yaml, so nothing is required there.
Field unit_override() {
  Shape unit = unit_schema();
  for (Field& field : unit.fields) field.need = Need::Optional;
  return optional("单位", std::move(unit), "覆盖 unit.yaml 的键，从这一年起有效");
}

}  // namespace

Shape year_schema() {
  Shape year = map({
      required("年度", integer(), "决算年度，与文件名一致"),
      required("金额单位", one_of({"元", "万元"}), "本文件全部金额的单位，没有缺省"),
      optional("仅作基数", boolean(), "是：本文件只供下一年比较，不单独生成"),
      optional("填报日期", date(), "各自评表的填报日期"),
      publication(),
      unit_override(),
      income_field(),
      expenditure_field(),
      initial_budget_field(),
      balance_field(),
      economic_field(),
      travel_field(),
      running_costs_field(),
      public_costs_field(),
      procurement_field(),
      assets_field(),
      prior_year_field(),
      reasons_field(),
      control_totals_field(),
      performance_management_field(),
      overall_performance_field(),
      projects_field(),
      project_details_field(),
  });
  for (Field& field : text_fields()) year.fields.push_back(std::move(field));
  year.refusals = {elsewhere("上年度", "不用写：由“年度”得出", "请删去"),
                   elsewhere("名称", "写在 unit.yaml 里", "只有这一年不同时，写到“单位”里")};
  return year;
}

}  // namespace gongkai
