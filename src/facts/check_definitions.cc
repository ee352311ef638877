// Checking the definitions themselves: what they use is known and gives the type they promise.
#include "facts/catalog.h"
#include "facts/definition.h"

namespace gongkai {
namespace {

FactSignature plain(FactType type) {
  return FactSignature{type, nullptr, false};
}

/// The variables of a pattern as a scope of texts.
NameScope variable_scope(const NamePattern& pattern, const NameScope* outer, std::vector<std::string> more = {}) {
  auto fields = std::make_shared<std::map<std::string, FactSignature>>();
  for (const NameSegment& segment : pattern) {
    if (segment.variable) fields->emplace(segment.text, plain(FactType::Text));
  }
  for (const std::string& name : more) fields->emplace(name, plain(FactType::Text));
  return NameScope{outer, {}, FactSignature{FactType::Record, fields, false}};
}

bool assignable(FactType declared, const FactSignature& actual) {
  if (actual.any || declared == actual.type) return true;
  const auto number = [](FactType t) { return t == FactType::Count || t == FactType::Number || t == FactType::Ratio; };
  const auto text = [](FactType t) { return t == FactType::Text || t == FactType::LongText; };
  return (number(declared) && number(actual.type)) || (text(declared) && text(actual.type));
}

class DefinitionChecker {
 public:
  DefinitionChecker(const FactCatalog& catalog, Diagnostics& diagnostics)
      : catalog_(catalog), diagnostics_(diagnostics) {}

  void check(const FactDefinition& definition) {
    const NameScope scope = variable_scope(definition.pattern, nullptr);
    if (definition.expr) value(*definition.expr, definition.type, definition.name, definition.span, &scope);
    if (definition.list) list(*definition.list, &scope);
    reference(definition.whole, definition.span, &scope);
    reference(definition.drivers, definition.span, &scope);
  }

 private:
  void value(const Expr& expr, FactType declared, const std::string& name, Span at, const NameScope* scope) {
    const std::optional<FactSignature> found = catalog_.check_expression(expr, scope, diagnostics_);
    if (found && !assignable(declared, *found)) {
      diagnostics_.error("E0505", at,
                         "“" + name + "”写的类型是" + std::string(fact_type_name(declared)) + "，算出来的是" +
                             std::string(fact_type_name(found->type)),
                         "请改“类型”或式子");
    }
  }

  void list(const ListDefinition& list, const NameScope* scope) {
    std::vector<std::string> variables = {"项", "编码", "键", "三级"};
    NameScope element = variable_scope({}, scope, std::move(variables));
    if (list.kind == ListKind::Expression && list.expr) catalog_.check_expression(*list.expr, scope, diagnostics_);
    auto known = std::make_shared<std::map<std::string, FactSignature>>();
    NameScope fields{&element, {}, FactSignature{FactType::Record, known, false}};
    for (const FieldDefinition& field : list.fields) {
      if (field.expr) value(*field.expr, field.type, field.name, field.span, &fields);
      if (field.list) this->list(*field.list, &fields);
      reference(field.whole, field.span, &fields);
      known->emplace(field.name, FactSignature{field.type, field.list ? field.list->signature : nullptr, false});
    }
  }

  void reference(const NamePattern& name, Span at, const NameScope* scope) {
    if (name.empty() || catalog_.resolve(name, scope)) return;
    diagnostics_.error("E0504", at, "没有叫“" + to_text(name) + "”的事实", catalog_.guess(name, scope));
  }

  const FactCatalog& catalog_;
  Diagnostics& diagnostics_;
};

}  // namespace

void FactCatalog::check(Diagnostics& diagnostics) const {
  DefinitionChecker checker(*this, diagnostics);
  for (const auto& definition : definitions_) checker.check(*definition);
}

}  // namespace gongkai
