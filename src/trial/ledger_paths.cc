#include "trial/ledger_paths.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/suggest.h"
#include "facts/definition.h"
#include "facts/functions.h"
#include "input/schema.h"

namespace gongkai {
namespace {

constexpr std::string_view kUnitOfTheYear = "单位";

/// Where a path leaves the schema: the segment, and the keys there would be.
struct Stray {
  std::size_t depth = 0;
  std::vector<std::string> keys;
};

class PathFollower {
 public:
  explicit PathFollower(const NamePattern& path) : path_(path) {}

  bool leads_through(const Shape& shape, std::size_t depth) {
    if (depth == path_.size()) return true;
    if (shape.type == ValueType::List) return leads_through(shape.element.front(), depth);
    const bool known = std::ranges::any_of(
        shape.fields, [&](const Field& field) { return fits(field, depth) && leads_through(field.shape, depth + 1); });
    if (known) return true;
    for (const KeyPattern& pattern : shape.patterns) {
      if (fits(pattern, depth) && leads_through(pattern.shape, depth + 1)) return true;
    }
    remember(shape, depth);
    return false;
  }

  const Stray& stray() const { return stray_; }

 private:
  bool fits(const Field& field, std::size_t depth) const {
    return path_[depth].variable || path_[depth].text == field.key;
  }

  bool fits(const KeyPattern& pattern, std::size_t depth) const {
    const NameSegment& segment = path_[depth];
    const bool digits = !segment.text.empty() && segment.text.find_first_not_of("0123456789") == std::string::npos;
    const bool code = pattern.kind == KeyKind::FunctionCode || pattern.kind == KeyKind::EconomicCode ||
                      pattern.kind == KeyKind::NewCode || pattern.kind == KeyKind::Ordinal;
    return segment.variable || !code || digits;
  }

  /// The deepest point a path reached is where it went wrong.
  void remember(const Shape& shape, std::size_t depth) {
    if (!stray_.keys.empty() && depth < stray_.depth) return;
    if (depth > stray_.depth) stray_.keys.clear();
    stray_.depth = depth;
    for (const Field& field : shape.fields) stray_.keys.push_back(field.key);
  }

  const NamePattern& path_;
  Stray stray_;
};

class PathChecker {
 public:
  explicit PathChecker(Diagnostics& diagnostics)
      : unit_(unit_schema()), year_(year_schema()), diagnostics_(diagnostics) {}

  void check(const FactDefinition& definition) {
    for (const NamePattern& path : definition.reasons) check_path(path, AuthoredRoot::Year, definition.span);
    if (definition.expr) check(*definition.expr);
    if (definition.list) check(*definition.list);
  }

 private:
  void check(const ListDefinition& list) {
    const bool authored = list.kind == ListKind::Authored || list.kind == ListKind::Indicators;
    if (authored && list.root != AuthoredRoot::Row) check_path(list.path, list.root, list.span);
    if (list.expr) check(*list.expr);
    for (const FieldDefinition& field : list.fields) {
      if (field.expr) check(*field.expr);
      if (field.list) check(*field.list);
    }
  }

  void check(const Expr& expr) {
    for (const ExprPtr& child : expr.children) check(*child);
    const FunctionInfo* info = expr.kind == ExprKind::Call ? find_function(expr.text) : nullptr;
    if (info == nullptr || expr.children.empty() || expr.children[0]->kind != ExprKind::Name) return;
    const Expr& path = *expr.children[0];
    switch (info->function) {
      case Function::Authored:
      case Function::AuthoredBase:
      case Function::HasAuthored:
        return check_path(path.name, AuthoredRoot::Year, path.span);
      case Function::AuthoredUnit:
      case Function::HasAuthoredUnit:
        return check_path(path.name, AuthoredRoot::Unit, path.span);
      default:
        return;
    }
  }

  void check_path(const NamePattern& path, AuthoredRoot root, Span span) {
    if (path.empty() || path.front().variable) return;
    const bool unit = root == AuthoredRoot::Unit;
    if (!unit && path.front().text == kUnitOfTheYear) return;  // the year's own words over unit.yaml
    PathFollower follower(path);
    if (follower.leads_through(unit ? unit_ : year_, 0)) return;
    const std::string& key = path[follower.stray().depth].text;
    const std::string file = unit ? "unit.yaml " : "年度文件";
    const std::string guess = did_you_mean(key, follower.stray().keys);
    diagnostics_.error("E0504", span, file + "里写不出“" + to_text(path) + "”：没有“" + key + "”这个键",
                       guess.empty() ? "账本能写的键见数据字典" : guess);
  }

  Shape unit_;
  Shape year_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_ledger_paths(const FactCatalog& catalog, Diagnostics& diagnostics) {
  PathChecker checker(diagnostics);
  for (const auto& definition : catalog.definitions()) checker.check(*definition);
}

}  // namespace gongkai
