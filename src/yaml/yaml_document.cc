#include "yaml/yaml_document.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "yaml/line_index.h"
#include "yaml/scanner_text.h"
#include "yaml/split_amounts.h"
#include "yaml/yaml_builder.h"
#include "yaml/yaml_events.h"
#include "yaml/yaml_guard.h"
#include "yaml/yaml_messages.h"

namespace gongkai {
namespace {

/// Takes the whole text into `builder` and notes in `document` how far it came.
void run_parser(const LineIndex& lines, const ScannerText& scanned, YamlBuilder& builder, YamlDocument& document,
                Diagnostics& diagnostics) {
  YamlEvents events(scanned.text());
  while (events.next()) {
    if (!builder.add_event(events.event())) return;
  }
  if (!events.failed()) {
    document.complete = true;
    return;
  }
  const SyntaxError error = events.error();
  document.complete = error.problem == kSecondDocument;
  if (!document.complete) document.stopped_at = lines.span_of(error.place);
  if (document.complete && builder.documents() > 1) return;
  report_syntax_error(error, builder.innermost_braces(), lines, diagnostics);
}

bool has_repeated_keys(const YamlNode& map) {
  constexpr std::size_t kFew = 8;  // most maps: comparing all with all is quicker than sorting
  if (map.entries.size() <= kFew) {
    for (auto entry = map.entries.begin(); entry != map.entries.end(); ++entry) {
      if (std::any_of(map.entries.begin(), entry, [&](const YamlEntry& other) { return other.key == entry->key; })) {
        return true;
      }
    }
    return false;
  }
  std::vector<std::string_view> keys;
  keys.reserve(map.entries.size());
  for (const YamlEntry& entry : map.entries) keys.emplace_back(entry.key);
  std::ranges::sort(keys);
  return std::ranges::adjacent_find(keys) != keys.end();
}

void report_repeated_keys(YamlNode& map, Diagnostics& diagnostics) {
  std::map<std::string_view, Span> seen;
  for (YamlEntry& entry : map.entries) {
    const auto [earlier, fresh] = seen.emplace(entry.key, entry.key_span);
    if (fresh) continue;
    entry.repeated = true;
    Diagnostic& problem =
        diagnostics.error("E0207", entry.key_span, "“" + entry.key + "”写了两次", "请合成一处，只留一个");
    problem.notes.push_back({earlier->second, "前一处在这里"});
  }
}

/// Keys written twice in one map: libyaml has no opinion of them.
void mark_repeated_keys(YamlNode& node, Diagnostics& diagnostics) {
  for (YamlEntry& entry : node.entries) {
    if (!entry.value.entries.empty()) mark_repeated_keys(entry.value, diagnostics);
  }
  if (node.kind == YamlKind::Map && has_repeated_keys(node)) report_repeated_keys(node, diagnostics);
}

/// False for nearly every key: no blank of any kind begins with its first byte or ends with its last.
bool may_have_blanks_around(std::string_view key) {
  static constexpr std::string_view kFirst = "\xE3\xC2\xE2\xEF \t\r\n";
  static constexpr std::string_view kLast = "\x80\xA0\x8B\xBF \t\r\n";
  return !key.empty() &&
         (kFirst.find(key.front()) != std::string_view::npos || kLast.find(key.back()) != std::string_view::npos);
}

}  // namespace

std::string clean_key(std::string_view key) {
  static constexpr std::string_view kBlanks[] = {"\u3000", "\u00A0", "\u200B", "\uFEFF", " ", "\t", "\r", "\n"};
  bool cut = may_have_blanks_around(key);
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
  if (!check_indentation(lines, diagnostics)) return {};
  const ScannerText scanned(lines);
  YamlBuilder builder(lines, scanned, diagnostics);
  YamlDocument document;
  run_parser(lines, scanned, builder, document, diagnostics);
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
