#include <string_view>

#include "expr/parse.h"

namespace gongkai {
namespace {

int precedence(ExprKind kind) {
  switch (kind) {
    case ExprKind::If:
      return 0;
    case ExprKind::Or:
      return 1;
    case ExprKind::And:
      return 2;
    case ExprKind::Not:
      return 3;
    case ExprKind::Equal:
    case ExprKind::NotEqual:
    case ExprKind::Less:
    case ExprKind::LessEqual:
    case ExprKind::Greater:
    case ExprKind::GreaterEqual:
      return 4;
    case ExprKind::Add:
    case ExprKind::Subtract:
      return 5;
    case ExprKind::Multiply:
    case ExprKind::Divide:
      return 6;
    case ExprKind::Negate:
      return 7;
    default:
      return 8;
  }
}

std::string_view operator_word(ExprKind kind) {
  switch (kind) {
    case ExprKind::Add:
      return " ＋ ";
    case ExprKind::Subtract:
      return " － ";
    case ExprKind::Multiply:
      return " 乘以 ";
    case ExprKind::Divide:
      return " 除以 ";
    case ExprKind::Equal:
      return " 等于 ";
    case ExprKind::NotEqual:
      return " 不等于 ";
    case ExprKind::Less:
      return " 小于 ";
    case ExprKind::LessEqual:
      return " 不大于 ";
    case ExprKind::Greater:
      return " 大于 ";
    case ExprKind::GreaterEqual:
      return " 不小于 ";
    case ExprKind::And:
      return " 并且 ";
    default:
      return " 或者 ";
  }
}

class Writer {
 public:
  explicit Writer(const VariableWords& variables) : variables_(variables) {}

  std::string write(const Expr& expr) const {
    switch (expr.kind) {
      case ExprKind::Number:
        return number(expr);
      case ExprKind::Text:
        return "“" + expr.text + "”";
      case ExprKind::Name:
        return name(expr);
      case ExprKind::Select:
        return selection(expr);
      case ExprKind::Call:
        return call(expr);
      case ExprKind::Negate:
        return "－" + operand(*expr.children[0], 7);
      case ExprKind::Not:
        return "不是（" + write(*expr.children[0]) + "）";
      case ExprKind::If:
        return condition(expr);
      default:
        return binary(expr);
    }
  }

 private:
  static std::string number(const Expr& expr) {
    if (expr.text != "%") return to_string(expr.number) + expr.text;
    return to_string(Decimal{expr.number.units, expr.number.scale - 2}) + "%";
  }

  std::string variable(const NameSegment& segment) const {
    if (!segment.variable) return segment.text;
    std::string word = variables_ ? variables_(segment.text) : std::string();
    return word.empty() ? "[" + segment.text + "]" : word;
  }

  std::string name(const Expr& expr) const {
    std::string out;
    for (const NameSegment& segment : expr.name) out += (out.empty() ? "" : ".") + variable(segment);
    return out;
  }

  std::string selection(const Expr& expr) const {
    std::string out = "“" + expr.text + "”账中";
    for (std::size_t i = 0; i < expr.filters.size(); ++i) {
      const Expr& value = *expr.filters[i].value;
      out += (i == 0 ? "" : "、") + expr.filters[i].dimension + "为" +
             (value.kind == ExprKind::Text ? value.text : name(value));
    }
    return out + "的金额之和";
  }

  /// The functions that read the ledger, in a clerk's words; empty for the others.
  std::string reading(const Expr& expr) const {
    const auto& arguments = expr.children;
    if (expr.text == "缺省" && arguments.size() == 2) {
      return write(*arguments[0]) + "，没有时取" + write(*arguments[1]);
    }
    if (arguments.size() != 1) return {};
    const std::string first = write(*arguments[0]);
    if (expr.text == "账" || expr.text == "账基") return "账本里的“" + first + "”";
    if (expr.text == "单位账") return "unit.yaml 里的“" + first + "”";
    if (expr.text == "行账" || expr.text == "行账基") return "本行的“" + first + "”";
    if (expr.text == "有账" || expr.text == "有单位账" || expr.text == "有行账") return "写了“" + first + "”";
    return expr.text == "存在" ? first + "存在" : std::string();
  }

  std::string call(const Expr& expr) const {
    if (std::string words = reading(expr); !words.empty()) return words;
    std::string out = expr.text + "(";
    for (std::size_t i = 0; i < expr.children.size(); ++i) out += (i == 0 ? "" : "，") + write(*expr.children[i]);
    return out + ")";
  }

  std::string condition(const Expr& expr) const {
    std::string out = "如果 " + write(*expr.children[0]) + " 则 " + write(*expr.children[1]);
    return expr.children.size() > 2 ? out + " 否则 " + write(*expr.children[2]) : out;
  }

  std::string operand(const Expr& expr, int outer) const {
    std::string out = write(expr);
    return precedence(expr.kind) < outer ? "(" + out + ")" : out;
  }

  std::string binary(const Expr& expr) const {
    const int own = precedence(expr.kind);
    // The right side of － and ÷ keeps its brackets, otherwise a － (b － c) would read as a － b － c.
    const bool strict = expr.kind == ExprKind::Subtract || expr.kind == ExprKind::Divide;
    return operand(*expr.children[0], own) + std::string(operator_word(expr.kind)) +
           operand(*expr.children[1], strict ? own + 1 : own);
  }

  const VariableWords& variables_;
};

}  // namespace

std::string to_words(const Expr& expr, const VariableWords& variables) {
  return Writer(variables).write(expr);
}

std::string to_words(const Expr& expr) {
  return to_words(expr, VariableWords());
}

std::string literal_name(const std::vector<NameSegment>& name) {
  std::string whole;
  for (const NameSegment& segment : name) {
    if (segment.variable) return {};
    whole += (whole.empty() ? "" : ".") + segment.text;
  }
  return whole;
}

}  // namespace gongkai
