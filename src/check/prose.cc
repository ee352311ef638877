#include "check/prose.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "check/near_names.h"
#include "check/typed_amounts.h"

namespace gongkai {
namespace {

/// Not prose: what they hold is a name, a choice or an address.
constexpr std::array kNotProse = {"网址", "邮箱", "电话", "方向", "类别", "属性", "级别", "性质", "模板", "索引号"};

void visit_node(const AuthoredValue& node, const std::string& path, const ProseVisitor& visit) {
  if (std::ranges::find(kNotProse, node.key) != kNotProse.end()) return;
  if (node.kind == ValueKind::Text) visit(path, node.text, node.span);
  for (const TextLine& line : node.lines) visit(path, line.text, line.span);
  for (const AuthoredValue& child : node.children) {
    visit_node(child, child.key.empty() ? path : path.empty() ? child.key : path + "." + child.key, visit);
  }
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Calls `visit(year, at)` for each four-digit year before 年.
template <typename Visit>
void each_year(const std::u32string& text, const Visit& visit) {
  for (std::size_t i = 0; i + 4 < text.size(); ++i) {
    if (text[i + 4] != U'年' || (i > 0 && is_digit(text[i - 1]))) continue;
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                     is_digit))
      continue;
    int year = 0;
    for (std::size_t k = i; k < i + 4; ++k) year = year * 10 + static_cast<int>(text[k] - U'0');
    if (year >= 1900 && year < 2100) visit(year, i);
  }
}

void check_years(const std::string& path, const std::string& text, Span start, int current, Diagnostics& diagnostics) {
  // Definitions and duties cite rules of any year.
  if (path.starts_with("名词解释") || path.starts_with("自定义科目") || path == "主要职责" || path == "机构设置")
    return;
  each_year(decode_utf8(text), [&](int year, std::size_t at) {
    if (year >= current - 1 && year <= current + 1) return;
    Diagnostic& d = diagnostics.warning("W0363", inside(start, at, 5),
                                        "文字里写了 " + std::to_string(year) + " 年，不是本年、上年或下年",
                                        "核对年份；本年、上年可以写 {年度}、{上年度}，不会忘了改");
    d.group = "文字";
  });
}

}  // namespace

Span inside(Span start, std::size_t at, std::size_t length) {
  start.column += static_cast<std::uint32_t>(at);
  start.length = static_cast<std::uint32_t>(length);
  return start;
}

void for_each_prose(const AuthoredValue& root, const ProseVisitor& visit) {
  visit_node(root, "", visit);
}

void check_prose(const FactBook& book, Diagnostics& diagnostics) {
  const Ledger& ledger = book.ledger();
  const NearNames names(ledger.unit);
  const TypedAmounts amounts(book);
  for (const AuthoredValue* root : {&ledger.year, &ledger.unit}) {
    for_each_prose(*root, [&](const std::string& path, const std::string& text, Span start) {
      check_years(path, text, start, ledger.year_number, diagnostics);
      if (root == &ledger.year) amounts.check(path, text, start, diagnostics);
      if (path != "名称" && path != "简称") names.check(text, start, diagnostics);
    });
  }
}

}  // namespace gongkai
