// Amounts typed by hand in prose.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// An amount with its unit in a text: "1,945.8万元".
struct TypedAmount {
  std::size_t at = 0;  ///< characters
  std::size_t length = 0;
  Money amount;
  Money last_digit;  ///< one unit of its last written digit
};
/// Those of a line, left to right; what stands in braces is a quoted fact and no typed amount.
std::vector<TypedAmount> find_typed_amounts(const std::string& line);

class TypedAmounts {
 public:
  /// Knows the amounts of the facts computed so far.
  explicit TypedAmounts(const FactBook& book);

  /// In reasons and uses no amount may be typed; elsewhere one that only just misses a fact is suspicious.
  void check(const std::string& path, const std::string& text, Span start, Diagnostics& diagnostics) const;

 private:
  const Fact* nearly(const TypedAmount& typed) const;
  std::vector<const Fact*> facts_;
};

}  // namespace gongkai
