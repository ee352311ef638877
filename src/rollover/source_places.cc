#include "rollover/source_places.h"

#include <algorithm>
#include <string_view>

namespace gongkai {
namespace {

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Behind `characters` characters of the text from `at`.
std::size_t advance(std::string_view text, std::size_t at, std::size_t characters) {
  while (characters > 0 && at < text.size()) {
    ++at;
    while (at < text.size() && continues_character(text[at])) ++at;
    --characters;
  }
  return at;
}

/// Behind the quote that closes the one at `open`.
std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return text.size();
}

}  // namespace

std::size_t SourcePlaces::offset(const Span& span) const {
  return advance(lines_.text(), lines_.start(span.line - 1), span.column - 1);
}

std::size_t SourcePlaces::after_colon(const YamlEntry& entry) const {
  const std::size_t key = offset(entry.key_span);
  const char first = lines_.text()[key];
  const bool quoted = first == '"' || first == '\'';
  const std::size_t key_end =
      quoted ? end_of_quoted(lines_.text(), key) : advance(lines_.text(), key, entry.key_span.length);
  const std::size_t colon = lines_.text().find(':', key_end);
  return colon == std::string_view::npos ? key_end : colon + 1;
}

std::size_t SourcePlaces::end(const YamlEntry& entry) const {
  if (entry.value.kind != YamlKind::Null) return end(entry.value);
  return entry.key.empty() ? offset(entry.key_span) + 1 : after_colon(entry);
}

std::size_t SourcePlaces::end(const YamlNode& node) const {
  const std::size_t start = offset(node.span);
  if (node.kind == YamlKind::Scalar) {
    if (node.style == YamlStyle::Plain) return start + node.text.size();
    if (node.style == YamlStyle::Quoted) return end_of_quoted(lines_.text(), start);
    const std::size_t last = node.lines.empty() ? node.span.line : node.lines.back().line;
    return lines_.start(last - 1) + lines_.line(last - 1).size();
  }
  if (node.flow) return end_of_flow(start);
  return node.entries.empty() ? start : end(node.entries.back());
}

std::size_t SourcePlaces::end_of_flow(std::size_t open) const {
  const std::string_view text = lines_.text();
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    const char c = text[i];
    const bool begins_word = i == open || std::string_view(" \n,[{:").find(text[i - 1]) != std::string_view::npos;
    if ((c == '"' || c == '\'') && begins_word) {
      i = end_of_quoted(text, i) - 1;
    } else if (c == '#' && begins_word) {
      i = std::min(text.find('\n', i), text.size() - 1);
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace gongkai
