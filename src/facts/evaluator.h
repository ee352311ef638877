// The working part of a FactBook: finds, computes and keeps facts. Implemented in evaluator*.cc, each file one concern.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "expr/ast.h"
#include "facts/budget_tree.h"
#include "facts/catalog.h"
#include "facts/definition.h"
#include "facts/fact_book.h"
#include "facts/functions.h"
#include "facts/indicators.h"
#include "facts/ledger_index.h"
#include "facts/outcome.h"

namespace gongkai {

struct FactBook::Impl {
 public:
  Impl(const FactCatalog& catalog, const Ledger& ledger, const FactBook* prior, BookSettings settings,
       Diagnostics& diagnostics);

  const Fact* find(std::string_view name);
  const Fact* evaluate(const Expr& expr, const Scope* scope, Diagnostics& diagnostics);
  bool holds(const Expr& expr, const Scope* scope, Diagnostics& diagnostics);
  std::vector<std::string_view> names() const;

  const FactCatalog& catalog;
  const Ledger& ledger;
  const FactBook* prior;
  const BookSettings settings;

 private:
  // evaluator.cc: names, definitions, memory.
  const Fact* compute(const std::string& name);
  const Fact* compute_definition(FactCatalog::Match match, const std::string& name);
  template <typename Use>
  auto in_scope(const Scope* scope, Diagnostics& diagnostics, Use use);
  const Fact* find_list_element(const std::string& name);
  const Fact* remember(const std::string& name, Fact* fact);
  Fact& new_fact(std::string name, FactType type);
  Fact& fact_from(std::string name, Outcome outcome);
  void apply_control_total(Fact& fact);
  const Fact* report_cycle(const std::string& name);
  std::optional<std::string> filled(const NamePattern& pattern, const Environment* environment, Span at,
                                    const char* hint = "");

  // evaluator_names.cc: names in scope.
  const Fact* lookup(const Expr& expr, const Environment& environment);
  const Fact* lookup_in_scope(std::string_view name, const Environment& environment, bool& found);
  std::optional<Outcome> bound_text(const std::string& name, const Environment& environment);
  std::optional<std::string> variable(const std::string& name, const Environment* environment);
  std::string text_of(const Expr& expr, const Environment& environment);
  std::vector<std::string> path_of(const Expr& expr, const Environment& environment);

  // evaluator_expressions.cc: operators.
  Outcome eval(const Expr& expr, const Environment& environment, FactType expected);
  Outcome eval_name(const Expr& expr, const Environment& environment);
  Outcome eval_select(const Expr& expr, const Environment& environment);
  Outcome eval_arithmetic(const Expr& expr, const Environment& environment, FactType expected);
  Outcome eval_comparison(const Expr& expr, const Environment& environment);
  Outcome eval_operand(const Expr& expr, const Environment& environment);
  Outcome eval_condition(const Expr& expr, const Environment& environment, FactType expected);
  bool eval_holds(const Expr& expr, const Environment& environment);
  Outcome sum_entries(const std::vector<const LedgerEntry*>& entries) const;

  // evaluator_calls.cc, evaluator_list_calls.cc: functions.
  Outcome eval_call(const Expr& expr, const Environment& environment, FactType expected);
  Outcome call_list(Function function, const Expr& expr, const Environment& environment, FactType expected);
  Outcome call_value(Function function, const Expr& expr, const Environment& environment, FactType expected);
  Outcome call_change(const Expr& expr, const Environment& environment);
  Outcome call_number(Function function, const Expr& expr, const Environment& environment, FactType expected);
  Outcome call_subject(Function function, const Expr& expr, const Environment& environment);
  Outcome call_text(Function function, const Expr& expr, const Environment& environment);
  Outcome call_authored(Function function, const Expr& expr, const Environment& environment, FactType expected);
  Outcome concatenate(const std::vector<const Fact*>& facts, std::string_view separator);
  Outcome fold_elements(Function function, const Expr& expr, const std::vector<FactRecord>& records,
                        const Environment& environment, FactType expected);
  Outcome fold_numbers(Function function, const std::vector<Outcome>& values, FactType expected);
  Outcome element_value(const Expr& expr, const FactRecord& record, std::int64_t ordinal,
                        const Environment& environment, FactType expected);
  Outcome glossary_text(const std::string& term);
  std::string subject_path(const std::string& code) const;

  // evaluator_authored.cc: what the unit wrote.
  Outcome authored(const AuthoredValue* node, const std::string& what);
  Outcome authored_scalar(const AuthoredValue& node);
  std::vector<FactRecord> text_elements(const AuthoredValue& node);
  Outcome business_figure(const std::string& name);
  AuthoredInput authored_input(const AuthoredValue& node, const std::string& what) const;
  void attach_quotes(Outcome& outcome, Span at);
  const AuthoredValue* row_of(const Environment& environment) const;
  static const AuthoredValue* descend(const AuthoredValue* node, const std::vector<std::string>& path);

