// The authored figures below a fact: what a finding can point at.
#pragma once

#include <set>
#include <vector>

#include "facts/fact.h"

namespace gongkai {

/// One authored amount and how it takes part in left − right of a rule.
struct AuthoredLine {
  const AuthoredInput* input = nullptr;
  Money amount;
  int sign = 1;  ///< +1 or -1
};

/// The authored lines below facts, without repeats, in the order of first use.
class AuthoredLines {
 public:
  explicit AuthoredLines(LedgerUnit unit) : unit_(unit) {}

  /// Adds the lines below `fact`; `sign` is the side the fact stands on.
  void collect(const Fact& fact, int sign);
  const std::vector<AuthoredLine>& lines() const { return lines_; }

 private:
  void add(const AuthoredInput& input, int sign);

  LedgerUnit unit_;
  std::set<const Fact*> seen_;
  std::set<Span> spans_;
  std::vector<AuthoredLine> lines_;
};

}  // namespace gongkai
