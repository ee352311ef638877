#include "yaml/yaml_document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <utility>

#include "base/utf8.h"
#include "yaml/line_index.h"
#include "yaml/split_amounts.h"
#include "yaml/yaml_builder.h"
#include "yaml/yaml_guard.h"
#include "yaml/yaml_messages.h"

namespace gongkai {
namespace {

std::size_t to_index(int mark) {
  return mark < 0 ? 0 : static_cast<std::size_t>(mark);
}

/// Runs yaml-cpp over the whole text and notes in `document` how far it came.
void run_parser(const LineIndex& lines, YamlBuilder& builder, YamlDocument& document, Diagnostics& diagnostics) {
  std::istringstream stream{std::string(lines.text())};
  try {
    YAML::Parser parser(stream);
    // Not to the end of the file: before a stray comma yaml-cpp finds empty documents without end.
    while (parser.HandleNextDocument(builder) && builder.documents() < 2) {
    }
    document.complete = true;
  } catch (const YamlTooDeep& problem) {
    diagnostics.error("E0203", problem.span, "嵌套太深，这里没有这样的结构", "请检查括号或缩进是否写错");
  } catch (const YAML::Exception& problem) {
    const SyntaxError error{problem.msg, to_index(problem.mark.line), to_index(problem.mark.column)};
    document.stopped_at = lines.span(error.line, error.byte_column);
    report_syntax_error(error, builder.innermost_braces(), lines, diagnostics);
  }
}

/// Keys written twice in one map: yaml-cpp would silently take the first.
void mark_repeated_keys(YamlNode& node, Diagnostics& diagnostics) {
  std::map<std::string, Span> seen;
  for (YamlEntry& entry : node.entries) {
    mark_repeated_keys(entry.value, diagnostics);
    if (node.kind != YamlKind::Map) continue;
    const auto [earlier, fresh] = seen.emplace(entry.key, entry.key_span);
    if (fresh) continue;
    entry.repeated = true;
    Diagnostic& problem =
        diagnostics.error("E0207", entry.key_span, "“" + entry.key + "”写了两次", "请合成一处，只留一个");
    problem.notes.push_back({earlier->second, "前一处在这里"});
  }
}

}  // namespace

std::string clean_key(std::string_view key) {
  static constexpr std::string_view kBlanks[] = {"\u3000", "\u00A0", "\u200B", "\uFEFF", " ", "\t", "\r", "\n"};
  bool cut = true;
  while (cut) {
    cut = false;
    for (std::string_view blank : kBlanks) {
      if (key.starts_with(blank)) key.remove_prefix(blank.size()), cut = true;
      if (key.ends_with(blank)) key.remove_suffix(blank.size()), cut = true;
    }
  }
  return normalize_key(key);
}

YamlDocument parse_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  const LineIndex lines(file, sources.file(file).text);
  const bool indented = check_indentation(lines, diagnostics);
  if (!indented || !check_rough_depth(lines, diagnostics)) return {};
  YamlBuilder builder(lines, diagnostics);
  YamlDocument document;
  run_parser(lines, builder, document, diagnostics);
  document.root = builder.take(document.complete);
  if (document.root) {
    repair_split_amounts(*document.root, diagnostics);
    mark_repeated_keys(*document.root, diagnostics);
  } else if (document.complete) {
    diagnostics.error("E0205", {file, 1, 1, 1}, "文件是空的，或者只有注释");
  }
  return document;
}

}  // namespace gongkai
