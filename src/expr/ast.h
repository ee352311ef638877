// The expression language: small, typed, closed. Serves facts, rules, table cells, conditions and explain.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/source.h"

namespace gongkai {

enum class ExprKind {
  Number,  ///< 0.3, 100, 80%: `number`; 5万元, 3元: an amount, `text` = the unit
  Text,    ///< '文字' or “文字”: `text`
  Name,    ///< a dotted fact name whose segments may be variables: 支出.[资金].[编码].基本支出; without any: `text`
  Select,  ///< 支出[资金: 财政拨款, 编码: 208, 列: 基本支出]: `text` = book, `filters`
  Call,    ///< 函数(a, b): `text` = function, `children`
  Negate,
  Not,
  Add,
  Subtract,
  Multiply,
  Divide,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  And,
  Or,
  If  ///< 如果 a 则 b 否则 c: children = {a, b, c}; without 否则 {a, b}: does not exist otherwise
};

/// One segment of a dotted name: literal text, or a variable written [名].
struct NameSegment {
  std::string text;
  bool variable = false;
};

/// The segments with their dots; "" when one of them is a variable.
std::string literal_name(const std::vector<NameSegment>& name);

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

struct SelectFilter {
  std::string dimension;  ///< 资金, 来源, 编码, 列
  ExprPtr value;          ///< a text: literal bare word, or a variable [名]
};

struct Expr {
  ExprKind kind = ExprKind::Number;
  Span span;
  std::string text;
  Decimal number;
  std::vector<NameSegment> name;
  std::vector<SelectFilter> filters;
  std::vector<ExprPtr> children;
};

}  // namespace gongkai
