#include "document/authored_place.h"

#include <algorithm>

namespace gongkai {
namespace {

bool is_words(const Fact& fact) {
  return fact.type == FactType::Text || fact.type == FactType::LongText;
}

/// A reason taken over from another fact is written where that one's is.
Span place_of(const Fact& fact) {
  if (!is_words(fact)) return {};
  for (const AuthoredInput& input : fact.authored) {
    if (input.span.known()) return input.span;
  }
  for (const FactInput& input : fact.inputs) {
    const Span place = input.fact == nullptr ? Span{} : place_of(*input.fact);
    if (place.known()) return place;
  }
  return {};
}

}  // namespace

Span authored_place(const Run& run) {
  return run.fact == nullptr ? Span{} : place_of(*run.fact);
}

void point_at_authored(Diagnostic& diagnostic, const Run& run) {
  const Span place = authored_place(run);
  if (!place.known() || place.file == diagnostic.span.file) return;  // a 长文 is pointed at line by line
  if (diagnostic.span.known()) diagnostic.notes.push_back({diagnostic.span, "印在版式包的这里"});
  diagnostic.span = place;
}

void point_at_authored(Diagnostic& diagnostic, const Runs& runs) {
  const auto authored = std::ranges::find_if(runs, [](const Run& run) { return authored_place(run).known(); });
  if (authored != runs.end()) point_at_authored(diagnostic, *authored);
}

}  // namespace gongkai
