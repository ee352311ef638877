#include "facts/quotes.h"

#include "base/utf8.h"

namespace gongkai {
namespace {

const Fact* quoted(const Fact& fact, std::string_view name) {
  for (const QuotedFact& quote : fact.quotes) {
    if (quote.name == name) return quote.fact;
  }
  return nullptr;
}

void append_words(std::vector<QuotedPiece>& pieces, std::string_view words) {
  if (words.empty()) return;
  if (!pieces.empty() && pieces.back().fact == nullptr) {
    pieces.back().text += words;
  } else {
    pieces.push_back({std::string(words), nullptr});
  }
}

std::vector<QuotedPiece> expand(const Fact& fact, std::string_view text, const PrintStyle& style) {
  std::vector<QuotedPiece> pieces;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    append_words(pieces, text.substr(0, open));
    const Fact* inner = quoted(fact, trim(text.substr(open + 1, close - open - 1)));
    if (inner == nullptr) {
      // An unknown name was reported when the text was read; its braces stay visible in a draft.
      append_words(pieces, text.substr(open, close + 1 - open));
    } else {
      pieces.push_back({print_in_prose(*inner, style), inner});
    }
    text.remove_prefix(close + 1);
  }
  append_words(pieces, text);
  return pieces;
}

}  // namespace

std::vector<QuotedPiece> expand_quotes(const Fact& fact, const PrintStyle& style) {
  const std::string* text = fact.text();
  return text == nullptr ? std::vector<QuotedPiece>() : expand(fact, *text, style);
}

std::vector<QuotedPiece> expand_quotes(const Fact& fact, const TextLine& line, const PrintStyle& style) {
  return expand(fact, line.text, style);
}

}  // namespace gongkai
