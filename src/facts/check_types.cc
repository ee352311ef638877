// Checking expressions before any ledger is read: every name known, every operand of a fitting type.
#include <algorithm>

#include "base/suggest.h"
#include "facts/catalog.h"
#include "facts/catalog_tables.h"
#include "facts/definition.h"
#include "facts/functions.h"
#include "facts/ledger_index.h"
#include "facts/select_values.h"

namespace gongkai {
namespace {

using Signature = std::optional<FactSignature>;

FactSignature plain(FactType type) {
  return FactSignature{type, nullptr, false};
}
FactSignature any_type() {
  return FactSignature{FactType::Amount, nullptr, true};
}

bool is_number(const FactSignature& s) {
  return s.any || s.type == FactType::Count || s.type == FactType::Number || s.type == FactType::Ratio;
}
bool is_text(const FactSignature& s) {
  return s.any || s.type == FactType::Text || s.type == FactType::LongText;
}
bool is(const FactSignature& s, FactType type) {
  return s.any || s.type == type;
}
bool is_zero_literal(const Expr& expr) {
  return expr.kind == ExprKind::Number && expr.number.units == 0;
}

/// Full-width brackets may stand in names (因公出国（境）费); those of a function or a sum were meant to be half-width.
std::string hint_at_wide_bracket(const std::string& name) {
  const auto open = name.find("（");
  const auto close = name.find("）");
  if (open == std::string::npos && close == std::string::npos) return {};
  const std::string before = name.substr(0, open);
  if (find_function(before) != nullptr) return "函数的括号用半角：" + before + "(…)";
  const bool alone = open == std::string::npos || close == std::string::npos;
  const bool operand = before.empty() || before == "非" || before == "且" || before == "或" || before == "如果";
  return alone || operand ? "算式的括号用半角 ( )" : "";
}

class TypeChecker {
 public:
  TypeChecker(const FactCatalog& catalog, Diagnostics& diagnostics) : catalog_(catalog), diagnostics_(diagnostics) {}

  Signature check(const Expr& expr, const NameScope* scope) {
    switch (expr.kind) {
      case ExprKind::Number:
        return plain(expr.text == "元" || expr.text == "万元" ? FactType::Amount
                     : expr.text == "%"                       ? FactType::Ratio
                                                              : FactType::Number);
      case ExprKind::Text:
        return plain(FactType::Text);
      case ExprKind::Name:
        return name(expr, scope);
      case ExprKind::Select:
        return selection(expr, scope);
      case ExprKind::Call:
        return call(expr, scope);
      case ExprKind::Negate:
        return check(*expr.children[0], scope);
      case ExprKind::Not:
        boolean(*expr.children[0], scope, "非");
        return plain(FactType::Boolean);
      case ExprKind::And:
      case ExprKind::Or:
        for (const ExprPtr& child : expr.children) boolean(*child, scope, expr.kind == ExprKind::And ? "且" : "或");
        return plain(FactType::Boolean);
      case ExprKind::If:
        return condition(expr, scope);
      case ExprKind::Add:
      case ExprKind::Subtract:
      case ExprKind::Multiply:
      case ExprKind::Divide:
        return arithmetic(expr, scope);
      default:
        return comparison(expr, scope);
    }
  }

 private:
  Signature wrong(const Expr& at, std::string message, std::string hint = {}) {
    diagnostics_.error("E0505", at.span, std::move(message), std::move(hint));
    return std::nullopt;
  }

  void variables(const std::vector<NameSegment>& segments, const Expr& at, const NameScope* scope) {
    for (const NameSegment& segment : segments) {
      if (!segment.variable || catalog_.resolve(segment.text, scope)) continue;
      diagnostics_.error("E0504", at.span, "这里没有变量“" + segment.text + "”",
                         catalog_.guess(parse_name_pattern(segment.text), scope));
    }
  }

