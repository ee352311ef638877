#include "expr/parser.h"

#include <utility>

#include "base/utf8.h"
#include "expr/characters.h"
#include "expr/parse.h"

namespace gongkai {
namespace {

/// Deep enough for any sentence a person writes; keeps hostile input from exhausting the stack.
constexpr int kMaxDepth = 60;
/// Each operator of a chain (甲 + 乙 + 丙) makes the tree a level deeper for those who walk it.
constexpr int kMaxOperators = 500;
constexpr std::size_t kMaxCharacters = 20'000;

}  // namespace

ExpressionParser::ExpressionParser(std::string_view text, Span origin, Diagnostics& diagnostics)
    : text_(decode_utf8(text)), origin_(origin), diagnostics_(diagnostics) {}

ExprPtr ExpressionParser::parse() {
  if (text_.size() > kMaxCharacters) return fail(0, "式子太长", "请拆成几个事实");
  skip_blanks();
  if (at_end()) return fail(at_, "式子是空的", "请写一个事实名或式子");
  ExprPtr expr = expression();
  if (!expr) return nullptr;
  skip_blanks();
  if (!at_end()) return fail_at_rest();
  return failed_ ? nullptr : std::move(expr);
}

/// Says why what follows a whole expression cannot be read.
ExprPtr ExpressionParser::fail_at_rest() {
  const std::string rest = slice(at_, at_ + 1);
  if (peek() == U')' || peek() == U']') {
    return fail(at_, "多出一个“" + rest + "”", "删去它，或在前面补上与它配对的左括号");
  }
  const bool wide_bracket = slice(0, at_).find("（") != std::string::npos;
  return fail(at_, "式子在“" + rest + "”之前已经完整，后面的看不懂",
              wide_bracket ? "函数和算式的括号用半角 ( )" : "事实名里不能有空格；文字要加引号");
}

ExprPtr ExpressionParser::expression() {
  if (++depth_ > kMaxDepth) return fail(at_, "式子嵌套太深", "请拆成几个事实");
  skip_blanks();
  ExprPtr expr = word_ahead(U"如果") ? condition() : disjunction();
  --depth_;
  return expr;
}

ExprPtr ExpressionParser::condition() {
  const std::size_t start = at_;
  take_word(U"如果");
  ExprPtr test = expression();
  if (!test) return nullptr;
  if (!take_word(U"则")) return fail(at_, "“如果”后面缺“则”", "写成：如果 条件 则 甲 否则 乙");
  ExprPtr yes = expression();
  if (!yes) return nullptr;
  ExprPtr no;
  if (take_word(U"否则")) {
    no = expression();
    if (!no) return nullptr;
  }
  ExprPtr expr = make(ExprKind::If, start);
  expr->children.push_back(std::move(test));
  expr->children.push_back(std::move(yes));
  if (no) expr->children.push_back(std::move(no));
  return expr;
}

ExprPtr ExpressionParser::disjunction() {
  ExprPtr left = conjunction();
  while (left && take_word(U"或")) left = binary(ExprKind::Or, std::move(left), conjunction());
  return left;
}

ExprPtr ExpressionParser::conjunction() {
  ExprPtr left = negation();
  while (left && take_word(U"且")) left = binary(ExprKind::And, std::move(left), negation());
  return left;
}

ExprPtr ExpressionParser::negation() {
  skip_blanks();
  const std::size_t start = at_;
  if (!take_word(U"非")) return comparison();
  if (++depth_ > kMaxDepth) return fail(at_, "式子嵌套太深", "请拆成几个事实");
  ExprPtr child = negation();
  --depth_;
  if (!child) return nullptr;
  ExprPtr expr = make(ExprKind::Not, start);
  expr->children.push_back(std::move(child));
  return expr;
}

ExprPtr ExpressionParser::comparison() {
  ExprPtr left = sum();
  if (!left) return nullptr;
  skip_blanks();
  ExprKind kind = ExprKind::Number;
  std::size_t length = 1;
  const char32_t c = peek();
  const bool equals_next = peek(1) == U'=' || peek(1) == U'＝';
  if (c == U'=' || c == U'＝') {
    kind = ExprKind::Equal;
    length = equals_next ? 2 : 1;
  } else if (c == U'≠' || ((c == U'!' || c == U'！') && equals_next)) {
    kind = ExprKind::NotEqual;
    length = c == U'≠' ? 1 : 2;
  } else if (c == U'<' || c == U'＜') {
    kind = equals_next ? ExprKind::LessEqual : ExprKind::Less;
    length = equals_next ? 2 : 1;
  } else if (c == U'>' || c == U'＞') {
    kind = equals_next ? ExprKind::GreaterEqual : ExprKind::Greater;
    length = equals_next ? 2 : 1;
  } else if (c == U'≤' || c == U'≥') {
    kind = c == U'≤' ? ExprKind::LessEqual : ExprKind::GreaterEqual;
  } else {
    return left;
  }
  at_ += length;
  return binary(kind, std::move(left), sum());
}

ExprPtr ExpressionParser::sum() {
  ExprPtr left = product();
  while (left) {
    if (take(U'+', U'＋')) {
      left = binary(ExprKind::Add, std::move(left), product());
    } else if (take(U'-', U'－') || take(U'−', U'−')) {
      left = binary(ExprKind::Subtract, std::move(left), product());
    } else {
      break;
    }
  }
  return left;
}

ExprPtr ExpressionParser::product() {
  ExprPtr left = sign();
  while (left) {
    if (take(U'*', U'×') || take(U'＊', U'＊')) {
      left = binary(ExprKind::Multiply, std::move(left), sign());
    } else if (take(U'/', U'÷') || take(U'／', U'／')) {
      left = binary(ExprKind::Divide, std::move(left), sign());
    } else {
      break;
    }
  }
  return left;
}

ExprPtr ExpressionParser::sign() {
  skip_blanks();
  const std::size_t start = at_;
  if (!take(U'-', U'－') && !take(U'−', U'−')) return primary();
  if (++depth_ > kMaxDepth) return fail(at_, "式子嵌套太深", "请拆成几个事实");
  ExprPtr child = sign();
  --depth_;
  if (!child) return nullptr;
  ExprPtr expr = make(ExprKind::Negate, start);
  expr->children.push_back(std::move(child));
  return expr;
}

ExprPtr ExpressionParser::binary(ExprKind kind, ExprPtr left, ExprPtr right) {
  if (!left || !right) return nullptr;
  if (++operators_ > kMaxOperators) return fail(at_, "式子太长", "请拆成几个事实");
  auto expr = std::make_unique<Expr>();
  expr->kind = kind;
  expr->span = left->span;
  expr->span.length = right->span.column + right->span.length - left->span.column;
  expr->children.push_back(std::move(left));
  expr->children.push_back(std::move(right));
  return expr;
}

ExprPtr ExpressionParser::make(ExprKind kind, std::size_t start) const {
  auto expr = std::make_unique<Expr>();
  expr->kind = kind;
  expr->span = span(start, at_);
  return expr;
}

ExprPtr ExpressionParser::fail(std::size_t at, std::string message, std::string hint) {
  if (!failed_) diagnostics_.error("E0501", span(at, at + 1), std::move(message), std::move(hint));
  failed_ = true;
  return nullptr;
}

Span ExpressionParser::span(std::size_t start, std::size_t end) const {
  Span result = origin_;
  result.column = origin_.column + static_cast<std::uint32_t>(start);
  result.length = end > start ? static_cast<std::uint32_t>(end - start) : 1;
  return result;
}

void ExpressionParser::skip_blanks() {
  while (!at_end() && is_blank(peek())) ++at_;
}

bool ExpressionParser::take(char32_t half, char32_t full) {
  skip_blanks();
  if (at_end() || (peek() != half && peek() != full)) return false;
  ++at_;
  return true;
}

bool ExpressionParser::word_ahead(std::u32string_view word) const {
  std::size_t at = at_;
  while (at < text_.size() && is_blank(text_[at])) ++at;
  if (text_.compare(at, word.size(), word) != 0) return false;
  const std::size_t after = at + word.size();
  return after >= text_.size() || !(is_name_character(text_[after]) || text_[after] == U'.');
}

bool ExpressionParser::take_word(std::u32string_view word) {
  if (!word_ahead(word)) return false;
  skip_blanks();
  at_ += word.size();
  return true;
}

std::u32string ExpressionParser::run_of_name_characters() {
  const std::size_t start = at_;
  while (!at_end() && is_name_character(peek())) ++at_;
  return text_.substr(start, at_ - start);
}

std::string ExpressionParser::slice(std::size_t start, std::size_t end) const {
  return encode_utf8(std::u32string_view(text_).substr(start, end - start));
}

ExprPtr parse_expression(std::string_view text, Span origin, Diagnostics& diagnostics) {
  return ExpressionParser(text, origin, diagnostics).parse();
}

}  // namespace gongkai
