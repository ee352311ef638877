#include "sample_document.h"

#include <utility>
#include <vector>

namespace gongkai {
namespace {

const char* const kProse[] = {
    "2024年度收、支总计1,945.8万元。与2023年度相比，收、支总计各减少333.71万元，下降14.6%"
    "，主要原因是项目结束，财政拨款收入相应减少"
    "；同时，“三公”经费继续从严控制。",
    "本年收入合计1,573.1万元，其中：财政拨款收入1,274.2万元，占本年收入81%；上级补助收入155.7万元，占本年收入9.9%"
    "；其他收入143.2万元，"
    "占本年收入9.1%。",
    "按照《预算法》和财政部《地方预决算公开操作规程》（财预〔2016〕143号）的要求，现将有关情况公开如下。",
    "公务接待费支出0.8万元，完成全年预算的100.9%"
    "，主要用于接待上级检查调研。2024年共接待国内来访团组5个、来宾35人次（不包括陪同人员）。",
};

std::string number_text(int value) {
  return std::to_string(value) + "." + std::to_string(10 + value % 90);
}

Table named(const std::string& number, const std::string& title, std::size_t columns) {
  Table table;
  table.id = number;
  table.number = number;
  table.title = title;
  table.unit_line = "单位：示范市示范区公共服务中心";
  table.money_line = "金额单位：万元";
  table.columns.resize(columns);
  return table;
}

void add_row(Table& table, std::vector<Cell> cells) {
  cells.resize(table.columns.size(), text_cell(""));
  table.rows.push_back(std::move(cells));
  table.row_keys.emplace_back();
}

void add_prose(Document& document, int paragraphs) {
  for (int i = 0; i < paragraphs; ++i)
    document.blocks.push_back({body(kProse[static_cast<std::size_t>(i) % std::size(kProse)])});
}

void add_table(Document& document, const std::string& title, Table table) {
  Heading over = heading(2, "", title, title);
  over.in_contents = true;
  document.blocks.push_back({over});
  document.blocks.push_back({std::move(table)});
}

}  // namespace

const Fact* SampleDocument::amount(std::int64_t fen) {
  Fact fact;
  fact.name = "样例金额";
  fact.value = Money::from_fen(fen);
  facts.push_back(std::move(fact));
  return &facts.back();
}

Runs runs_of(const std::string& text) {
  if (text.empty()) return {};
  return {{.text = text}};
}

Paragraph body(const std::string& text) {
  return {ParagraphKind::Body, runs_of(text)};
}

Heading heading(int level, const std::string& number, const std::string& text, const std::string& anchor) {
  Heading result;
  result.level = level;
  result.number = number;
  result.runs = runs_of(text);
  result.anchor = anchor;
  return result;
}

Cell text_cell(const std::string& text, Align align) {
  Cell cell;
  cell.runs = runs_of(text);
  cell.align = align;
  return cell;
}

Cell amount_cell(const std::string& text) {
  Cell cell = text_cell(text, Align::Decimal);
  cell.kind = CellKind::Amount;
  return cell;
}

Cell header_cell(const std::string& text, int row_span, int col_span) {
  Cell cell = text_cell(text, Align::Center);
  cell.header = true;
  cell.row_span = row_span;
  cell.col_span = col_span;
  return cell;
}

Cell covered_cell() {
  Cell cell;
  cell.covered = true;
  return cell;
}

Table balance_table(int rows, Orientation orientation) {
  Table table = named("公开01表", "2024年度收入支出决算总表", 6);
  table.orientation = orientation;
  table.header_rows = 3;
  add_row(table, {header_cell("收入", 1, 3), covered_cell(), covered_cell(), header_cell("支出", 1, 3), covered_cell(),
                  covered_cell()});
  add_row(table, {header_cell("项目"), header_cell("行次"), header_cell("决算数"), header_cell("项目"),
                  header_cell("行次"), header_cell("决算数")});
  add_row(table, {header_cell("栏次"), header_cell(""), header_cell("1"), header_cell("栏次"), header_cell(""),
                  header_cell("2")});
  for (int i = 1; i <= rows; ++i) {
    Cell left = text_cell(std::to_string(i), Align::Center);
    Cell right = text_cell(std::to_string(i + rows), Align::Center);
    left.kind = right.kind = CellKind::LineNumber;
    add_row(table, {text_cell("一、一般公共预算财政拨款收入"), left, amount_cell(i % 3 == 0 ? "" : number_text(i * 37)),
                    text_cell("八、社会保障和就业支出"), right, amount_cell(number_text(i * 41))});
  }
  table.notes = {runs_of("注：本表反映部门本年度的总收支和年初、年末结转结余情况。")};
  return table;
}

Table subject_table(int rows) {
  Table table = named("公开03表", "2024年度支出决算表", 8);
  table.orientation = Orientation::Landscape;
  table.header_rows = 3;
  add_row(table, {header_cell("项目", 1, 2), covered_cell(), header_cell("本年支出合计", 2), header_cell("基本支出", 2),
                  header_cell("项目支出", 2), header_cell("上缴上级支出", 2), header_cell("经营支出", 2),
                  header_cell("对附属单位补助支出", 2)});
  add_row(table, {header_cell("功能分类科目编码"), header_cell("科目名称"), covered_cell(), covered_cell(),
                  covered_cell(), covered_cell(), covered_cell(), covered_cell()});
  add_row(table, {header_cell("栏次", 1, 2), covered_cell(), header_cell("1"), header_cell("2"), header_cell("3"),
                  header_cell("4"), header_cell("5"), header_cell("6")});
  for (int i = 0; i < rows; ++i) {
    Cell name = text_cell(i % 3 == 2 ? "机关事业单位基本养老保险缴费支出" : "社会保障和就业支出");
    name.indent = i % 3;
    Cell code = text_cell("208" + std::string(i % 3 > 0 ? "05" : "") + (i % 3 > 1 ? "05" : ""));
    code.kind = CellKind::Code;
    add_row(table, {code, name, amount_cell(number_text(i * 97)), amount_cell(number_text(i * 51)),
                    amount_cell("1,234.50"), amount_cell(""), amount_cell(""), amount_cell("")});
  }
  return table;
}

Table form_table(int indicators) {
  Table table = named("", "2024年度基层公共服务能力提升项目绩效自评表", 6);
  table.role = TableRole::Form;
  table.unit_line = "单位名称：示范市示范区公共服务中心";
  table.money_line = "填报日期：2025年4月22日";
  add_row(table, {text_cell("项目名称", Align::Center), text_cell("基层公共服务能力提升项目", Align::Center)});
  table.rows.back()[1].col_span = 5;
  for (std::size_t column = 2; column < 6; ++column) table.rows.back()[column].covered = true;
  add_row(table, {text_cell("一级指标", Align::Center), text_cell("二级指标", Align::Center),
                  text_cell("三级指标", Align::Center), text_cell("年初目标值", Align::Center),
                  text_cell("实际完成值", Align::Center), text_cell("得分", Align::Center)});
  for (int i = 0; i < indicators; ++i) {
    Cell first = i % 4 == 0 ? text_cell("产出指标", Align::Center) : covered_cell();
    if (i % 4 == 0) first.row_span = std::min(4, indicators - i);
    add_row(table,
            {first, text_cell("数量指标", Align::Center), text_cell("开展基层公共服务培训场次"),
             text_cell("≥12场", Align::Center), text_cell("14场", Align::Center), text_cell("10", Align::Center)});
  }
  add_row(table, {text_cell("偏差大或目标未完成原因分析", Align::Center),
                  text_cell("因上半年场地改造，部分培训推迟到下半年开展，全年场次已经完成；今后将提前安排场地，均衡推进"
                            "各季度的工作。")});
  table.rows.back()[1].col_span = 5;
  for (std::size_t column = 2; column < 6; ++column) table.rows.back()[column].covered = true;
  return table;
}

Table small_table(int rows) {
  Table table;
  table.id = "重点工作";
  table.role = TableRole::InText;
  table.columns.resize(4);
  table.header_rows = 1;
  add_row(table,
          {header_cell("序号"), header_cell("重要事项"), header_cell("工作内容及目标"), header_cell("完成情况")});
  for (int i = 1; i <= rows; ++i) {
    add_row(table, {text_cell(std::to_string(i), Align::Center), text_cell("公共服务提升"),
                    text_cell("完成十二个社区服务站的标准化改造，建成“十五分钟”公共服务圈"),
                    text_cell("已全部完成，服务群众3.6万人次")});
  }
  return table;
}

Chart columns_chart(SampleDocument& sample) {
  Chart chart;
  chart.id = "收支总计变动";
  chart.kind = ChartKind::Columns;
  chart.caption = "图1：收、支决算总计变动情况";
  chart.alternative = "2023年度2279.51万元，2024年度1945.8万元";
  chart.points = {{"2023年度", sample.amount(2279'510'000), nullptr, "2,279.51万元", ""},
                  {"2024年度", sample.amount(1945'800'000), nullptr, "1,945.8万元", ""}};
  return chart;
}

Chart pie_chart(SampleDocument& sample) {
  Chart chart;
  chart.id = "收入结构";
  chart.kind = ChartKind::Pie;
  chart.caption = "图2：收入决算结构";
  chart.alternative = "财政拨款收入占80.6%";
  chart.points = {{"一般公共预算财政拨款收入", sample.amount(1274'200'000), nullptr, "1,274.2万元", "80.6%"},
                  {"上级补助收入", sample.amount(155'700'000), nullptr, "155.7万元", "9.9%"},
                  {"其他收入", sample.amount(143'200'000), nullptr, "143.2万元", "9.1%"},
                  {"附属单位上缴收入", sample.amount(3'100'000), nullptr, "3.1万元", "0.2%"},
                  {"经营收入", sample.amount(4'200'000), nullptr, "4.2万元", "0.3%"}};
  return chart;
}

std::unique_ptr<SampleDocument> sample_document() {
  auto sample = std::make_unique<SampleDocument>();
  Document& document = sample->document;
  document.title = "2024年度示范市示范区公共服务中心部门决算";
  document.author = "示范市示范区公共服务中心";
  document.year = 2024;
  document.style = Style::standard();
  auto& blocks = document.blocks;
  Fact unit;
  unit.name = "单位.名称";
  unit.type = FactType::Text;
  unit.value = document.author;
  sample->facts.push_back(unit);
  const Fact* name = &sample->facts.back();
  const Runs title = {
      {.text = "2024"}, {.text = "年度"}, {.text = document.author, .fact = name}, {.text = "部门决算公开"}};
  blocks.push_back({Cover{title, {runs_of(document.author), runs_of("2025年9月26日")}}});
  blocks.push_back({Contents{}});
  Heading part = heading(1, "第一部分", "示范市示范区公共服务中心概况", "部分一");
  part.in_contents = part.new_page = true;
  blocks.push_back({part});
  blocks.push_back({heading(2, "一、", "主要职能", "职能")});
  std::get<Heading>(blocks.back().content).in_contents = true;
  add_prose(document, 7);
  part = heading(1, "第二部分", "示范市示范区公共服务中心2024年度部门决算表", "部分二");
  part.in_contents = part.new_page = true;
  part.runs = {{.text = document.author, .fact = name}, {.text = "2024年度部门决算表"}};
  blocks.push_back({part});
  add_table(document, "收入支出决算总表", balance_table(31));
  add_table(document, "支出决算表", subject_table(60));
  part = heading(1, "第三部分", "2024年度部门决算情况说明", "部分三");
  part.in_contents = part.new_page = true;
  blocks.push_back({part});
  blocks.push_back({heading(2, "一、", "收入支出决算总体情况说明", "总体")});
  add_prose(document, 1);
  blocks.push_back({columns_chart(*sample)});
  blocks.push_back({heading(2, "二、", "收入决算情况说明", "收入")});
  add_prose(document, 2);
  blocks.push_back({pie_chart(*sample)});
  blocks.push_back({heading(3, "（一）", "重点工作完成情况", "重点")});
  blocks.push_back({small_table(12)});
  add_prose(document, 6);
  blocks.push_back({Paragraph{ParagraphKind::Signature, runs_of("2025年9月26日")}});
  add_table(document, "附件　项目绩效自评表", form_table(10));
  return sample;
}

}  // namespace gongkai
