// 三公经费, 机关运行经费, 公用经费, 政府采购, 国有资产.
#include <utility>

#include "input/schema_parts.h"

namespace gongkai::schema {
namespace {

/// 其中: the part of an item that other funds pay.
Field paid_by_other_funds() {
  const auto part = [] {
    return map({optional("预算", amount(), "全年预算数"), optional("决算", amount(), "决算数")});
  };
  return optional("其中",
                  map({optional("政府性基金", part(), "政府性基金安排的部分"),
                       optional("国有资本经营预算", part(), "国有资本经营预算安排的部分")}),
                  "不由一般公共预算安排的部分；不写＝全部由一般公共预算安排");
}

std::vector<Field> travel_fields() {
  return {optional("预算", amount(), "全年预算数（按规定程序调整后）"),
          optional("年初预算", amount(), "年初预算数"),
          optional("决算", amount(), "决算数；经济分类能算出时可以不写"),
          change_reason(),
          difference_reason(),
          purpose("开支内容、“主要用于”"),
          paid_by_other_funds(),
          optional("费用明细", map({}, {by_name("费用名称", amount(), "该项费用的金额")}), "分项列出，其和等于决算")};
}

Shape travel_item(std::vector<Field> own) {
  Shape item = map(travel_fields());
  for (Field& field : own) item.fields.push_back(std::move(field));
  item.refusals = {elsewhere("上年", "不写在这里", "请写到“上年”的“三公经费”里；有上年账本就不用写")};
  item.scalar_refusal = "要写明是预算还是决算，例如 {预算: 2, 决算: 1.6}";
  return item;
}

std::vector<Field> visitor_fields(bool with_companions) {
  std::vector<Field> fields = {optional("批次", integer(), "接待批次"), optional("人次", integer(), "接待人次")};
  if (with_companions) fields.push_back(optional("陪同人次", integer(), "陪同人次"));
  fields.push_back(purpose("接待对象和事由"));
  return fields;
}

Shape visitors_with_amount(bool with_companions) {
  Shape shape = map(visitor_fields(with_companions));
  shape.fields.insert(shape.fields.begin(), required("金额", amount(), "接待费"));
  return shape;
}

Shape reception_details() {
  Shape row = map({optional("对象", one_of({"国内", "外宾", "国（境）外"}), "接待对象，缺省国内"),
                   optional("事项", text(), "接待事项")});
  const Shape visitors = visitors_with_amount(true);
  row.fields.insert(row.fields.end(), visitors.fields.begin(), visitors.fields.end());
  return list_of(std::move(row));
}

Shape reception() {
  Shape domestic = map(visitor_fields(true));
  domestic.refusals = {derived("金额", "公务接待费减去外宾、国（境）外接待")};
  Shape item = travel_item({
      optional("国内", std::move(domestic), "国内公务接待（不含外宾）；金额由程序算出"),
      optional("外宾", visitors_with_amount(true), "在境内接待外宾"),
      optional("国（境）外", visitors_with_amount(false), "在国（境）外的接待"),
      optional("接待明细", reception_details(), "逐类列出接待；金额之和等于决算"),
  });
  item.exclusions = {
      {{{"接待明细"}, {"国内", "外宾", "国（境）外"}}, false, "逐类列出时不再写三个对象，它们由明细相加"}};
  return item;
}

Field running_cost(std::string key, std::string description) {
  Shape shape = map({optional("决算", amount(), "决算数；与经济分类算出的公用经费不同时才写"),
                     optional("上年", amount(), "上年决算数；有上年账本则不写"),
                     optional("年初预算", amount(), "年初预算数"), change_reason(), difference_reason()});
  shape.scalar_refusal = "要写明是上年、年初预算还是决算，例如 {上年: 104}";
  return optional(std::move(key), std::move(shape), std::move(description));
}

std::vector<Field> procurement_parts(std::string_view what) {
  std::vector<Field> fields;
  for (const char* part : {"货物", "工程", "服务"}) {
    fields.push_back(optional(part, amount(), std::string(part) + std::string(what)));
  }
  return fields;
}

Shape awarded() {
  Shape shape = map(procurement_parts("类合同金额"));
  shape.scalar.push_back(amount());
  return shape;
}

Shape reserved() {
  return map({optional("中小企业", amount(), "面向中小企业"), optional("小微企业", amount(), "面向小微企业")});
}

}  // namespace

Field travel_field() {
  Shape travel = map({
      optional("因公出国（境）费",
               travel_item({optional("团组数", integer(), "因公出国（境）团组数"),
                            optional("人次", integer(), "因公出国（境）人次")}),
               "因公出国（境）费"),
      optional("公务用车购置费", travel_item({optional("购置数", integer(), "本年购置（更新）的车辆数")}),
               "公务用车购置费"),
      optional("公务用车运行维护费", travel_item({optional("保有量", integer(), "开支财政拨款的公务用车年末保有量")}),
               "公务用车运行维护费"),
      optional("公务接待费", reception(), "公务接待费"),
  });
  travel.refusals = {derived("公务用车购置及运行维护费", "购置费与运行维护费相加"), derived("决算", "四项相加"),
                     derived("预算", "四项相加")};
  Field field = optional("三公经费", std::move(travel), "财政拨款“三公”经费，三种财政拨款资金合计；整块不写＝没有");
  field.example =
      "三公经费:\n  公务用车运行维护费: {预算: 4.50, 决算: 4.00, 保有量: 1, 用途: 公务用车的燃料和保险}\n"
      "  公务接待费:\n    预算: 2.00\n    决算: 1.60\n    国内: {批次: 12, 人次: 96, 用途: 接待上级调研}\n";
  return field;
}

Field running_costs_field() {
  Field field = running_cost("机关运行经费", "行政单位、参公单位的机关运行经费；事业单位不写");
  field.example = "机关运行经费: {上年: 104.00, 年初预算: 102.00, 变动原因: 压减差旅费}\n";
  return field;
}

Field public_costs_field() {
  Field field = running_cost("公用经费", "全部资金的公用经费；其他资金没有经济分类时写决算");
  field.example = "公用经费: {决算: 103.20, 上年: 106.50}\n";
  return field;
}

Field procurement_field() {
  Shape shape = map(procurement_parts("类采购支出"));
  shape.fields.push_back(optional("总额", amount(), "只在不能分货物、工程、服务时写"));
  shape.fields.push_back(
      optional("授予中小企业", awarded(), "授予中小企业的合同金额，或分货物、工程、服务写；没写＝不知道"));
  shape.fields.push_back(optional("授予小微企业", awarded(), "其中授予小微企业的合同金额，写法同上"));
  shape.fields.push_back(optional("预留", reserved(), "预留的采购预算金额"));
  shape.fields.push_back(optional("预留成交", reserved(), "预留项目的成交金额"));
  shape.fields.push_back(optional("非预留授予中小企业", amount(), "非预留项目由中小企业成交的金额"));
  shape.fields.push_back(optional("政策落实", long_text(), "落实支持中小企业政策的说明"));
  shape.exclusions = {{{{"总额"}, {"货物", "工程", "服务"}}, false, "分项写了，总额由三项相加算出"}};
  shape.scalar_refusal = "要分货物、工程、服务写；确实不能分项时写 {总额: 30}";
  Field field = optional("政府采购", std::move(shape), "政府采购支出；整块不写＝没有");
  field.example =
      "政府采购: {货物: 12.00, 服务: 66.00, 授予中小企业: {货物: 12.00, 服务: 48.00}, 授予小微企业: 35.00}\n";
  return field;
}

Field assets_field() {
  std::vector<Field> cars;
  for (const char* kind : {"副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车",
                           "执法执勤用车", "特种专业技术用车", "离退休干部服务用车", "其他用车"}) {
    cars.push_back(optional(kind, integer(), "辆数"));
  }
  cars.front().also_containing = "领导";
  Shape fleet = map(std::move(cars));
  fleet.refusals = {derived("车辆合计", "八类相加")};
  Shape assets = map({
      required("车辆", std::move(fleet), "年末车辆，类别 → 辆数；没有写 {}"),
      optional("其他用车说明", text(), "“其他用车”是什么车；有其他用车时要写"),
      required("百万元以上设备", integer(), "单价 100 万元（含）以上设备（不含车辆），台（套）"),
      optional("其他资产", map({}, {by_name("资产名称", integer(), "数量")}), "版式另外要的资产数量"),
  });
  assets.refusals = {derived("车辆合计", "车辆各类相加")};
  Field field{"国有资产", std::move(assets), "年末国有资产占用情况", Need::IfComplete, {}, {}};
  field.example = "国有资产: {车辆: {应急保障用车: 1}, 百万元以上设备: 0}\n";
  return field;
}

}  // namespace gongkai::schema
