#include "pack/text_template.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "expr/parse.h"
#include "pack/literal_check.h"

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 6> kFormats = {"元", "数值", "两位", "整数", "绝对值", "千分位"};

/// Offset of the first `wanted` outside the texts quoted in an expression, from `start`; npos when there is none.
std::size_t find_unquoted(std::string_view text, char wanted, std::size_t start) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  for (std::size_t i = start; i < text.size(); ++i) {
    if (text[i] == wanted) return i;
    if (text[i] == '\'') {
      i = text.find('\'', i + 1);
    } else if (text.substr(i).starts_with(kOpen)) {
      i = text.find(kClose, i);
    }
    if (i == std::string_view::npos) return i;
  }
  return std::string_view::npos;
}

class TemplateParser {
 public:
  TemplateParser(std::string_view text, Span origin, Diagnostics& diagnostics, LiteralRule rule)
      : text_(text), origin_(origin), diagnostics_(diagnostics), rule_(rule) {}

  TextTemplate parse() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t brace = text_.find('{', at);
      add_literal(at, std::min(brace, text_.size()));
      if (brace == std::string_view::npos) break;
      at = text_.substr(brace).starts_with("{{") ? add_brace(brace) : add_value(brace);
    }
    flush_literal();
    result_.span = advance(origin_, {}, text_);
    return std::move(result_);
  }

 private:
  void add_literal(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (literal_.empty()) literal_begin_ = begin;
    literal_ += text_.substr(begin, end - begin);
  }

  std::size_t add_brace(std::size_t at) {
    if (literal_.empty()) literal_begin_ = at;
    literal_ += '{';
    return at + 2;
  }

  void flush_literal() {
    if (literal_.empty()) return;
    const Span span = advance(origin_, text_.substr(0, literal_begin_), literal_);
    if (rule_ == LiteralRule::Checked) check_literal(literal_, span, diagnostics_);
    result_.pieces.push_back({.literal = std::move(literal_), .span = span});
    literal_.clear();
  }

  std::size_t add_value(std::size_t brace) {
    flush_literal();
    const std::size_t close = find_unquoted(text_, '}', brace + 1);
    if (close == std::string_view::npos) {
      diagnostics_.error("E0534", advance(origin_, text_.substr(0, brace), "{"), "花括号没有配对",
                         "在值的后面补上 }；要印出花括号本身，写 {{");
      return text_.size();
    }
    const std::string_view inside = text_.substr(brace + 1, close - brace - 1);
    const std::size_t bar = find_unquoted(inside, '|', 0);
    TextPiece piece;
    piece.literal = inside.substr(0, bar);
    piece.span = advance(origin_, text_.substr(0, brace), text_.substr(brace, close - brace + 1));
    if (bar != std::string_view::npos) piece.format = read_format(inside.substr(bar + 1), piece.span);
    piece.expr = read_expression(inside.substr(0, bar), brace + 1, piece.span);
    if (piece.expr) result_.pieces.push_back(std::move(piece));
    return close + 1;
  }

  std::shared_ptr<const Expr> read_expression(std::string_view source, std::size_t offset, Span span) {
    if (trim(source).empty()) {
      diagnostics_.error("E0534", span, "花括号里没有值", "写上事实的名字，或者删去这对花括号");
      return nullptr;
    }
    return parse_shared_expression(source, advance(origin_, text_.substr(0, offset), source), diagnostics_);
  }

  std::string read_format(std::string_view written, Span span) {
    const std::string format(trim(written));
    if (is_value_format(format)) return format;
    diagnostics_.error("E0534", span, "没有“" + format + "”这种格式", "可用的格式：" + value_format_names());
    return {};
  }

  std::string_view text_;
  Span origin_;
  Diagnostics& diagnostics_;
  LiteralRule rule_;
  TextTemplate result_;
  std::string literal_;
  std::size_t literal_begin_ = 0;
};

}  // namespace

bool is_value_format(std::string_view format) {
  return std::ranges::find(kFormats, format) != kFormats.end();
}

std::string value_format_names() {
  std::string names;
  for (const std::string_view format : kFormats) names += (names.empty() ? "" : "、") + std::string(format);
  return names;
}

Span advance(Span origin, std::string_view passed, std::string_view covered) {
  origin.column += static_cast<std::uint32_t>(count_characters(passed));
  origin.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, count_characters(covered)));
  return origin;
}

TextTemplate parse_text_template(std::string_view text, Span origin, Diagnostics& diagnostics, LiteralRule rule) {
  return TemplateParser(text, origin, diagnostics, rule).parse();
}

TextTemplate parse_text_template(const YamlNode& scalar, Diagnostics& diagnostics) {
  return parse_text_template(scalar.text, text_origin(scalar), diagnostics);
}

std::shared_ptr<const Expr> parse_shared_expression(std::string_view text, Span origin, Diagnostics& diagnostics) {
  return parse_expression(text, origin, diagnostics);
}

std::shared_ptr<const Expr> parse_shared_expression(const YamlNode& scalar, Diagnostics& diagnostics) {
  return parse_shared_expression(scalar.text, advance(text_origin(scalar), {}, scalar.text), diagnostics);
}

}  // namespace gongkai
