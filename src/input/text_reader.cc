#include "input/text_reader.h"

#include <array>
#include <utility>

#include "base/utf8.h"
#include "input/leftovers.h"
#include "input/source_file.h"
#include "input/value_reader.h"
#include "yaml/line_index.h"
#include "yaml/unprintable.h"

namespace gongkai {
namespace {

void check_leftovers(std::string_view text, Span span, bool exact, ReadContext& context) {
  const auto leftover = find_leftover(text);
  if (!leftover) return;
  if (exact) {
    span.column += static_cast<std::uint32_t>(leftover->at);
    span.length = static_cast<std::uint32_t>(leftover->length);
  }
  context.diagnostics.error("E0224", span, "“" + leftover->text + "”是模板里留下的，还没有改成实际的文字",
                            "请写实际的内容；没有就删去这个键");
}

void add_line(AuthoredValue& value, std::string_view line, Span span, bool exact, ReadContext& context) {
  std::size_t cut = 0;
  const std::string_view text = trim_wide(line, &cut);
  if (text.empty()) return;
  if (exact) {
    span.column += static_cast<std::uint32_t>(cut);
    span.length = static_cast<std::uint32_t>(count_characters(text));
  }
  check_leftovers(text, span, exact, context);
  value.lines.push_back({std::string(text), span});
}

void warn_of_hash(const YamlEntry& entry, ReadContext& context) {
  if (!entry.value.hash_after) return;
  context.diagnostics.warning("W0224", entry.value.span,
                              "“" + entry.key + "”这一行里，# 和它后面的字当作注释，没有印出",
                              "要印出来，就给整个文字加单引号；是注释，就在 # 后面空一格");
}

void report_folded(const YamlEntry& entry, bool long_text, ReadContext& context) {
  context.diagnostics.error("E0229", entry.value.span, "“" + entry.key + "”的文字断成了几行",
                            long_text ? "几段文字请用“|”：键后写 |，文字从下一行起写，每行一段" : "请写在一行里");
}

void read_lines(AuthoredValue& value, const YamlNode& node, ReadContext& context) {
  std::string_view rest = node.text;
  for (std::size_t i = 0; !rest.empty(); ++i) {
    const std::size_t end = rest.find('\n');
    const bool placed = i < node.lines.size();
    add_line(value, rest.substr(0, end), placed ? node.lines[i] : node.span, placed, context);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
}

void read_file_lines(AuthoredValue& value, FileId file, ReadContext& context) {
  const LineIndex lines(file, context.sources.file(file).text);
  for (std::size_t i = 0; i < lines.line_count(); ++i) {
    const std::string_view line = lines.line(i);
    if (const auto found = find_unprintable(line)) {
      Span place = lines.span(i, 0);
      place.column += static_cast<std::uint32_t>(found->at);
      report_unprintable(found->character, place, context.diagnostics);
    }
    add_line(value, line, lines.span(i, 0), true, context);
  }
}

void read_from_file(AuthoredValue& value, const YamlEntry& entry, ReadContext& context) {
  const YamlNode* name = entry.value.find("文件");
  if (name == nullptr || name->kind != YamlKind::Scalar || entry.value.entries.size() != 1) {
    context.diagnostics.error("E0211", entry.value.span, "“" + entry.key + "”要写文字",
                              "文字用“|”写在下面，或写 {文件: 附件/报告.txt}；以 { 开头的文字要加引号");
    return;
  }
  const auto file = load_text_file(std::string(trim(name->text)), name->span, context);
  if (!file) return;
  value.kind = ValueKind::LongText;
  read_file_lines(value, *file, context);
  if (value.lines.empty()) context.diagnostics.warning("W0209", name->span, "文件“" + name->text + "”里没有文字");
}

}  // namespace

std::string_view trim_wide(std::string_view text, std::size_t* cut_before) {
  static constexpr std::array<std::string_view, 6> kBlanks = {"\u3000", "\u00A0", "\uFEFF", " ", "\t", "\r"};
  bool cut = true;
  while (cut) {
    cut = false;
    for (std::string_view blank : kBlanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        if (cut_before != nullptr) ++*cut_before;
        cut = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        cut = true;
      }
    }
  }
  return text;
}

AuthoredValue read_text(const YamlEntry& entry, ReadContext& context) {
  AuthoredValue value = blank_value(entry);
  const YamlNode& node = entry.value;
  const std::string_view text = trim_wide(trim(node.text));
  if (node.folded || text.find('\n') != std::string_view::npos) {
    report_folded(entry, false, context);
    return value;
  }
  warn_of_hash(entry, context);
  check_leftovers(text, node.span, node.style == YamlStyle::Plain, context);
  value.kind = ValueKind::Text;
  value.text = std::string(text);
  return value;
}

AuthoredValue read_long_text(const YamlEntry& entry, ReadContext& context) {
  AuthoredValue value = blank_value(entry);
  const YamlNode& node = entry.value;
  if (node.kind == YamlKind::Map) {
    read_from_file(value, entry, context);
    return value;
  }
  if (node.folded || node.style == YamlStyle::Folded) {
    report_folded(entry, true, context);
    return value;
  }
  value.kind = ValueKind::LongText;
  if (node.style == YamlStyle::Plain) {
    warn_of_hash(entry, context);
    add_line(value, node.text, node.span, true, context);
  } else {
    read_lines(value, node, context);
  }
  return value;
}

}  // namespace gongkai
