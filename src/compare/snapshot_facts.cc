#include "compare/snapshot_facts.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <variant>

namespace gongkai {
namespace {

bool is_figure(const Fact& fact) {
  const bool counted = fact.type == FactType::Amount || fact.type == FactType::Count || fact.type == FactType::Number ||
                       fact.type == FactType::Ratio || fact.type == FactType::Change;
  return counted && fact.exists();
}

/// Elements of lists are named by their place (支出.结构.3.金额); the figures in them have names of their own.
bool names_an_element(std::string_view name) {
  while (!name.empty()) {
    const auto dot = name.find('.');
    const std::string_view part = name.substr(0, dot);
    const bool digits = std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    if (digits && !part.empty() && part.size() < 3) return true;
    name = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  }
  return false;
}

std::string printed(const Fact& fact, const PrintStyle& style) {
  std::string text = print_in_prose(fact, style);
  if (fact.type == FactType::Amount) text += "万元";
  return text;
}

/// What a fact was computed from directly: names of figures, and paths of typed values, found by where they stand.
class InputNames {
 public:
  explicit InputNames(const std::map<Span, std::string>& paths) : paths_(paths) {}

  std::vector<std::string> of(const Fact& fact) {
    names_.clear();
    seen_.clear();
    add_inputs(fact);
    std::ranges::sort(names_);
    names_.erase(std::ranges::unique(names_).begin(), names_.end());
    return names_;
  }

 private:
  void add_inputs(const Fact& fact) {
    if (!seen_.insert(&fact).second) return;
    for (const FactInput& input : fact.inputs) add(input.fact);
    for (const AuthoredInput& input : fact.authored) {
      const auto path = paths_.find(input.span);
      names_.push_back(path == paths_.end() ? what_of(input) : path->second);
    }
    if (const auto* change = std::get_if<ChangeValue>(&fact.value)) {
      add(change->current);
      add(change->base);
    }
  }

  /// Texts and lists are not followed themselves: what they were made of is.
  void add(const Fact* input) {
    if (input == nullptr) return;
    if (is_figure(*input) && !names_an_element(input->name)) {
      names_.push_back(input->name);
    } else {
      add_inputs(*input);
    }
  }

  const std::map<Span, std::string>& paths_;
  std::vector<std::string> names_;
  std::set<const Fact*> seen_;
};

}  // namespace

std::vector<SnapFact> snapshot_facts(const FactBook& book, const PrintStyle& style,
                                     const std::map<Span, std::string>& paths) {
  std::vector<SnapFact> facts;
  InputNames inputs(paths);
  for (const std::string_view name : book.known_names()) {
    const Fact* fact = book.find(name);
    if (fact == nullptr || !is_figure(*fact) || names_an_element(name)) continue;
    facts.push_back({std::string(name), printed(*fact, style), inputs.of(*fact)});
  }
  return facts;
}

}  // namespace gongkai
