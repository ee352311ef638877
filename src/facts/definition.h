// One definition of facts.yaml, parsed: a name pattern and how its value comes about.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/source.h"
#include "expr/ast.h"
#include "facts/catalog.h"
#include "facts/fact.h"

namespace gongkai {

struct ListDefinition;

/// A path or name with variables: 年初预算.[资金].[编码]. Empty: not given.
using NamePattern = std::vector<NameSegment>;

/// One field of a list's elements.
struct FieldDefinition {
  std::string name;
  FactType type = FactType::Amount;
  std::shared_ptr<const Expr> expr;
  std::shared_ptr<const ListDefinition> list;  ///< set: a list inside the element
  NamePattern whole;                           ///< 本表合计: the divisor of 占比
  std::string unit;                            ///< 单位
  std::string meaning;
  Span span;
};

enum class ListKind {
  Glossary,    ///< 词条: the pack's glossary terms in order; variable [项]
  Items,       ///< 项: names or codes written in facts.yaml; variable [项]
  Subjects,    ///< 科目: the codes the ledger uses; variable [编码]
  Authored,    ///< 账行, 单位账行, 本行: what the unit wrote, one element an entry; variable [键] for maps
  Indicators,  ///< 指标行: performance indicators with their scores
  Expression   ///< 式: another list, filtered
};

struct SubjectSource {
  std::vector<std::string> books;   ///< 账
  NameSegment fund;                 ///< 资金; empty text: all
  NameSegment column;               ///< 列; empty text: all
  std::vector<NameSegment> under;   ///< 上级: only codes below these; empty: all
  std::vector<std::size_t> digits;  ///< 级 as number of digits
};

enum class AuthoredRoot { Year, Unit, Row };

struct ListDefinition {
  ListKind kind = ListKind::Items;
  Span span;
  std::vector<std::string> items;
  std::vector<SubjectSource> subjects;  ///< their codes together
  AuthoredRoot root = AuthoredRoot::Year;
  NamePattern path;
  std::string or_self;  ///< 或本身: without `path` the element itself, if it has this key
  std::shared_ptr<const Expr> expr;
  NamePattern element_name;  ///< 名: what the fields of an element are called; default <list>.<key>
  std::vector<FieldDefinition> fields;
  std::shared_ptr<const std::map<std::string, FactSignature>> signature;
};

struct FactDefinition {
  std::string name;  ///< as written: 支出.[资金].[编码]
  NamePattern pattern;
  FactType type = FactType::Amount;
  std::string unit;
  std::string meaning;  ///< 说
  std::shared_ptr<const Expr> expr;
  std::shared_ptr<const ListDefinition> list;
  NamePattern whole;                 ///< 本表合计
  std::vector<NamePattern> reasons;  ///< 原因处: authored maps that may hold 变动原因 and 差异原因
  NamePattern drivers;               ///< 分解: the fact whose ledger lines explain this one's change
  Span span;
};

/// What a pattern variable may stand for.
struct VariableDomain {
  enum class Kind { Values, FunctionCode, EconomicCode, Any };
  Kind kind = Kind::Any;
  std::vector<std::string> values;
  bool accepts(std::string_view text) const;
};

}  // namespace gongkai
