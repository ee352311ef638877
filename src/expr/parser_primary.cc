#include <array>
#include <utility>

#include "base/utf8.h"
#include "expr/characters.h"
#include "expr/parser.h"

namespace gongkai {
namespace {

/// Digits of `80%` move two places; kept exact.
Decimal percent(Decimal value) {
  return Decimal{value.units, value.scale + 2};
}

}  // namespace

ExprPtr ExpressionParser::primary() {
  skip_blanks();
  if (at_end()) return fail(at_, "式子没有写完", "这里还缺一个数或事实名");
  const char32_t c = peek();
  if (is_ascii_digit(c)) return number();
  if (c == U'\'' || c == U'‘') return quoted(c == U'‘' ? U'’' : c);
  if (c == U'“') return quoted(U'”');
  if (c == U'(') return group();
  if (c == U'[' || is_name_character(c)) return name_or_call();
  return fail(at_, "看不懂“" + slice(at_, at_ + 1) + "”", "这里应是数、事实名、加引号的文字或括号");
}

ExprPtr ExpressionParser::number() {
  const std::size_t start = at_;
  while (is_ascii_digit(peek())) ++at_;
  if (peek() == U'.' && is_ascii_digit(peek(1))) {
    ++at_;
    while (is_ascii_digit(peek())) ++at_;
  }
  const auto value = parse_decimal(slice(start, at_));
  if (!value) return fail(start, "这个数太长", "至多六位小数、十五位整数");
  ExprPtr expr = make(ExprKind::Number, start);
  expr->number = *value;
  if (peek() == U'%' || peek() == U'％') {
    ++at_;
    expr->number = percent(*value);
    expr->text = "%";
  } else if (is_name_character(peek())) {
    const std::size_t unit_start = at_;
    expr->text = encode_utf8(run_of_name_characters());
    if (expr->text != "万元" && expr->text != "元") {
      const bool wide_bracket = expr->text.find("）") != std::string::npos;
      return fail(unit_start, "数后面不能直接跟“" + expr->text + "”",
                  wide_bracket ? "函数和算式的括号用半角 ( )" : "只认“万元”“元”和“%”；科目编码写在事实名里");
    }
  }
  expr->span = span(start, at_);
  return expr;
}

ExprPtr ExpressionParser::quoted(char32_t close) {
  const std::size_t start = at_++;
  while (!at_end() && peek() != close) ++at_;
  if (at_end()) return fail(start, "引号没有配对", "文字要用一对引号括起来");
  const std::string text = slice(start + 1, at_);
  ++at_;
  ExprPtr expr = make(ExprKind::Text, start);
  expr->text = text;
  return expr;
}

ExprPtr ExpressionParser::group() {
  const std::size_t start = at_++;
  ExprPtr expr = expression();
  if (!expr) return nullptr;
  if (!take(U')', U')')) return fail(start, "括号没有配对", "算式的括号用半角 ( )");
  return expr;
}

ExprPtr ExpressionParser::name_or_call() {
  const std::size_t start = at_;
  ExprPtr expr = make(ExprKind::Name, start);
  if (!segment(*expr)) return nullptr;
  const bool simple = !expr->name.front().variable;
  if (simple && peek() == U'[') return selection(std::move(expr));
  if (simple && peek() == U'(') return call(std::move(expr));
  static constexpr std::array<std::u32string_view, 6> kReserved = {U"且", U"或", U"非", U"如果", U"则", U"否则"};
  for (const auto word : kReserved) {
    if (simple && peek() != U'.' && expr->name.front().text == encode_utf8(word)) {
      return fail(start, "“" + encode_utf8(word) + "”前面缺一个数或事实名", "请补全式子");
    }
  }
  while (peek() == U'.') {
    ++at_;
    if (!segment(*expr)) return nullptr;
  }
  expr->span = span(start, at_);
  expr->text = literal_name(expr->name);
  return expr;
}

bool ExpressionParser::segment(Expr& expr) {
  if (peek() == U'[') return variable_segment(expr);
  const std::u32string word = run_of_name_characters();
  if (word.empty()) {
    fail(at_, "事实名不完整：“.”后面还缺一段", "段与段之间只有一个点，没有空格");
    return false;
  }
  expr.name.push_back({encode_utf8(word), false});
  return true;
}

bool ExpressionParser::variable_segment(Expr& expr) {
  const std::size_t start = at_++;
  std::size_t end = at_;
  while (end < text_.size() && (is_name_character(text_[end]) || text_[end] == U'.')) ++end;
  if (end == at_ || end >= text_.size() || text_[end] != U']') {
    fail(start, "变量要写成 [名]", "方括号里只写一个名字，如 [资金]、[行.编码]");
    return false;
  }
  expr.name.push_back({slice(at_, end), true});
  at_ = end + 1;
  return true;
}

ExprPtr ExpressionParser::selection(ExprPtr expr) {
  expr->kind = ExprKind::Select;
  expr->text = expr->name.front().text;
  const std::size_t start = at_ - count_characters(expr->text);
  expr->name.clear();
  ++at_;
  do {
    skip_blanks();
    SelectFilter filter;
    filter.dimension = encode_utf8(run_of_name_characters());
    if (filter.dimension.empty() || !take(U':', U'：')) {
      return fail(at_, "选取的条件要写成“维度: 值”", "如 支出[资金: 财政拨款, 编码: 208]");
    }
    filter.value = filter_value();
    if (!filter.value) return nullptr;
    expr->filters.push_back(std::move(filter));
  } while (take(U',', U'，'));
  if (!take(U']', U']')) return fail(at_, "选取的方括号没有配对", "如 支出[资金: 财政拨款, 编码: 208]");
  expr->span = span(start, at_);
  return expr;
}

ExprPtr ExpressionParser::filter_value() {
  skip_blanks();
  const std::size_t start = at_;
  if (peek() == U'[') {
    ExprPtr expr = make(ExprKind::Name, start);
    if (!segment(*expr)) return nullptr;
    expr->span = span(start, at_);
    return expr;
  }
  const std::u32string word = run_of_name_characters();
  if (word.empty()) return fail(at_, "选取的条件缺值", "写一个词、编码或变量 [名]");
  ExprPtr expr = make(ExprKind::Text, start);
  expr->text = encode_utf8(word);
  return expr;
}

ExprPtr ExpressionParser::call(ExprPtr expr) {
  expr->kind = ExprKind::Call;
  expr->text = expr->name.front().text;
  const std::size_t start = at_ - count_characters(expr->text);
  expr->name.clear();
  ++at_;
  if (!take(U')', U')')) {
    do {
      ExprPtr argument = expression();
      if (!argument) return nullptr;
      expr->children.push_back(std::move(argument));
    } while (take(U',', U'，'));
    if (!take(U')', U')')) return fail(at_, "函数“" + expr->text + "”的括号没有配对", "参数之间用逗号");
  }
  expr->span = span(start, at_);
  return expr;
}

}  // namespace gongkai
