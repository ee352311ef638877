#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "expr/ast.h"

namespace gongkai {

/// Parses one expression. `origin` is the span of its first character (columns advance by characters on that line).
/// Returns nullptr after reporting E05xx errors with the position inside the text.
ExprPtr parse_expression(std::string_view text, Span origin, Diagnostics& diagnostics);

/// The expression in Chinese words, for explain: "基本支出 ＋ 项目支出", "… 除以 …".
std::string to_words(const Expr& expr);

/// The word a variable [名] stands for at this place; empty leaves it as written.
using VariableWords = std::function<std::string(const std::string&)>;
std::string to_words(const Expr& expr, const VariableWords& variables);

}  // namespace gongkai