  // evaluator_lists.cc: the elements of lists.
  std::vector<FactRecord> build_list(const ListDefinition& list, const Environment& environment,
                                     const std::string& name);
  std::vector<FactRecord> authored_elements(const ListDefinition& list, const Environment& environment,
                                            const std::string& name);
  std::vector<std::string> subject_codes(const std::vector<SubjectSource>& sources, const Environment& environment);
  FactRecord build_element(const ListDefinition& list, const Environment& environment, const std::string& name,
                           std::int64_t ordinal, const Bindings& bindings, const AuthoredValue* row);
  void add_field(FactRecord& record, const FieldDefinition& field, const Environment& environment,
                 const std::string& prefix, bool named);

  // evaluator_indicators.cc: performance indicators and their scores.
  struct IndicatorTable;
  IndicatorRow indicator_row(const AuthoredValue& node);
  FactRecord indicator_record(const IndicatorTable& table, std::size_t at, const std::string& prefix);
  std::string unit_of_indicator(const AuthoredValue& node);
  Outcome indicator_value(const AuthoredValue& node, const std::string& key, const std::string& unit);
  Outcome authored_text(const AuthoredValue* node, const std::string& what);
  std::vector<FactRecord> indicator_rows(const ListDefinition& list, const Environment& environment,
                                         const std::string& name);

  // evaluator_suffixes.cc: 上年, 较…, 完成…, 占….
  const Fact* compute_suffix(const std::string& name);
  const Fact* share_of(const std::string& name, const Fact& part, const Fact& whole);
  Fact* amount_suffix(const std::string& name, const Fact& base, std::string_view suffix);
  Fact* prior_year(const std::string& name, const Fact& base);
  Fact* change_from(const std::string& name, const Fact& current, const Fact* base, std::string_view base_name);
  Fact* change_suffix(const std::string& name, const Fact& change, std::string_view suffix);
  Fact* change_amount(const std::string& name, const Fact& change, bool absolute);
  Fact* change_rate(const std::string& name, const Fact& change);
  Fact* completion(const std::string& name, const Fact& base, std::string_view budget);
  Fact* completion_case(const std::string& name, const Fact& rate);
  Fact* own_share(const std::string& name, const Fact& base);

  // evaluator_reasons.cc: written and inherited reasons.
  Fact* reason(const std::string& name, const Fact& change);
  const AuthoredValue* written_reason(const std::string& fact_name, std::string_view base_name, std::string& what);
  const AuthoredValue* reason_in(const AuthoredValue* node, std::string_view key) const;
  std::vector<std::pair<const AuthoredValue*, std::string>> reason_places(const std::string& fact_name);

  // evaluator_drivers.cc: which ledger lines make up a change.
  struct DriverItem {
    std::string code;
    std::string name;
    std::string dimension;
    Money difference;
    Money total;
    std::vector<AuthoredInput> authored;
  };
  Fact* drivers(const std::string& name, const Fact& change);
  const Fact* decomposed(const std::string& name);
  Outcome economic_view(const Fact& fact) const;
  std::vector<FactRecord> driver_records(const std::string& name, const Fact& current, const Fact& before);
  FactRecord driver_record(const std::string& name, const DriverItem& item);

  // evaluator_budgets.cc: the cover rule of 年初预算.
  Outcome budget(Book book, const std::string& fund, const std::string& code);
  std::optional<Outcome> budget_of_fund(Book book, const std::string& fund, const std::string& code);

  void report(std::string code, Span at, std::string message, std::string hint = {}) {
    sink_->error(std::move(code), at, std::move(message), std::move(hint));
  }
  bool no_prior_unit() const;

  LedgerIndex index_;
  Diagnostics* sink_;
  std::deque<Fact> facts_;
  std::unordered_map<std::string_view, const Fact*> memory_;  ///< by names that facts_ and other_names_ keep
  std::deque<std::string> other_names_;                       ///< of fields that are facts of another name
  std::vector<std::string_view> in_progress_;                 ///< names kept by the find() that computes them
  std::size_t figures_in_texts_ = 0;  ///< names the figures inside texts, so that texts can be joined again
  std::unordered_map<const Fact*, std::string> wholes_;              ///< 本表合计 of list fields, by name
  std::unordered_set<const FactDefinition*> listed_;                 ///< lists already built for find_list_element()
  std::map<std::pair<Book, std::string>, BudgetTree> budget_trees_;  ///< by book and fund
};

}  // namespace gongkai