  Signature name(const Expr& expr, const NameScope* scope) {
    variables(expr.name, expr, scope);
    if (auto found = catalog_.resolve(expr.name, scope)) return found;
    const std::string bracket = hint_at_wide_bracket(to_text(expr.name));
    diagnostics_.error("E0504", expr.span, "没有叫“" + to_text(expr.name) + "”的事实",
                       bracket.empty() ? catalog_.guess(expr.name, scope) : bracket);
    return std::nullopt;
  }

  Signature selection(const Expr& expr, const NameScope* scope) {
    static const std::vector<std::string> kBooks = {"收入", "支出", "结转结余", "经济分类", "年初预算", "全年预算"};
    if (std::find(kBooks.begin(), kBooks.end(), expr.text) == kBooks.end()) {
      return wrong(expr, "没有账本“" + expr.text + "”", did_you_mean(expr.text, kBooks));
    }
    static const std::vector<std::string> kDimensions = {"资金", "来源", "编码", "列"};
    for (const SelectFilter& filter : expr.filters) {
      if (std::find(kDimensions.begin(), kDimensions.end(), filter.dimension) == kDimensions.end()) {
        wrong(*filter.value, "账本没有维度“" + filter.dimension + "”", did_you_mean(filter.dimension, kDimensions));
        continue;
      }
      check_filter(*book_of(expr.text), filter, scope);
    }
    return plain(FactType::Amount);
  }

  void check_filter(Book book, const SelectFilter& filter, const NameScope* scope) {
    const Expr& value = *filter.value;
    if (value.kind == ExprKind::Name) return variables(value.name, value, scope);
    if (value.kind != ExprKind::Text) return;
    SelectComplaint complaint = complaint_about_select(book, filter.dimension, value.text);
    if (!complaint.message.empty()) wrong(value, std::move(complaint.message), std::move(complaint.hint));
  }

  void boolean(const Expr& expr, const NameScope* scope, std::string_view word) {
    const Signature found = check(expr, scope);
    if (found && !is(*found, FactType::Boolean)) {
      wrong(expr, "“" + std::string(word) + "”要的是条件，这里是" + std::string(fact_type_name(found->type)),
            "比较要写全，如 收支总计 > 0");
    }
  }

  Signature condition(const Expr& expr, const NameScope* scope) {
    boolean(*expr.children[0], scope, "如果");
    Signature result = check(*expr.children[1], scope);
    if (expr.children.size() > 2) {
      const Signature other = check(*expr.children[2], scope);
      if (result && other && !result->any && !other->any && result->type != other->type &&
          !(is_number(*result) && is_number(*other)) && !(is_text(*result) && is_text(*other))) {
        wrong(expr, "“则”与“否则”两边的类型不同：" + std::string(fact_type_name(result->type)) + "和" +
                        std::string(fact_type_name(other->type)));
      }
      if (result && result->any) result = other;
    }
    return result;
  }

  Signature arithmetic(const Expr& expr, const NameScope* scope) {
    const Signature left = check(*expr.children[0], scope);
    const Signature right = check(*expr.children[1], scope);
    if (!left || !right) return std::nullopt;
    if (left->any || right->any) {
      // An amount divided by what may be an amount is a ratio or an amount: only the ledger knows.
      const bool scaled = expr.kind == ExprKind::Multiply || expr.kind == ExprKind::Divide;
      return scaled || (left->any && right->any) ? any_type() : left->any ? right : left;
    }
    const bool amounts = left->type == FactType::Amount && right->type == FactType::Amount;
    if (expr.kind == ExprKind::Multiply) {
      if (amounts) return wrong(expr, "两个金额不能相乘");
      if (left->type == FactType::Amount && is_number(*right)) return left;
      if (right->type == FactType::Amount && is_number(*left)) return right;
    } else if (expr.kind == ExprKind::Divide) {
      if (amounts) return plain(FactType::Ratio);
      if (left->type == FactType::Amount && is_number(*right)) return left;
    } else if (amounts) {
      return left;
    }
    if (is_number(*left) && is_number(*right)) return number_result(expr.kind, *left, *right);
    return wrong(expr, std::string(fact_type_name(left->type)) + "和" + std::string(fact_type_name(right->type)) +
                           "不能这样计算");
  }

