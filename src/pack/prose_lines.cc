#include "pack/prose_lines.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

constexpr std::string_view kIdeographicSpace = "\u3000";

std::string_view trim_wide(std::string_view text) {
  text = trim(text);
  while (text.starts_with(kIdeographicSpace)) text = trim(text.substr(kIdeographicSpace.size()));
  while (text.ends_with(kIdeographicSpace)) text = trim(text.substr(0, text.size() - kIdeographicSpace.size()));
  return text;
}

std::string_view unquote(std::string_view text) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  if (text.starts_with(kOpen) && text.ends_with(kClose)) {
    return text.substr(kOpen.size(), text.size() - kOpen.size() - kClose.size());
  }
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') return text.substr(1, text.size() - 2);
  return text;
}

/// Cuts `text` at the last occurrence of the word " 词 "; returns what follows it.
std::string_view cut_at_word(std::string_view& text, std::string_view word) {
  const std::size_t at = text.rfind(word);
  if (at == std::string_view::npos) return {};
  const std::string_view after = trim(text.substr(at + word.size()));
  text = trim(text.substr(0, at));
  return after;
}

}  // namespace

std::vector<ProseLine> split_prose_lines(FileId file, const Sources& sources) {
  std::vector<ProseLine> lines;
  std::string_view rest = sources.file(file).text;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view whole = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::string_view text = trim_wide(whole);
    if (text.empty() || text == "@注" || text.starts_with("@注 ")) continue;
    const Span origin{.file = file, .line = number, .column = 1, .length = 1};
    lines.push_back({text, advance(origin, whole.substr(0, whole.find(text)), text)});
  }
  return lines;
}

std::optional<DirectiveLine> read_directive(const ProseLine& line) {
  if (!line.text.starts_with('@')) return std::nullopt;
  const std::string_view body = line.text.substr(1);
  const std::size_t blank = std::min(body.find_first_of(" \t"), body.size());
  DirectiveLine directive;
  directive.word = body.substr(0, blank);
  directive.rest = trim(body.substr(blank));
  const std::size_t passed = directive.rest.empty() ? line.text.size() : line.text.size() - directive.rest.size();
  directive.rest_span = advance(line.span, line.text.substr(0, passed), directive.rest);
  return directive;
}

MarkedLine read_marks(const ProseLine& line) {
  const std::size_t marks = std::min(line.text.find_first_not_of('#'), line.text.size());
  const std::string_view text = trim_wide(line.text.substr(marks));
  const std::size_t passed = line.text.size() - text.size();
  return {static_cast<int>(marks), text, advance(line.span, line.text.substr(0, passed), text)};
}

LoopArguments split_loop_arguments(std::string_view rest) {
  LoopArguments arguments;
  arguments.list = rest;
  arguments.has_separator = rest.find(" 间隔 ") != std::string_view::npos;
  arguments.separator = unquote(cut_at_word(arguments.list, " 间隔 "));
  arguments.name = cut_at_word(arguments.list, " 作 ");
  return arguments;
}

std::vector<SpacedWord> split_spaced_words(std::string_view rest) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  std::vector<SpacedWord> words;
  std::size_t begin = 0;
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= rest.size(); ++i) {
    const bool blank = i == rest.size() || rest[i] == ' ' || rest[i] == '\t';
    if (i == rest.size() || (blank && depth <= 0 && !quoted)) {
      if (i > begin) words.push_back({rest.substr(begin, i - begin), begin});
      begin = i + 1;
      continue;
    }
    if (rest[i] == '\'') quoted = !quoted;
    const bool opens = rest[i] == '(' || rest[i] == '[' || rest.substr(i).starts_with(kOpen);
    const bool closes = rest[i] == ')' || rest[i] == ']' || rest.substr(i).starts_with(kClose);
    if (!quoted) depth += opens ? 1 : closes ? -1 : 0;
  }
  return words;
}

LongTextArguments split_long_text_arguments(std::string_view rest) {
  LongTextArguments arguments;
  arguments.expression = rest;
  arguments.level = cut_at_word(arguments.expression, " 级 ");
  return arguments;
}

}  // namespace gongkai
