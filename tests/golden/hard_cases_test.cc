// What typography finds hard, on a few pages worth looking at: hard_cases/page-1.png and on. The pictures are rewritten
// with the reference by `golden_test --update`; only the frames are compared.
#include <gtest/gtest.h>

#include <filesystem>

#include "golden_file.h"
#include "layout/fonts.h"
#include "layout/layout.h"
#include "render/render.h"
#include "sample_document.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

constexpr double kPictureDpi = 100;

const char* const kHardParagraphs[] = {
    "标点相遇：《“三公”经费管理办法》（试行）规定：“支出（含会议费、培训费）‘应当公开’。”——见第3页……（以下略）。",
    "行末的标点减半、行首的括号减半：各单位按照《预算法》（2018年修正）、《预算法实施条例》、《地方预决算公开操作规程》"
    "（财预〔2016〕143号）和《〈条例〉释义》办理；“谁编制、谁公开”，（一）主动；（二）及时。",
    "数与单位不分：本年收入1,234,567.89万元，比上年增加12,345,678.90元，增长10.2%，其中2023—2024年各占50%～60%，"
    "会议12次、300余人次，用房1,200.5㎡，气温－3.2℃，预算5,000多万元，完成100%。",
    "长数之前不撕开这一行：截至2024年12月31日，全部资产的账面原值合计为人民币123,456,789,012.34元，与账册相符。",
    "汉字与西文之间留空：使用PDF/A和XLSX两种格式，邮箱为gongkai@example.gov.cn，网址是"
    "https://www.example.gov.cn/zwgk/caizheng/juesuan/2024/index.html，电话010-12345678转8001。",
    "生僻字：王镕、陈喆、周玥、李堃、郑珺、赵㛃、钱𬭚、孙垚、吴昉；地名有㙍、𨙸、邗江、郫都、濮阳。",
    "末行不留单字：本单位没有政府性基金预算财政拨款收支，也没有国有资本经营预算财政拨款收支，所以两张表是空表了。",
    "正文每一行正好容纳二十八个汉字不多也不少上下两行的字一个对着一个排得整整齐齐落在同一个格子里面这就是公文版心的要求"
    "。",
};

Table hard_table() {
  Table table;
  table.number = "公开99表";
  table.title = "小数点对齐、合并单元格和窄栏";
  table.unit_line = "单位：示范市示范区社会保险事业服务中心综合业务办公室";
  table.money_line = "金额单位：万元";
  table.role = TableRole::InText;
  table.header_rows = 2;
  table.columns.resize(6);
  table.columns[5].width_mm = 24;
  const auto add = [&](std::vector<Cell> cells) {
    table.rows.push_back(std::move(cells));
    table.row_keys.emplace_back();
  };
  add({header_cell("编码", 2), header_cell("科目名称", 2), header_cell("本年支出", 1, 3), covered_cell(),
       covered_cell(), header_cell("国有资本经营预算财政拨款", 2)});
  add({covered_cell(), covered_cell(), header_cell("小计"), header_cell("基本支出"), header_cell("项目支出"),
       covered_cell()});
  const auto name = [](const std::string& text, int indent) {
    Cell cell = text_cell(text);
    cell.indent = indent;
    return cell;
  };
  add({text_cell("208"), name("社会保障和就业支出", 0), amount_cell("1,234,567.89"), amount_cell("0.01"),
       amount_cell("-3.20"), amount_cell("")});
  add({text_cell("20805"), name("行政事业单位养老支出", 1), amount_cell("9.99"), amount_cell("1,000.00"),
       amount_cell("12,345,678,901.23"), amount_cell("50.00")});
  add({text_cell("2080505"), name("机关事业单位基本养老保险缴费支出（含以前年度补缴部分和职业年金做实部分）", 2),
       amount_cell("88.80"), amount_cell(""), amount_cell("7.00"), amount_cell("123,456.78")});
  add({text_cell("21099"), name("“三公”（‘因公出国（境）’等）……依《〈条例〉释义》〔2024〕5号、财预〔2016〕143号", 1),
       amount_cell("100.00"), amount_cell(""), amount_cell(""), amount_cell("")});
  add({text_cell("22102"), name("李堃、郑珺、赵㛃（10～20㎡）；PDF/A；12,345,678.90元", 1), amount_cell("0.20"),
       amount_cell(""), amount_cell(""), amount_cell("0.02")});
  Cell total = text_cell("合　　计", Align::Center);
  total.col_span = 2;
  total.bold = true;
  Cell sum = amount_cell("1,234,666.68");
  sum.bold = true;
  add({total, covered_cell(), sum, amount_cell("1,000.01"), amount_cell("12,345,678,905.03"),
       amount_cell("123,506.78")});
  table.notes = {runs_of("注：1. 负数、长数和空格在同一栏里，小数点上下对齐。")};
  return table;
}