  static FactSignature number_result(ExprKind kind, const FactSignature& left, const FactSignature& right) {
    const bool counts = left.type == FactType::Count && right.type == FactType::Count;
    if (counts) return plain(kind == ExprKind::Divide ? FactType::Number : FactType::Count);
    const bool sum = kind == ExprKind::Add || kind == ExprKind::Subtract;
    const bool any_ratio = left.type == FactType::Ratio || right.type == FactType::Ratio;
    const bool all_ratio = left.type == FactType::Ratio && right.type == FactType::Ratio;
    return plain((sum && any_ratio) || all_ratio ? FactType::Ratio : FactType::Number);
  }

  Signature comparison(const Expr& expr, const NameScope* scope) {
    const Signature left = check_operand(*expr.children[0], scope);
    const Signature right = check_operand(*expr.children[1], scope);
    if (left && right && !left->any && !right->any) {
      const bool zero = (left->type == FactType::Amount && is_zero_literal(*expr.children[1])) ||
                        (right->type == FactType::Amount && is_zero_literal(*expr.children[0]));
      const bool fits = left->type == right->type || zero || (is_number(*left) && is_number(*right)) ||
                        (is_text(*left) && is_text(*right));
      if (!fits) {
        const bool amount = left->type == FactType::Amount || right->type == FactType::Amount;
        wrong(expr,
              std::string(fact_type_name(left->type)) + "和" + std::string(fact_type_name(right->type)) + "不能比较",
              amount ? "金额与数比较要写单位，如 > 50万元" : std::string());
      }
    }
    return plain(FactType::Boolean);
  }

  Signature check_operand(const Expr& expr, const NameScope* scope) {
    // [级次] alone in a comparison is the variable's own text.
    if (expr.kind == ExprKind::Name && expr.name.size() == 1 && expr.name.front().variable) {
      variables(expr.name, expr, scope);
      return plain(FactType::Text);
    }
    return check(expr, scope);
  }

  /// A text argument: '…', a bare word, a variable, a text field, or an expression giving a text.
  void text_argument(const Expr& expr, const NameScope* scope) {
    if (expr.kind == ExprKind::Number && expr.text.empty()) return;
    if (expr.kind == ExprKind::Name) {
      variables(expr.name, expr, scope);
      if (expr.name.size() == 1) return;
      if (!catalog_.resolve(expr.name, scope)) name(expr, scope);
      return;
    }
    const Signature found = check(expr, scope);
    if (found && !is_text(*found)) wrong(expr, "这里要文字，不是" + std::string(fact_type_name(found->type)));
  }

  Signature call(const Expr& expr, const NameScope* scope) {
    const FunctionInfo* info = find_function(expr.text);
    if (info == nullptr) return wrong(expr, "没有函数“" + expr.text + "”", did_you_mean(expr.text, function_names()));
    if (expr.children.size() < info->least || expr.children.size() > info->most) {
      return wrong(expr, "函数“" + expr.text + "”的参数个数不对", "写法：" + std::string(info->usage));
    }
    switch (info->function) {
      case Function::Sum:
      case Function::Count:
      case Function::Average:
      case Function::Filter:
      case Function::First:
      case Function::Last:
      case Function::Join:
        return list_call(expr, *info, scope);
      case Function::Authored:
      case Function::AuthoredBase:
      case Function::AuthoredUnit:
      case Function::RowValue:
      case Function::RowBase:
      case Function::HasAuthored:
      case Function::HasAuthoredUnit:
      case Function::HasRow:
        return path_call(expr, *info, scope);
      default:
        return value_call(expr, *info, scope);
    }
  }

