// The definitions of facts: base/facts.yaml and what packs add or override.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  bool any = false;  ///< the type depends on what the unit writes (账(…) outside a definition)
};

/// Names a template may use at one place: loop variables and element fields, innermost first.
struct NameScope {
  const NameScope* outer = nullptr;
  std::string variable;   ///< 作
  FactSignature element;  ///< a Record
};

class FactCatalog {
 public:
  FactCatalog();
  ~FactCatalog();
  FactCatalog(const FactCatalog&);
  FactCatalog(FactCatalog&&) noexcept;
  FactCatalog& operator=(const FactCatalog&);
  FactCatalog& operator=(FactCatalog&&) noexcept;

  /// What a variable that is said to be 选项 may stand for: the options the pack and those it extends declare. Call before
  /// load().
  void set_options(std::vector<std::string> names);

  /// Adds the definitions of one facts.yaml; a later file overrides an earlier one. Reports E05xx. False when a syntax
  /// error cut the file: what lacks its definitions is not to be judged.
  bool load(FileId file, const Sources& sources, Diagnostics& diagnostics);

  /// Whether every name used by the definitions themselves is known; call once after the last load().
  void check(Diagnostics& diagnostics) const;

  /// The signature of a name in a scope; empty when unknown.
  std::optional<FactSignature> resolve(std::string_view name, const NameScope* scope) const;

  /// The signature of an expression; reports unknown names (with “是不是…？”) and wrong types at their spans.
  std::optional<FactSignature> check_expression(const Expr& expr, const NameScope* scope,
                                                Diagnostics& diagnostics) const;

  const std::vector<std::shared_ptr<const FactDefinition>>& definitions() const { return definitions_; }

  /// The variables of patterns and, in words, what each may stand for.
  std::map<std::string, std::string> variables() const;

  // For the evaluator and the checker of expressions.

  struct Match {
    const FactDefinition* definition = nullptr;
    Bindings bindings;
  };
  /// The most literal definition whose pattern fits the segments of a full name.
  std::optional<Match> match(const std::vector<std::string_view>& segments) const;
  /// The same for a name that may still have variables in it.
  std::optional<FactSignature> resolve(const std::vector<NameSegment>& name, const NameScope* scope) const;
  /// 沿用: the facts whose reason `name` takes over when it has none of its own.
  const std::vector<std::string>* inherits_from(std::string_view name) const;
  /// Lists whose elements have names of their own (项目绩效.<项目>.执行数).
  std::vector<const FactDefinition*> lists_with_named_elements() const;
  /// “是不是…？” with the nearest name that can be resolved in the scope, or empty.
  std::string guess(const std::vector<NameSegment>& name, const NameScope* scope) const;

 private:
  friend class FactsFileReader;
  struct Tables;

  void add(std::shared_ptr<const FactDefinition> definition);
  std::vector<std::string> candidates(const std::vector<NameSegment>& name, const NameScope* scope) const;
  std::optional<FactSignature> resolve_in_book(const std::vector<NameSegment>& name) const;
  std::optional<FactSignature> resolve_definition(const std::vector<NameSegment>& name) const;
  std::optional<FactSignature> resolve_element(const std::vector<NameSegment>& name) const;

  std::vector<std::shared_ptr<const FactDefinition>> definitions_;
  std::unique_ptr<Tables> tables_;
};

/// "支出.一般公共预算.208" -> its segments.
std::vector<std::string_view> split_name(std::string_view name);
/// Segments, a segment in half-width brackets being a variable.
std::vector<NameSegment> parse_name_pattern(std::string_view text);
/// Back to text.
std::string to_text(const std::vector<NameSegment>& name);

}  // namespace gongkai
