// Small words the schema is written in.
#pragma once

#include <string>
#include <vector>

#include "input/schema.h"

namespace gongkai::schema {

Shape amount(Sign sign = Sign::NonNegative);
/// An amount or {金额: …, notes}.
Shape amount_item(Sign sign = Sign::NonNegative, std::vector<Field> notes = {});
Shape integer();
Shape number();
Shape text();
Shape long_text();
Shape boolean();
Shape date();
Shape one_of(std::vector<std::string> values);
Shape map(std::vector<Field> fields, std::vector<KeyPattern> patterns = {});
Shape list_of(Shape element);

Field optional(std::string key, Shape shape, std::string description);
Field advised(std::string key, Shape shape, std::string description);
Field required(std::string key, Shape shape, std::string description);
/// A reason or a purpose: 差异原因, 变动原因, 用途.
Field difference_reason();
Field change_reason();
Field purpose(std::string description);

KeyPattern by_code(KeyKind kind, std::vector<std::size_t> digits, std::string placeholder, Shape shape,
                   std::string description);
/// A code of a level that must not be written here.
KeyPattern refused_code(KeyKind kind, std::vector<std::size_t> digits, std::string refusal, std::string hint);
KeyPattern by_name(std::string placeholder, Shape shape, std::string description);

/// "“x”由……算出".
Refusal derived(std::string key, const std::string& from);
/// Written at another place.
Refusal elsewhere(std::string key, std::string reason, std::string hint);

// The blocks, one function a section of the manual.
Field income_field();
Field expenditure_field();
Field initial_budget_field();
Field balance_field();
Field economic_field();
Field travel_field();          ///< 三公经费
Field running_costs_field();   ///< 机关运行经费
Field public_costs_field();    ///< 公用经费
Field procurement_field();     ///< 政府采购
Field assets_field();          ///< 国有资产
Field prior_year_field();      ///< 上年
Field reasons_field();         ///< 原因
Field control_totals_field();  ///< 核对
Field performance_management_field();
Field overall_performance_field();
Field projects_field();
Field project_details_field();     ///< 项目自评: what is written of a project apart from its line
std::vector<Field> text_fields();  ///< 重点工作 … 自查
/// 年度目标 and 指标, alone or several.
Shape indicators();
Shape goals();

}  // namespace gongkai::schema
