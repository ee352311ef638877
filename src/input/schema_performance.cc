// 绩效管理, 整体绩效, 项目绩效 and their indicators.
#include <utility>

#include "input/schema_parts.h"

namespace gongkai::schema {
namespace {

constexpr const char* kStatedScore = "没有指标时直接给分；有指标时是核对数，与算出的总分不同就报错";

Shape management_statistics() {
  const auto counted = [] {
    Shape shape = map({optional("项目数", integer(), "项目个数"), optional("预算金额", amount(), "涉及金额")});
    return shape;
  };
  return map({optional("绩效目标", counted(), "编报绩效目标的项目"), optional("跟踪评价", counted(), "跟踪评价的项目"),
              optional("自评", counted(), "自评的项目"), optional("平均得分", number(), "平均得分"),
              optional("优", integer(), "评为优的项目数"), optional("良", integer(), "评为良的项目数"),
              optional("合格", integer(), "评为合格的项目数"), optional("不合格", integer(), "评为不合格的项目数")});
}

std::vector<Field> project_amounts() {
  return {optional("年初预算", amount(), "年初预算数"), optional("预算数", amount(), "全年（调整后）预算数"),
          optional("执行数", amount(), "执行数")};
}

Shape project_funds() {
  Shape amounts = map(project_amounts());
  amounts.fields[1].need = Need::Required;
  amounts.fields[2].need = Need::Required;
  amounts.refusals = {derived("执行率", "执行数与预算数之比")};
  Shape funds = map({});
  for (const char* fund : {"一般公共预算", "政府性基金", "国有资本经营预算", "上年结转", "其他资金"}) {
    funds.fields.push_back(optional(fund, amounts, std::string(fund) + "安排的预算和执行"));
  }
  funds.refusals = {derived("财政拨款", "各种财政拨款资金相加"), derived("年度资金总额", "各种资金相加")};
  return funds;
}

Field outside_evaluations() {
  return optional("评价",
                  list_of(map({required("类型", one_of({"部门评价", "财政评价"}), "谁的评价"),
                               optional("得分", number(), "评价得分"), optional("结论", text(), "评价结论"),
                               optional("说明", text(), "补充说明")})),
                  "自评之外的评价");
}

/// The two ways to write indicators: under one goal, or under several.
Exclusion goal_forms() {
  return {{{"绩效目标"}, {"年度目标", "指标"}}, false, "只有一个年度目标的写“年度目标”和“指标”，几个的写“绩效目标”"};
}

std::vector<Field> project_descriptions() {
  return {optional("级别", one_of({"一级项目", "二级项目"}), "项目级别"),
          optional("主管部门", text(), "缺省用 unit.yaml 的主管部门"),
          optional("实施单位", text(), "缺省用本单位名称"),
          optional("类别", text(), "项目类别，选项由版式的自评表给出"),
          optional("属性", text(), "项目属性，选项由版式的自评表给出"),
          optional("类型", text(), "项目类型，选项由版式的自评表给出"),
          optional("科目", list_of({.type = ValueType::Code}), "对应的支出科目（项编码），供逐项核对")};
}

std::vector<Field> project_texts() {
  return {optional("成效", text(), "主要成效（一句）"),
          optional("完成情况", long_text(), "绩效目标完成情况"),
          optional("问题", long_text(), "发现的问题及原因"),
          optional("措施", long_text(), "下一步改进措施"),
          optional("年度目标", text(), "只有一个年度目标时的写法，与“指标”配用"),
          optional("指标", indicators(), "一行一个三级指标"),
          optional("绩效目标", goals(), "有几个年度目标时的写法"),
          optional("自评得分", number(), kStatedScore),
          optional("偏差原因", long_text(), "缺省由指标行汇成"),
          optional("结果应用", long_text(), "缺省用“措施”"),
          outside_evaluations(),
          optional("填报日期", date(), "缺省用顶层的填报日期")};
}

}  // namespace

Shape indicators() {
  Shape row = map({
      optional("一级", text(), "一级指标；与上一行相同可省"),
      optional("二级", text(), "二级指标；与上一行相同可省"),
      required("三级", text(), "指标名称"),
      required("方向", one_of({"大于等于", "小于等于", "等于", "大于", "小于", "定性"}), "目标值的算符；≥、≤ 也认"),
      optional("性质", one_of({"正向", "反向", "定性"}), "缺省由方向得出，不同才写"),
      required("目标", {.type = ValueType::Figure}, "年初目标值"),
      optional("实际", {.type = ValueType::Figure}, "实际完成值"),
      optional("引用", text(), "实际值取自“业务数据”里的这个名"),
      optional("单位", text(), "计量单位；定量指标要写"),
      optional("分值", number(), "权重分"),
      optional("组", text(), "连续几行同组＝共用一个分值和得分，分值写在首行"),
      optional("完成程度", {.type = ValueType::Percent}, "定性指标的完成程度"),
      optional("得分", number(), "通常不写；人工评定与公式不同时写"),
      optional("偏差原因", text(), "偏差的原因"),
      optional("改进措施", text(), "改进措施"),
  });
  row.exclusions = {{{{"实际"}, {"引用"}}, true, "实际完成值写在“实际”里，或用“引用”取自业务数据，二选一"}};
  row.refusals = {derived("完成率", "实际值与目标值之比")};
  return list_of(std::move(row));
}

Shape goals() {
  return list_of(map({advised("年度目标", text(), "年度目标"), required("指标", indicators(), "一行一个三级指标")}));
}

Field performance_management_field() {
  Shape shape = map({
      optional("开展情况", long_text(), "“从评价情况来看”之后的话；个数和金额由程序算出"),
      optional("结果应用", long_text(), "绩效自评结果应用情况"),
      optional("拟应用", long_text(), "还未应用、打算应用的"),
      optional("管理制度", list_of(text()), "制度名称"),
      optional("工作机制", text(), "工作机制"),
      optional("统计", management_statistics(), "只在项目绩效不逐项列出时写"),
      optional("发现问题",
               map({optional("发现", integer(), "发现的问题数"), optional("已整改", integer(), "已整改的问题数")}),
               "绩效管理发现的问题"),
  });
  Field field = optional("绩效管理", std::move(shape), "预算绩效管理工作开展情况");
  field.example =
      "绩效管理:\n  开展情况: 各项目完成年初设定的绩效目标\n  结果应用: |\n    1. 自评结果作为下年度预算安排的依据。\n";
  return field;
}

Field overall_performance_field() {
  Shape shape = map({
      optional("预算数", amount(), "整体支出的全年预算数；各行都写了全年预算时可省"),
      optional("评价单位数", integer(), "对几个单位开展，缺省 1"),
      optional("评价情况", long_text(), "总体情况"),
      optional("绩效目标", goals(), "目标和指标"),
      optional("自评得分", number(), kStatedScore),
      optional("偏差原因", long_text(), "缺省由指标行汇成"),
      optional("结果应用", long_text(), "改进措施及结果应用方案"),
      optional("填报日期", date(), "缺省用顶层的填报日期"),
      optional("报告", long_text(), "以报告代替自评表"),
      optional("未开展原因", text(), "没有开展整体自评的原因；写了它，其他都不写"),
  });
  shape.exclusions = {
      {{{"未开展原因"}, {"预算数", "评价单位数", "评价情况", "绩效目标", "自评得分", "报告"}},
       false,
       "没有开展就只写原因"},
  };
  shape.refusals = {derived("执行数", "本年支出合计")};
  Field field = optional("整体绩效", std::move(shape), "整体支出绩效自评");
  field.example =
      "整体绩效:\n  预算数: 1075.00\n  绩效目标:\n    - 年度目标: 完成参保扩面任务\n      指标:\n"
      "        - {一级: 产出指标, 二级: 数量指标, 三级: 新增参保人数, 方向: 大于等于, 目标: 20000, 实际: 21360, "
      "单位: 人, 分值: 80}\n";
  return field;
}

Field projects_field() {
  Shape project = map({required("项目", text(), "项目名称，全文同一写法，不重名")});
  for (Field& field : project_descriptions()) project.fields.push_back(std::move(field));
  for (Field& field : project_amounts()) project.fields.push_back(std::move(field));
  project.fields.push_back(optional("资金", project_funds(), "有几种资金时用，与上面三个数二选一"));
  for (Field& field : project_texts()) project.fields.push_back(std::move(field));
  project.exclusions = {
      {{{"资金"}, {"年初预算", "预算数", "执行数"}}, true, "只有一种资金时写预算数、执行数；几种资金时写“资金”"},
      goal_forms()};
  project.refusals = {derived("执行率", "执行数与预算数之比")};
  Shape projects = list_of(std::move(project));
  projects.unique_key = "项目";
  Field field = optional("项目绩效", std::move(projects), "一项一个项目，说明、自评表都从它出；涉密项目不写");
  field.example =
      "项目绩效:\n  - {项目: 社会保险业务经费, 级别: 二级项目, 预算数: 150.00, 执行数: 145.00, 完成情况: 按计划完成, "
      "自评得分: 95}\n";
  return field;
}

Field project_details_field() {
  Shape details = map({required("项目", text(), "项目绩效里的一个项目名称"),
                       optional("年初预算", amount(), "年初预算数；“项目绩效”里用“资金”的不写")});
  for (Field& field : project_descriptions()) details.fields.push_back(std::move(field));
  for (Field& field : project_texts()) details.fields.push_back(std::move(field));
  details.exclusions = {goal_forms()};
  details.refusals = {elsewhere("预算数", "写在“项目绩效”里", "请移到“项目绩效”里这个项目的那一行"),
                      elsewhere("执行数", "写在“项目绩效”里", "请移到“项目绩效”里这个项目的那一行"),
                      elsewhere("资金", "写在“项目绩效”里", "请移到“项目绩效”里这个项目的那一行")};
  Shape list = list_of(std::move(details));
  list.unique_key = "项目";
  Field field =
      optional("项目自评", std::move(list),
               "项目绩效的续页：“项目绩效”一行一个项目只写名称和数，其余的按项目名称写在这里；同一个键只写一处");
  field.example =
      "项目绩效:\n  - {项目: 业务经费, 预算数: 150.00, 执行数: 145.00, 自评得分: 99.67}\n项目自评:\n  - 项目: "
      "业务经费\n"
      "    完成情况: 按计划完成\n    年度目标: 保障经办业务\n    指标:\n"
      "      - {一级: 产出指标, 二级: 数量指标, 三级: 培训次数, 方向: 大于等于, 目标: 10, 实际: 12, 单位: 次, 分值: "
      "90}\n";
  return field;
}

}  // namespace gongkai::schema
