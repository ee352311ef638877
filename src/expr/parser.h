// The parser behind parse_expression(): recursive descent straight over the characters, because what a character means
// depends on where it stands (a full stop in a number or a name, a bracket of a variable or a selection).
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "expr/ast.h"

namespace gongkai {

class ExpressionParser {
 public:
  ExpressionParser(std::string_view text, Span origin, Diagnostics& diagnostics);

  /// The whole text as one expression, or nullptr after reporting.
  ExprPtr parse();

 private:
  using Rule = ExprPtr (ExpressionParser::*)();

  // parser.cc: operators, from the loosest to the tightest.
  ExprPtr fail_at_rest();
  ExprPtr expression();
  ExprPtr condition();
  ExprPtr disjunction();
  ExprPtr conjunction();
  ExprPtr negation();
  ExprPtr comparison();
  ExprPtr sum();
  ExprPtr product();
  ExprPtr sign();

  // parser_primary.cc: literals, names, selections, calls.
  ExprPtr primary();
  ExprPtr number();
  ExprPtr quoted(char32_t close);
  ExprPtr group();
  ExprPtr name_or_call();
  ExprPtr selection(ExprPtr expr);
  ExprPtr filter_value();
  ExprPtr call(ExprPtr expr);
  bool segment(Expr& expr);
  bool variable_segment(Expr& expr);

  ExprPtr binary(ExprKind kind, ExprPtr left, ExprPtr right);
  ExprPtr make(ExprKind kind, std::size_t start) const;
  ExprPtr fail(std::size_t at, std::string message, std::string hint = {});
  Span span(std::size_t start, std::size_t end) const;
  void skip_blanks();
  bool at_end() const { return at_ >= text_.size(); }
  char32_t peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0'; }
  bool take(char32_t half, char32_t full);
  /// Takes `word` when it stands alone (the next character cannot continue a name).
  bool take_word(std::u32string_view word);
  bool word_ahead(std::u32string_view word) const;
  std::u32string run_of_name_characters();
  std::string slice(std::size_t start, std::size_t end) const;

  std::u32string text_;
  Span origin_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int operators_ = 0;
  bool failed_ = false;
};

}  // namespace gongkai