  Signature path_call(const Expr& expr, const FunctionInfo& info, const NameScope* scope) {
    if (expr.children.empty()) return any_type();
    const Expr& path = *expr.children[0];
    if (path.kind != ExprKind::Name && path.kind != ExprKind::Text) {
      return wrong(path, "这里要写账本里的路径", "写法：" + std::string(info.usage));
    }
    variables(path.name, path, scope);
    const bool asks = info.function == Function::HasAuthored || info.function == Function::HasAuthoredUnit ||
                      info.function == Function::HasRow;
    return asks ? plain(FactType::Boolean) : any_type();
  }

  Signature list_call(const Expr& expr, const FunctionInfo& info, const NameScope* scope) {
    const Signature list = check(*expr.children[0], scope);
    if (!list) return std::nullopt;
    if (!is(*list, FactType::List)) {
      return wrong(*expr.children[0],
                   "“" + expr.text + "”要的是列表，这里是" + std::string(fact_type_name(list->type)));
    }
    NameScope inner{scope, {}, FactSignature{FactType::Record, list->fields, false}};
    const bool takes_condition = info.function == Function::Count || info.function == Function::Filter;
    Signature element = FactSignature{FactType::Record, list->fields, false};
    if (expr.children.size() > 1) {
      if (takes_condition) {
        boolean(*expr.children[1], &inner, expr.text);
      } else {
        element = check(*expr.children[1], &inner);
      }
    } else if (info.function == Function::Sum) {
      return wrong(expr, "“和”要写加什么", "写法：" + std::string(info.usage));
    }
    switch (info.function) {
      case Function::Count:
        return plain(FactType::Count);
      case Function::Filter:
        return list;
      case Function::Join:
        text_argument(*expr.children[2], scope);
        return plain(FactType::Text);
      case Function::Average:
        if (element && element->type == FactType::Count) return plain(FactType::Number);
        return element;
      default:
        return element;
    }
  }

  Signature value_call(const Expr& expr, const FunctionInfo& info, const NameScope* scope) {
    const auto& arguments = expr.children;
    switch (info.function) {
      case Function::Exists:
        check(*arguments[0], scope);
        return plain(FactType::Boolean);
      case Function::Default:
      case Function::Smallest:
      case Function::Largest: {
        Signature result = check(*arguments[0], scope);
        for (std::size_t i = 1; i < arguments.size(); ++i) {
          const Signature other = check(*arguments[i], scope);
          if (result && result->any && other) result = other;
        }
        return result;
      }
      case Function::Absolute:
        return check(*arguments[0], scope);
      case Function::Round:
        check(*arguments[1], scope);
        return check(*arguments[0], scope);
      case Function::ChangeFrom:
        for (const ExprPtr& argument : arguments) {
          const Signature found = check(*argument, scope);
          if (found && !is(*found, FactType::Amount)) wrong(*argument, "“较”要两个金额");
        }
        return plain(FactType::Change);
      case Function::InitialBudget:
      case Function::FullBudget:
        return texts(expr, scope, FactType::Amount);
      case Function::Concatenate:
        for (const ExprPtr& argument : arguments) check_operand(*argument, scope);
        return plain(FactType::Text);
      case Function::MakeDate:
        for (const ExprPtr& argument : arguments) check(*argument, scope);
        return plain(FactType::Date);
      case Function::OneOf:
      case Function::Contains:
      case Function::IsGlossaryTerm:
      case Function::IsSubjectCode:
        return texts(expr, scope, FactType::Boolean);
      case Function::BusinessFigure:
        return texts(expr, scope, FactType::Number);
      default:
        return texts(expr, scope, FactType::Text);
    }
  }

  Signature texts(const Expr& expr, const NameScope* scope, FactType result) {
    for (const ExprPtr& argument : expr.children) text_argument(*argument, scope);
    return plain(result);
  }

  const FactCatalog& catalog_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<FactSignature> FactCatalog::check_expression(const Expr& expr, const NameScope* scope,
                                                           Diagnostics& diagnostics) const {
  return TypeChecker(*this, diagnostics).check(expr, scope);
}

}  // namespace gongkai
