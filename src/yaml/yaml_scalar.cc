#include "yaml/yaml_scalar.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// A literal block's lines stand one for one below the line of its “|”.
std::vector<Span> block_lines(std::string_view value, std::size_t first_line, const LineIndex& lines) {
  std::vector<Span> out;
  for (std::size_t i = first_line; !value.empty(); ++i) {
    const std::size_t end = value.find('\n');
    const std::string_view text = value.substr(0, end);
    const std::string_view source = lines.line(i);
    const std::size_t at = source.size() >= text.size() ? source.size() - text.size() : 0;
    out.push_back(lines.span(i, at, count_characters(text)));
    value = end == std::string_view::npos ? std::string_view() : value.substr(end + 1);
  }
  return out;
}

/// Characters of the scalar on its first line.
std::size_t first_line_length(const YamlEvent& event, const LineIndex& lines) {
  if (event.start.line == event.end.line) return event.end.column - event.start.column;
  const std::size_t all = count_characters(lines.line(event.start.line));
  return all - std::min(all, event.start.column);
}

}  // namespace

YamlNode locate_scalar(const YamlEvent& event, std::string text, const LineIndex& lines) {
  YamlNode node;
  node.kind = YamlKind::Scalar;
  node.style = event.style;
  node.text = std::move(text);
  if (event.style == YamlStyle::Plain || event.style == YamlStyle::Quoted) {
    node.folded = event.start.line != event.end.line;
    node.span = lines.span_of(event.start, first_line_length(event, lines));
  } else {
    node.span = lines.span_of(event.start);
    if (event.style == YamlStyle::Literal) node.lines = block_lines(node.text, event.start.line + 1, lines);
  }
  return node;
}

bool says_nothing(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

}  // namespace gongkai
