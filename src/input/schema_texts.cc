// 原因, 上年, 核对, and the blocks of words: 重点工作, 业务数据, 名词解释, 表注, 附件, 自查.
#include <utility>

#include "input/schema_parts.h"
#include "model/ledger.h"

namespace gongkai::schema {
namespace {

Shape short_map(std::string shorthand, std::vector<Field> fields) {
  Shape shape = map(std::move(fields));
  shape.shorthand = std::move(shorthand);
  return shape;
}

Field key_work() {
  Shape items = list_of(
      map({required("重要事项", text(), "事项名称"), optional("工作内容及目标", long_text(), "工作内容及目标"),
           optional("完成情况", long_text(), "完成情况"), optional("条文", long_text(), "正文里说这一项的那一段")}));
  items.unique_key = "重要事项";
  Shape shape = map({optional("正文", long_text(), "整段写的工作情况"),
                     optional("事项", std::move(items), "逐项写：条文进正文，其余进统计表")});
  Field field = optional("重点工作", std::move(shape), "重点工作完成情况；“正文”与各项的“条文”二选一");
  field.example =
      "重点工作:\n  事项:\n    - {重要事项: 参保扩面, 工作内容及目标: 全年新增参保 2 万人, 完成情况: 已完成}\n";
  return field;
}

Field business_data() {
  Shape figure = short_map("值", {required("值", number(), "数"), optional("单位", text(), "计量单位"),
                                  optional("说明", text(), "数的含义")});
  Field field = optional("业务数据", map({}, {by_name("名称", std::move(figure), "数，或 {值, 单位, 说明}")}),
                         "正文和指标里要用几次的业务量，只写这一次，用 {业务数据.名称} 引用");
  field.example = "业务数据:\n  新增参保: {值: 21360, 单位: 人}\n";
  return field;
}

Field own_subjects() {
  Shape subject = short_map("名称", {required("名称", text(), "科目名称"), optional("释义", text(), "名词解释里的话")});
  Field field =
      optional("自定义科目",
               map({}, {by_code(KeyKind::NewCode, {3, 5, 7}, "编码", std::move(subject), "名称，或 {名称, 释义}")}),
               "科目库里没有的科目；2 开头为功能分类，3 开头为经济分类");
  field.example = "自定义科目:\n  22960: 彩票公益金安排的支出\n";
  return field;
}

Field glossary() {
  KeyPattern term = by_name("词条名或项编码", text(), "释义；写“不列”则去掉版式包的这一条");
  term.kind = KeyKind::Term;
  Field field = optional("名词解释", map({}, {std::move(term)}), "改写或补充名词解释");
  field.example = "名词解释:\n  网上办理率: 指网上办结业务量占全部业务量的比例\n";
  return field;
}

Field income_contents() {
  Shape shape = map({});
  for (const std::string& source : income_sources()) {
    shape.fields.push_back(optional(source, text(), "“主要是……收入”"));
  }
  return optional("收入内容", std::move(shape), "各来源主要是什么收入");
}

Field table_notes() {
  Shape notes = list_of(text());
  notes.scalar.push_back(text());
  Field field =
      optional("表注", map({}, {by_name("表的键", std::move(notes), "文字，或文字列表")}), "接在版式的标准表注之后");
  field.example = "表注: {公开05表: 2080506 为退休人员做实职业年金}\n";
  return field;
}

Field attachments() {
  Field field =
      optional("附件", list_of(map({required("标题", text(), "附件标题"), required("正文", long_text(), "附件正文")})),
               "自评表之外的附件；自评表和自查表由版式自动排");
  field.example = "附件:\n  - {标题: 绩效自评工作总结, 正文: 按要求完成了全部项目的自评。}\n";
  return field;
}

Field self_check() {
  Shape answer =
      short_map("答", {optional("答", boolean(), "是或否；机器能判定的不写"), optional("备注", text(), "备注"),
                       optional("经办", text(), "经办"), optional("日期", date(), "日期")});
  KeyPattern ordinal = by_name("序号", std::move(answer), "是或否，或 {答, 备注, 经办, 日期}");
  ordinal.kind = KeyKind::Ordinal;
  Field field = optional("自查", map({}, {std::move(ordinal)}), "自查表里要人回答的各项，序号是版式清单的号");
  field.example = "自查:\n  41: 是\n  47: {答: 是, 备注: 无所属单位}\n";
  return field;
}

}  // namespace

Field reasons_field() {
  Shape reason = short_map("变动原因", {change_reason(), difference_reason()});
  Field field =
      optional("原因", map({}, {by_name("事实名", std::move(reason), "文字（＝变动原因），或 {变动原因, 差异原因}")}),
               "算出来的数（总计、合计）的原因，用事实名作键");
  field.example = "原因:\n  收支总计: {变动原因: 人员经费增加, 差异原因: 年中追加上级专项}\n";
  return field;
}

Field prior_year_field() {
  Shape prior = map({});
  for (const char* key : {"收支总计", "本年收入合计", "本年支出合计", "使用非财政拨款结余", "年初结转和结余",
                          "结余分配", "年末结转和结余", "财政拨款收支总计", "一般公共预算财政拨款收入",
                          "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "一般公共预算财政拨款支出",
                          "政府性基金预算财政拨款支出", "国有资本经营预算财政拨款支出"}) {
    prior.fields.push_back(optional(key, amount(), "上年公开的数"));
  }
  Shape travel = map({});
  for (const char* key : {"因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"}) {
    travel.fields.push_back(optional(key, amount(), "上年决算数"));
  }
  prior.fields.push_back(optional("三公经费", std::move(travel), "上年“三公”经费四项"));
  Shape closing = map({});
  for (const std::string& fund : expenditure_funds()) {
    closing.fields.push_back(
        optional(fund, amount(fund == kNonFiscal ? Sign::Any : Sign::NonNegative), "上年末结转和结余"));
  }
  prior.fields.push_back(optional("年末结转", std::move(closing), "逐资金的上年末数，核对本年年初用"));
  prior.scalar.push_back(one_of({"无"}));
  prior.refusals = {elsewhere("机关运行经费", "不写在这里", "请写到顶层“机关运行经费”的“上年”"),
                    elsewhere("公用经费", "不写在这里", "请写到顶层“公用经费”的“上年”")};
  Field field = optional("上年", std::move(prior), "没有上年账本时，写上年公开过的总数；当年新设的单位写“上年: 无”");
  field.example = "上年:\n  收支总计: 1031.40\n  三公经费: {公务接待费: 1.20}\n";
  return field;
}

Field control_totals_field() {
  Field field = optional("核对", map({}, {by_name("事实名", amount(Sign::Any), "会计系统打出的总数")}),
                         "会计系统打出来的总数，只用来比较");
  field.example = "核对: {收支总计: 1069.70, 人员经费合计: 732.00}\n";
  return field;
}

std::vector<Field> text_fields() {
  return {key_work(),
          optional("专项转移支付说明", long_text(), "专项支出、转移支付支出的说明"),
          optional("其他说明", long_text(), "其他需要说明的情况"),
          business_data(),
          glossary(),
          income_contents(),
          own_subjects(),
          table_notes(),
          attachments(),
          self_check()};
}

}  // namespace gongkai::schema
