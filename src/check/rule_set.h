// Rules as data: what has to hold between the figures of a ledger. Packs add to the base's rules or replace one by its
// code.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "expr/ast.h"
#include "facts/catalog.h"

namespace gongkai {

enum class RuleKind {
  Equal,     ///< 相等: [a, b], with the 尾差 rule of a 万元 ledger
  NotAbove,  ///< 不大于: [a, b], likewise
  Must       ///< 须: a condition
};

struct LedgerRule {
  std::string code;  ///< "E0301": the letter is the severity
  Span span;
  std::string group;    ///< 组: the table it belongs to
  std::string meaning;  ///< 说: one line for the manual
  RuleKind kind = RuleKind::Must;
  std::vector<std::string> words;         ///< 每个: [一般公共预算, …]
  std::shared_ptr<const Expr> list;       ///< 每个: a list fact
  std::string variable;                   ///< 作
  std::shared_ptr<const Expr> condition;  ///< 若
  std::shared_ptr<const Expr> left;       ///< first of the pair, or the condition of Must
  std::shared_ptr<const Expr> right;
  std::shared_ptr<const Expr> place;  ///< 看: the fact at whose line to look
  std::string path;                   ///< 处: where to look otherwise, the deepest part of the path that is written
  bool in_unit_file = false;          ///< 处 begins with "单位资料."
  bool as_printed = false;            ///< 精度: 印出 — equal when they print the same in 万元
  std::string left_name;              ///< 左: what the first figure is called in the message
  std::string right_name;             ///< 右
  std::string message;                ///< 文: {变量} stands for the element, {式} for a value
  std::map<std::string, std::shared_ptr<const Expr>> quoted;  ///< the values 文 quotes, by what stands in the braces
  std::string hint;                                           ///< 改
};

/// A rule whose code an earlier file had.
struct ReplacedRule {
  std::string code;
  Span span;
  Span former;
};

struct RuleSet {
  std::vector<LedgerRule> rules;  ///< in the order of the files; a later file replaces a rule of the same code
  std::vector<ReplacedRule> replaced;
};

/// Loads and checks rules.yaml files, base first. Reports E05xx.
RuleSet load_rules(const World& world, const std::vector<std::string>& paths, const FactCatalog& catalog,
                   Sources& sources, Diagnostics& diagnostics);

/// What the author of the rules at his `own` places should know of their codes: which replace a rule of an upper pack
/// (N0502), and which are outside the numbers of rules (W0503).
void report_rule_codes(const RuleSet& set, const std::function<bool(const Span&)>& own, Diagnostics& diagnostics);

}  // namespace gongkai
