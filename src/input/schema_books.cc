// 收入, 支出, 年初预算, 结转结余, 经济分类: the books of amounts.
#include <utility>

#include "input/schema_parts.h"
#include "model/ledger.h"

namespace gongkai::schema {
namespace {

constexpr std::string_view kItemOnly = "是上级科目，它的数由下级各项相加算出";

std::string note_of(std::string_view source, std::string_view text) {
  return std::string(source) + std::string(text);
}

Shape income_source(const std::string& source) {
  std::vector<Field> notes;
  if (source == "事业收入") {
    notes.push_back(optional("其中教育收费", amount(), "财政专户管理的教育收费，不大于金额"));
  }
  if (source == "上级补助收入" || source == "附属单位上缴收入") {
    notes.push_back(optional("其中本部门", amount(), "来自本部门内部的数，部门汇总时抵销；缺省为全额"));
  }
  return map({}, {by_code(KeyKind::FunctionCode, {7}, "项编码", amount_item(Sign::RedInk, std::move(notes)),
                          note_of(source, "的决算数")),
                  refused_code(KeyKind::FunctionCode, {3, 5}, std::string(kItemOnly), "收入写到项（7 位编码）")});
}

/// A 3 or 5 digit row carries texts only: its amount is the sum of the items below.
Shape upper_row() {
  Shape row = map({purpose("“主要用于……”，不写句末句号"), difference_reason(), change_reason()});
  for (const std::string& column : expenditure_columns()) {
    row.refusals.push_back(
        {column, "E0220", "不能写在上级科目行：金额由下级各项相加算出", "请写到项（7 位编码）的行里"});
  }
  row.refusals.push_back(
      {"年初预算", "E0220", "不能写在支出的上级科目行", "只批到类、款的年初预算写到顶层的“年初预算”里"});
  row.refusals.push_back({"全年预算", "E0220", "不能写在上级科目行", "请写到项（7 位编码）的行里"});
  row.scalar_refusal = "上级科目行不能写金额：它由下级各项相加算出";
  return row;
}

Shape item_row(bool fiscal) {
  Shape row = map({
      optional("基本支出", amount(Sign::RedInk), "基本支出决算数"),
      optional("项目支出", amount(Sign::RedInk), "项目支出决算数"),
  });
  for (const char* column : {"上缴上级支出", "经营支出", "对附属单位补助支出"}) {
    if (fiscal) {
      row.refusals.push_back(elsewhere(column, "不会由财政拨款安排", "请写到“支出”的“非财政拨款”里"));
    } else {
      row.fields.push_back(optional(column, amount(Sign::RedInk), std::string(column) + "决算数，只用于非财政拨款"));
    }
  }
  if (!fiscal) {
    for (const char* column : {"上缴上级支出", "对附属单位补助支出"}) {
      row.fields.push_back(optional(std::string(column) + "其中本部门", amount(),
                                    "付给本部门内部单位的数，部门汇总时抵销；缺省为全额"));
    }
  }
  row.fields.push_back(optional("年初预算", amount(), "该项的年初预算；没有就写 0，不知道就不写"));
  row.fields.push_back(optional("全年预算", amount(), "该项调整后的全年预算"));
  row.fields.push_back(difference_reason());
  row.fields.push_back(change_reason());
  row.fields.push_back(purpose("“主要用于……”，不写句末句号"));
  row.scalar_refusal = "要写明是基本支出还是项目支出，例如 {基本支出: 12}";
  return row;
}

Shape expenditure_fund(const std::string& fund) {
  return map({}, {by_code(KeyKind::FunctionCode, {7}, "项编码", item_row(fund != kNonFiscal), "末级行：写金额"),
                  by_code(KeyKind::FunctionCode, {3, 5}, "类或款编码", upper_row(), "上级行：只写文字")});
}

Shape initial_budget_fund() {
  Shape fund = map({optional("合计", amount_item(Sign::NonNegative, {difference_reason()}), "该资金的年初预算总额")},
                   {by_code(KeyKind::FunctionCode, {3, 5}, "类或款编码",
                            amount_item(Sign::NonNegative, {difference_reason()}), "该类（款）的年初预算"),
                    refused_code(KeyKind::FunctionCode, {7}, "是项级科目，年初预算不写在这里",
                                 "请写到“支出”里这个科目那一行的“年初预算”")});
  return fund;
}

std::vector<Field> balance_amounts(bool fiscal) {
  const Sign sign = fiscal ? Sign::NonNegative : Sign::Any;
  std::vector<Field> fields = {optional("年初", amount(sign), "年初结转和结余（调整后）"),
                               optional("年末", amount(sign), "年末结转和结余")};
  if (!fiscal) {
    fields.push_back(optional("使用非财政拨款结余", amount(), "使用非财政拨款结余（含专用结余）"));
    fields.push_back(optional("结余分配", amount(), "结余分配"));
    fields.push_back(optional("分配事项", text(), "结余分配的去向"));
  }
  fields.push_back(optional("年初调整原因", text(), "年初数与上年年末数不同的原因，不同时必须写"));
  fields.push_back(optional("年末事项", text(), "结转了什么、为何"));
  return fields;
}

void refuse_non_fiscal_columns(Shape& balance) {
  for (const char* key : {"使用非财政拨款结余", "结余分配", "分配事项"}) {
    balance.refusals.push_back(elsewhere(key, "只用于非财政拨款", "请写到“结转结余”的“非财政拨款”里"));
  }
}

Shape balance_of(const std::string& fund) {
  const bool fiscal = fund != kNonFiscal;
  const bool whole = fund == kGeneralBudget || !fiscal;
  Shape row = map(balance_amounts(fiscal));
  if (fiscal) refuse_non_fiscal_columns(row);
  Shape balance = map(whole ? balance_amounts(fiscal) : std::vector<Field>());
  balance.fields_or_patterns = fiscal && whole;
  if (fiscal) {
    refuse_non_fiscal_columns(balance);
    balance.patterns = {by_code(KeyKind::FunctionCode, {7}, "项编码", std::move(row), "逐项写的余额"),
                        refused_code(KeyKind::FunctionCode, {3, 5}, std::string(kItemOnly), "请写到项（7 位编码）")};
  } else {
    balance.patterns = {
        refused_code(KeyKind::FunctionCode, {3, 5, 7}, "不用写：非财政拨款的余额不分科目", "请把各科目的余额合成一笔")};
  }
  if (!whole) {
    for (const char* key : {"年初", "年末", "年初调整原因", "年末事项"}) {
      balance.refusals.push_back(
          elsewhere(key, "要逐个科目写", "请先写项编码，再写余额，例如 2296002: {年初: 0, 年末: 5}"));
    }
  }
  return balance;
}

Shape economic_rows() {
  Shape upper = map({purpose("“主要用于……”")});
  upper.refusals = {{"金额", "E0220", "不能写在类一级：它由各款相加算出", "请写到款（5 位编码）"}};
  upper.scalar_refusal = "类一级不能写金额：它由各款相加算出";
  return map({}, {by_code(KeyKind::EconomicCode, {5}, "款编码", amount_item(Sign::RedInk, {purpose("“主要用于……”")}),
                          "该款的决算数"),
                  by_code(KeyKind::EconomicCode, {3}, "类编码", std::move(upper), "上级行：只写用途")});
}

}  // namespace

Field income_field() {
  Shape income = map({});
  for (const std::string& source : income_sources()) {
    income.fields.push_back(optional(source, income_source(source), "项编码 → 金额项"));
  }
  income.refusals = {
      derived("财政拨款", "一般公共预算、政府性基金、国有资本经营预算三种收入相加"),
      derived("财政拨款收入", "三种财政拨款收入相加"),
      elsewhere("非财政拨款", "要分来源写", "请分别写上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入")};
  Field field =
      required("收入", std::move(income), "收入决算：来源 → 项编码 → 金额项。款、类的数和各种合计都由程序相加");
  field.need = Need::IfOwn;
  field.example = "收入:\n  一般公共预算:\n    2080101: 612.00\n  事业收入: {2080109: 18.00}\n";
  return field;
}

Field expenditure_field() {
  Shape expenditure = map({});
  for (const std::string& fund : expenditure_funds()) {
    expenditure.fields.push_back(optional(fund, expenditure_fund(fund), "编码 → 行"));
  }
  expenditure.refusals = {derived("财政拨款", "三种财政拨款支出相加")};
  Field field = required("支出", std::move(expenditure),
                         "支出决算：资金 → 编码 → 行。末级行（7 位）写金额，上级行（3、5 位）只写用途和原因");
  field.need = Need::IfOwn;
  field.example =
      "支出:\n  一般公共预算:\n    208: {用途: 保障机构运转}\n"
      "    2080101: {基本支出: 612.00, 年初预算: 590.00, 差异原因: 新录用人员到岗}\n";
  return field;
}

Field initial_budget_field() {
  Shape budget = map({optional("收支总计", amount(), "年初批复的收支总预算"),
                      optional("财政拨款收支总计", amount(), "年初批复的财政拨款总预算")});
  for (const std::string& fund : expenditure_funds()) {
    budget.fields.push_back(optional(fund, initial_budget_fund(), "类或款编码 → 金额项"));
  }
  Field field = optional("年初预算", std::move(budget), "不在项级的年初预算；项级的写在“支出”的行里");
  field.example = "年初预算:\n  收支总计: 1005.00\n  一般公共预算:\n    208: {金额: 960.00, 差异原因: 项目减少}\n";
  return field;
}

Field balance_field() {
  Shape balance = map({});
  for (const std::string& fund : expenditure_funds()) {
    balance.fields.push_back(optional(fund, balance_of(fund),
                                      fund == kGeneralBudget ? "余额，或项编码 → 余额（二选一）"
                                      : fund == kNonFiscal   ? "余额，不分编码"
                                                             : "项编码 → 余额"));
  }
  balance.fields.push_back(optional(
      "年初调整原因", text(), "只知道上年年末总数（“上年”的“年末结转和结余”）、分不到资金时，年初与它不同的原因"));
  Field field = optional("结转结余", std::move(balance), "年初、年末的结转和结余；整块不写＝都是 0");
  field.example =
      "结转结余:\n  一般公共预算: {年初: 0, 年末: 5.00, 年末事项: 信息系统运维合同尾款}\n"
      "  政府性基金:\n    2296002: {年初: 8.00, 年末: 5.00}\n";
  return field;
}

Field economic_field() {
  const auto columns = [] {
    return std::vector<Field>{optional("基本支出", economic_rows(), "款编码 → 金额项"),
                              optional("项目支出", economic_rows(), "款编码 → 金额项")};
  };
  Shape economic = map(columns());
  for (std::string_view fund : {kGovernmentFund, kStateCapital, kNonFiscal}) {
    economic.fields.push_back(
        optional(std::string(fund), map(columns()), "其他资金的经济分类（可选），再分基本、项目支出"));
  }
  economic.refusals = {elsewhere("一般公共预算", "不用再套一层：基本支出、项目支出直接写在“经济分类”下就是它",
                                 "请把下面的内容提上来一级")};
  Field field = optional("经济分类", std::move(economic),
                         "一般公共预算财政拨款支出按经济分类：基本支出／项目支出 → 款编码 → 金额项");
  field.example = "经济分类:\n  基本支出:\n    30101: 160.00\n    30201: {金额: 22.40, 用途: 日常办公}\n";
  return field;
}

}  // namespace gongkai::schema
