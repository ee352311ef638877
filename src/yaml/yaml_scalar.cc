#include "yaml/yaml_scalar.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// Offset of the closing quote, when there is one. '' inside single quotes and \" inside double ones do not close.
std::optional<std::size_t> closing_quote(std::string_view text, std::size_t opening) {
  const char quote = text[opening];
  for (std::size_t i = opening + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
      if (!doubled) return i;
      ++i;
    }
  }
  return std::nullopt;
}

/// A literal block's lines stand one for one below the line of its “|”.
std::vector<Span> block_lines(const std::string& value, std::size_t first_line, const LineIndex& lines) {
  std::vector<Span> out;
  std::string_view rest = value;
  for (std::size_t i = first_line; !rest.empty(); ++i) {
    const std::size_t end = rest.find('\n');
    const std::string_view text = rest.substr(0, end);
    const std::string_view source = lines.line(i);
    const std::size_t at = source.size() >= text.size() ? source.size() - text.size() : 0;
    out.push_back(lines.span(i, at, count_characters(text)));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return out;
}

void locate_quoted(YamlNode& node, std::size_t opening, const LineIndex& lines) {
  node.style = YamlStyle::Quoted;
  const auto closing = closing_quote(lines.text(), opening);
  if (!closing) {
    node.broken = true;
    return;
  }
  const std::string_view raw = lines.text().substr(opening, *closing - opening + 1);
  node.folded = raw.find('\n') != std::string_view::npos;
  node.span.length = static_cast<std::uint32_t>(count_characters(raw.substr(0, raw.find('\n'))));
}

}  // namespace

YamlNode locate_scalar(const std::string& value, bool non_plain, std::size_t line, std::size_t byte_column,
                       const LineIndex& lines) {
  YamlNode node;
  node.kind = YamlKind::Scalar;
  node.text = value;
  node.span = lines.span(line, byte_column, 1);
  const std::string_view source = lines.line(line);
  const std::string_view here = source.substr(std::min(byte_column, source.size()));
  if (!non_plain) {
    node.folded = !here.starts_with(value);
    node.span.length =
        static_cast<std::uint32_t>(std::max<std::size_t>(1, count_characters(node.folded ? here : value)));
  } else if (here.starts_with('|')) {
    node.style = YamlStyle::Literal;
    std::erase(node.text, '\r');
    node.lines = block_lines(node.text, line + 1, lines);
  } else if (here.starts_with('>')) {
    node.style = YamlStyle::Folded;
  } else if (!here.empty()) {
    locate_quoted(node, lines.start(line) + byte_column, lines);
  }
  return node;
}

}  // namespace gongkai