Chart hard_pie(SampleDocument& sample) {
  Chart chart;
  chart.kind = ChartKind::Pie;
  chart.caption = "图1：占比不到百分之一的也看得清";
  chart.alternative = "一般公共预算财政拨款收入占98.9%，其余五项都不到1%";
  chart.unit_text = "单位：万元";
  chart.points = {{"一般公共预算财政拨款收入", sample.amount(98'900'000), nullptr, "989万元", "98.9%"},
                  {"上级补助收入", sample.amount(300'000), nullptr, "3万元", "0.3%"},
                  {"事业收入", sample.amount(200'000), nullptr, "2万元", "0.2%"},
                  {"经营收入", sample.amount(200'000), nullptr, "2万元", "0.2%"},
                  {"附属单位上缴收入", sample.amount(300'000), nullptr, "3万元", "0.3%"},
                  {"其他收入", sample.amount(100'000), nullptr, "1万元", "0.1%"}};
  return chart;
}

Chart hard_bars(SampleDocument& sample) {
  Chart chart;
  chart.kind = ChartKind::Bars;
  chart.caption = "图2：名字长的、比零小的";
  chart.alternative = "专项经费123.46万元，退回-40万元，其他0.01万元";
  chart.points = {{"“三公”经费（含公务用车购置及运行维护费）和会议费、培训费", sample.amount(12'345'600), nullptr,
                   "123.46万元", ""},
                  {"退回以前年度结余", sample.amount(-4'000'000), nullptr, "-40万元", ""},
                  {"其他", sample.amount(1'000), nullptr, "0.01万元", ""}};
  return chart;
}

TEST(HardCases, AreSetAsTheyWereLookedAt) {
  Diagnostics diagnostics;
  const auto fonts = FontLibrary::open(fs::path(GONGKAI_BINARY_DIR) / "fonts", diagnostics);
  ASSERT_TRUE(fonts) << render_text(diagnostics, Sources());
  SampleDocument sample;
  sample.document.style = Style::standard();
  sample.document.blocks.push_back(
      {heading(2, "一、", "示范市示范区人力资源和社会保障局（医疗保障局）所属单位排版难点", "一")});
  for (const char* text : kHardParagraphs) sample.document.blocks.push_back({body(text)});
  sample.document.blocks.push_back({hard_table()});
  sample.document.blocks.push_back({hard_pie(sample)});
  sample.document.blocks.push_back({hard_bars(sample)});
  const auto frames = lay_out(sample.document, *fonts, diagnostics);
  ASSERT_TRUE(frames) << render_text(diagnostics, Sources());
  compare_with_golden("hard_cases/frames.txt", dump_text(*frames));
  if (!golden_update_wanted()) return;
  for (std::size_t page = 0; page < frames->pages.size(); ++page) {
    const std::string name = "page-" + std::to_string(page + 1) + ".png";
    const fs::path path = fs::path(GONGKAI_SOURCE_DIR) / "tests" / "golden" / "hard_cases" / name;
    EXPECT_TRUE(write_png(*frames, page, kPictureDpi, path, diagnostics));
  }
}

}  // namespace
}  // namespace gongkai
