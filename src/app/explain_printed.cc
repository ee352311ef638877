#include "app/explain_printed.h"

#include <algorithm>
#include <set>
#include <vector>

#include "compare/printed_search.h"
#include "facts/explain.h"

namespace gongkai {
namespace {

/// Beyond so many, a reader narrows the question rather than read on.
constexpr std::size_t kMostPlaces = 20;

std::vector<const Fact*> facts_of(const PrintedMatch& match) {
  std::vector<const Fact*> facts;
  for (const PrintedPart& part : match.parts) facts.push_back(part.fact);
  return facts;
}

bool is_figure(const Fact& fact) {
  return fact.type == FactType::Amount || fact.type == FactType::Ratio || fact.type == FactType::Change ||
         fact.type == FactType::Number;
}

std::string place_line(const PrintedMatch& match) {
  return (match.page.empty() ? "" : match.page + "　") + match.where;
}

std::string candidates(const std::vector<PrintedMatch>& matches) {
  std::string out;
  for (std::size_t i = 0; i < matches.size() && i < kMostPlaces; ++i) {
    const PrintedMatch& match = matches[i];
    out += "  " + std::to_string(i + 1) + ". " + place_line(match) + "\n     " + match.context;
    std::set<const Fact*> named;
    for (const PrintedPart& part : match.parts) {
      if (named.insert(part.fact).second) out += (named.size() == 1 ? "　← " : "、") + part.fact->name;
    }
    out += "\n";
  }
  if (matches.size() > kMostPlaces) out += "  还有 " + std::to_string(matches.size() - kMostPlaces) + " 处没有列出\n";
  return out;
}

std::string not_there(const std::string& words, const std::string& page, const std::vector<PrintedMatch>& elsewhere) {
  if (page.empty()) return "印出的文件里没有“" + words + "”；请照文件上印的抄，数要抄完整\n";
  if (elsewhere.empty()) return "第" + page + "页没有“" + words + "”，别的页也没有；请照文件上印的抄，数要抄完整\n";
  return "第" + page + "页没有“" + words + "”；它印在：\n" + candidates(elsewhere);
}

std::string explanation(const Disclosure& disclosure, const PrintedMatch& match) {
  if (match.parts.empty()) {
    const std::string place = disclosure.sources.describe(match.source);
    return "这里没有由账本来的数" + (place.empty() ? "\n" : "；这些字写在 " + place + "\n");
  }
  // Of a whole sentence a reader asks for the figures before the year and the words.
  std::vector<PrintedPart> parts = match.parts;
  std::ranges::stable_partition(parts, [](const PrintedPart& part) { return is_figure(*part.fact); });
  std::string out;
  std::set<const Fact*> done;
  for (const PrintedPart& part : parts) {
    if (!done.insert(part.fact).second) continue;
    out += "\n“" + part.text + "”\n";
    out += explain_text(*part.fact, disclosure.sources, disclosure.document->print);
  }
  return out;
}

}  // namespace

PrintedAnswer explain_printed(const Disclosure& disclosure, const PageIndex& pages, const std::string& words,
                              const std::string& page) {
  const std::vector<PrintedMatch> matches = find_printed(*disclosure.document, &pages, words, page);
  if (matches.empty()) {
    const auto elsewhere =
        page.empty() ? std::vector<PrintedMatch>() : find_printed(*disclosure.document, &pages, words);
    return {PrintedOutcome::NotThere, not_there(words, page, elsewhere)};
  }
  const auto facts = facts_of(matches.front());
  const bool one = std::ranges::all_of(matches, [&](const PrintedMatch& match) { return facts_of(match) == facts; });
  if (!one) {
    return {PrintedOutcome::Ambiguous, "“" + words + "”印在 " + std::to_string(matches.size()) +
                                           " 处，来历不同；请写上页码（第几页），或多引前后几个字：\n" +
                                           candidates(matches)};
  }
  std::string out;
  for (std::size_t i = 0; i < matches.size() && i < kMostPlaces; ++i) {
    out += place_line(matches[i]) + "\n    " + matches[i].context + "\n";
  }
  return {PrintedOutcome::Explained, out + explanation(disclosure, matches.front())};
}

}  // namespace gongkai
