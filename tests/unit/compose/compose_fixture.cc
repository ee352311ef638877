#include "compose_fixture.h"

#include <utility>

namespace gongkai {
namespace {

constexpr const char* kSettings = R"(名称: 小
编号: ['第{中文}部分　', '{中文}、', '（{中文}）', '{数}. ', '（{数}）']
标题: '{单位.名称}{年度}年度公开'
文件名: '{单位.名称}/{年度}'
工作簿名: '{年度}表'
封面: {标题: '{年度}年度公开', 行: ['{单位.名称}', '{缺省(说明, '''')}']}
选项: {科目级次: [类款项, 项]}
数字: {表零值: 空白}
)";

LedgerEntry entry(const std::string& code, const std::string& column, std::int64_t yuan) {
  LedgerEntry made;
  made.book = Book::Expenditure;
  made.fund = std::string(kGeneralBudget);
  made.code = code;
  made.column = column;
  made.amount = Money::from_fen(yuan * 100);
  return made;
}

Ledger small_ledger(std::vector<AuthoredValue> year, std::vector<AuthoredValue> unit) {
  Ledger ledger;
  ledger.amount_unit = LedgerUnit::WanYuan;
  ledger.year_number = 2024;
  AuthoredValue number;
  number.kind = ValueKind::Integer;
  number.key = "年度";
  number.integer = 2024;
  year.push_back(number);
  ledger.year = authored_map("", std::move(year));
  unit.push_back(authored_text("名称", "示范中心"));
  ledger.unit = authored_map("", std::move(unit));
  ledger.entries = {entry("2080101", "基本支出", 6'000'000), entry("2080101", "项目支出", 4'000'000),
                    entry("2080505", "基本支出", 500'000)};
  for (const auto& [code, name] : std::map<std::string, std::string>{{"208", "社会保障和就业支出"},
                                                                     {"20801", "人力资源和社会保障管理事务"},
                                                                     {"2080101", "行政运行"},
                                                                     {"20805", "行政事业单位养老支出"},
                                                                     {"2080505", "基本养老保险缴费支出"}}) {
    ledger.subjects.add({.code = code, .name = name});
  }
  return ledger;
}

struct LineOf {
  std::string operator()(const Heading& heading) const { return heading.number + plain_text(heading.runs); }
  std::string operator()(const Paragraph& paragraph) const { return plain_text(paragraph.runs); }
  std::string operator()(const Table& table) const { return "[表 " + table.id + "]"; }
  std::string operator()(const Chart& chart) const { return "[图 " + chart.caption + "]"; }
  std::string operator()(const Cover&) const { return "[封面]"; }
  std::string operator()(const Contents&) const { return "[目录]"; }
  std::string operator()(const PageBreak&) const { return "[换页]"; }
};

}  // namespace

const char* const kSmallFacts = R"(变量:
  编码: 功能编码
  列: [基本支出, 项目支出]
  任意: 任意
事实:
  年度: {类型: 计数, 式: 账(年度)}
  说明: {类型: 文字, 式: 账基(说明)}
  正文: {类型: 长文, 式: 账基(正文)}
  单位.名称: {类型: 文字, 式: 单位账(名称)}
  支出合计: '支出[资金: 一般公共预算]'
  基本支出: '支出[资金: 一般公共预算, 列: 基本支出]'
  项目支出: '支出[资金: 一般公共预算, 列: 项目支出]'
  少一些: '支出合计 - 支出.2080505'
  没有: {式: 账基(没有写的数)}
  零: '支出合计 - 支出合计'
  支出.[编码]: '支出[资金: 一般公共预算, 编码: [编码]]'
  支出.[编码].[列]: '支出[资金: 一般公共预算, 编码: [编码], 列: [列]]'
列表:
  '表注.[任意]':
    账行: '表注.[任意]'
    字段:
      值: {类型: 文字, 式: 行账基()}
  支出.逐行:
    科目: {账: 支出, 级: [类, 款, 项]}
    字段:
      编码: {类型: 文字, 式: 编码}
      名称: {类型: 文字, 式: 名称(编码)}
      金额: {式: '支出.[编码]', 本表合计: 支出合计}
      基本支出: '支出.[编码].基本支出'
      项目支出: '支出.[编码].项目支出'
  空名单:
    项: []
    字段:
      编码: {类型: 文字, 式: 项}
      金额: 支出合计
)";

Composed compose_small(const std::map<std::string, std::string>& files, std::vector<AuthoredValue> year,
                       std::vector<AuthoredValue> unit) {
  return Composed(files, std::move(year), std::move(unit));
}

Composed::Composed(const std::map<std::string, std::string>& files, std::vector<AuthoredValue> year,
                   std::vector<AuthoredValue> unit)
    : ledger_(small_ledger(std::move(year), std::move(unit))) {
  std::map<std::string, std::string> all = {{"/templates/小/pack.yaml", kSettings},
                                            {"/templates/小/facts.yaml", kSmallFacts}};
  for (const auto& [name, text] : files) all["/templates/小/" + name] = text;
  const MemoryWorld world(all);
  pack_ = load_pack(world, "小", 2024, sources_, diagnostics_);
  book_ = std::make_unique<FactBook>(pack_->catalog, ledger_, nullptr, diagnostics_);
  document_ = compose(*pack_, *book_, diagnostics_);
}

std::vector<std::string> Composed::codes() const {
  std::vector<std::string> found;
  for (const Diagnostic& item : diagnostics_.items()) found.push_back(item.code);
  return found;
}

std::vector<std::string> Composed::lines() const {
  std::vector<std::string> found;
  if (!document_) return found;
  for (const Block& block : document_->blocks) found.push_back(std::visit(LineOf{}, block.content));
  return found;
}

AuthoredValue authored_text(std::string key, std::string text) {
  AuthoredValue value;
  value.kind = ValueKind::Text;
  value.key = std::move(key);
  value.text = std::move(text);
  return value;
}

AuthoredValue authored_list(std::string key, const std::vector<std::string>& texts) {
  AuthoredValue value;
  value.kind = ValueKind::List;
  value.key = std::move(key);
  for (const std::string& text : texts) value.children.push_back(authored_text("", text));
  return value;
}

AuthoredValue authored_amount(std::string key, std::int64_t yuan) {
  AuthoredValue value;
  value.kind = ValueKind::Amount;
  value.key = std::move(key);
  value.amount = Money::from_fen(yuan * 100);
  return value;
}

AuthoredValue authored_lines(std::string key, std::vector<std::string> lines) {
  AuthoredValue value;
  value.kind = ValueKind::LongText;
  value.key = std::move(key);
  for (std::string& line : lines) value.lines.push_back({std::move(line), {}});
  return value;
}

AuthoredValue authored_map(std::string key, std::vector<AuthoredValue> children) {
  AuthoredValue value;
  value.kind = ValueKind::Map;
  value.key = std::move(key);
  value.children = std::move(children);
  return value;
}

std::vector<std::string> row_texts(const Table& table, std::size_t row) {
  std::vector<std::string> found;
  for (const Cell& cell : table.rows.at(row)) found.push_back(cell.covered ? "-" : plain_text(cell.runs));
  return found;
}

}  // namespace gongkai
