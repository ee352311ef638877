// The fact book: every figure of a disclosure by name, evaluated once on first use.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "expr/ast.h"
#include "facts/fact.h"
#include "model/ledger.h"

namespace gongkai {

class FactCatalog;  // facts/catalog.h: the definitions of base and pack, checked

/// Names visible at a place of a template: loop elements, innermost first, then the book.
struct Scope {
  const Scope* outer = nullptr;
  const FactRecord* element = nullptr;
  std::string_view name;     ///< 作 <name>; "" when unnamed
  std::int64_t ordinal = 0;  ///< 序号 in its loop, from 1
};

/// What a pack lends a book besides definitions.
struct BookSettings {
  std::map<std::string, std::string> glossary;  ///< 词条名或项编码 -> 释义
  std::vector<std::string> glossary_order;      ///< 词条名 in printing order
  std::map<std::string, std::string> options;   ///< 选项 -> the pack's default
};

/// One unit, one year. Not thread-safe; one book a thread. Facts stay at their address for the book's life.
class FactBook {
 public:
  /// `prior` is last year's book or nullptr; both outlive this book. Problems of evaluation go to `diagnostics`.
  FactBook(const FactCatalog& catalog, const Ledger& ledger, const FactBook* prior, Diagnostics& diagnostics,
           BookSettings settings = {});
  ~FactBook();
  FactBook(const FactBook&) = delete;
  FactBook& operator=(const FactBook&) = delete;

  /// The fact of this name, suffixes included (收支总计.较上年.差额).
  /// nullptr when no definition matches the name; a fact that exists() == false when it has no value.
  const Fact* find(std::string_view name) const;

  /// Evaluates a template expression. A plain name yields that fact itself; anything else an anonymous fact.
  /// nullptr after reporting an unknown name at the expression's span.
  const Fact* evaluate(const Expr& expr, const Scope* scope, Diagnostics& diagnostics) const;

  /// Evaluates a condition; absent operands make a comparison false.
  bool holds(const Expr& expr, const Scope* scope, Diagnostics& diagnostics) const;

  /// Names of the facts computed so far, ascending; views for the book's life.
  std::vector<std::string_view> known_names() const;

  const Ledger& ledger() const;
  const BookSettings& settings() const;
  const FactBook* prior() const;
  const FactCatalog& catalog() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
