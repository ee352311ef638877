// The definitions of facts: base/facts.yaml and what packs add or override.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "expr/ast.h"
#include "facts/fact.h"

namespace gongkai {

struct FactDefinition;

/// What is known of a name before any ledger: used to check templates when a pack is loaded.
struct FactSignature {
  FactType type = FactType::Amount;
  /// Fields of the elements, for a List; shared so that nested lists can refer to themselves.
  std::shared_ptr<const std::map<std::string, FactSignature>> fields;
};

/// Names a template may use at one place: loop variables and element fields, innermost first.
struct NameScope {
  const NameScope* outer = nullptr;
  std::string variable;     ///< 作
  FactSignature element;    ///< a Record
};

class FactCatalog {
 public:
  /// Adds the definitions of one facts.yaml; a later file overrides an earlier one. Reports E05xx.
  void load(FileId file, const Sources& sources, Diagnostics& diagnostics);

  /// Whether every name used by the definitions themselves is known; call once after the last load().
  void check(Diagnostics& diagnostics) const;

  /// The signature of a name in a scope; empty when unknown.
  std::optional<FactSignature> resolve(std::string_view name, const NameScope* scope) const;

  /// The signature of an expression; reports unknown names (with “是不是…？”) and wrong types at their spans.
  std::optional<FactSignature> check_expression(const Expr& expr, const NameScope* scope,
                                                Diagnostics& diagnostics) const;

  const std::vector<std::shared_ptr<const FactDefinition>>& definitions() const { return definitions_; }

 private:
  std::vector<std::shared_ptr<const FactDefinition>> definitions_;
};

}  // namespace gongkai
