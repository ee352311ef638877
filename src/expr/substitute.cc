#include "expr/substitute.h"

#include <iterator>
#include <utility>

namespace gongkai {
namespace {

class Substitution {
 public:
  Substitution(const Arguments& arguments, Diagnostics& diagnostics)
      : arguments_(arguments), diagnostics_(diagnostics) {}

  ExprPtr copy(const Expr& expr) const {
    if (const Expr* whole = argument_of_whole(expr)) {
      ExprPtr result = Substitution(kNone, diagnostics_).copy(*whole);
      result->span = expr.span;
      return result;
    }
    auto result = std::make_unique<Expr>();
    result->kind = expr.kind;
    result->span = expr.span;
    result->text = expr.text;
    result->number = expr.number;
    for (std::size_t i = 0; i < expr.name.size(); ++i) add_segment(expr, i, result->name);
    if (expr.kind == ExprKind::Name) result->text = literal_name(result->name);
    for (const SelectFilter& filter : expr.filters) {
      result->filters.push_back({filter.dimension, copy(*filter.value)});
    }
    for (const ExprPtr& child : expr.children) result->children.push_back(copy(*child));
    return result;
  }

 private:
  const Expr* argument(const std::string& name) const {
    const auto found = arguments_.find(name);
    return found == arguments_.end() ? nullptr : found->second;
  }

  const Expr* argument_of_whole(const Expr& expr) const {
    const bool lone = expr.kind == ExprKind::Name && expr.name.size() == 1 && !expr.name.front().variable;
    return lone ? argument(expr.name.front().text) : nullptr;
  }

  /// A parameter counts as the first segment of a name and in [ ]; further on it is an ordinary word.
  void add_segment(const Expr& expr, std::size_t at, std::vector<NameSegment>& into) const {
    const NameSegment& segment = expr.name[at];
    const Expr* given = at == 0 || segment.variable ? argument(segment.text) : nullptr;
    if (given == nullptr) {
      into.push_back(segment);
      return;
    }
    if (given->kind == ExprKind::Name && (at == 0 || given->name.size() == 1)) {
      into.insert(into.end(), given->name.begin(), given->name.end());
      return;
    }
    if (given->kind == ExprKind::Text && segment.variable) {
      into.push_back({given->text, false});
      return;
    }
    diagnostics_.error("E0542", expr.span, "片段的参数“" + segment.text + "”在这里要一个事实名，给的不是",
                       "@用 时在这个位置写事实名，如 收支总计");
    into.push_back(segment);
  }

  inline static const Arguments kNone;
  const Arguments& arguments_;
  Diagnostics& diagnostics_;
};

}  // namespace

ExprPtr substitute(const Expr& expr, const Arguments& arguments, Diagnostics& diagnostics) {
  return Substitution(arguments, diagnostics).copy(expr);
}

}  // namespace gongkai
