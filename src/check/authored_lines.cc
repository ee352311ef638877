#include "check/authored_lines.h"

#include <string_view>

namespace gongkai {
namespace {

/// "1132.06万元" -> the amount; facts keep what was authored as text.
Money amount_of(const AuthoredInput& input, LedgerUnit unit) {
  if (input.entry != nullptr) return input.entry->amount;
  std::string_view text = input.text;
  const std::size_t end = text.find_first_not_of("-0123456789.");
  return parse_amount(text.substr(0, end), unit).value.value_or(Money());
}

/// What is not a plain sum still counts on its side.
int direction(int sign) {
  return sign < 0 ? -1 : 1;
}

}  // namespace

void AuthoredLines::add(const AuthoredInput& input, int sign) {
  if (!spans_.insert(input.span).second) return;
  lines_.push_back({&input, amount_of(input, unit_), sign * direction(input.sign)});
}

void AuthoredLines::collect(const Fact& fact, int sign) {
  if (!seen_.insert(&fact).second) return;
  for (const AuthoredInput& input : fact.authored) add(input, sign);
  for (const FactInput& input : fact.inputs) {
    if (input.fact != nullptr) collect(*input.fact, sign * direction(input.sign));
  }
}

}  // namespace gongkai
