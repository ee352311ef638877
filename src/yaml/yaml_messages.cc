#include "yaml/yaml_messages.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace gongkai {
namespace {

struct Translation {
  std::string_view code;
  std::string_view problem;  ///< how it begins; empty: any
  std::string_view context;  ///< empty: any
  bool at_context;           ///< shown where the context begins
  std::string_view chinese;
  std::string_view hint;
};

constexpr std::string_view kNoValueHere = "mapping values are not allowed in this context";
constexpr std::string_view kNoKey = "did not find expected key";
constexpr std::string_view kNoItem = "did not find expected '-' indicator";
constexpr std::string_view kNoColon = "could not find expected ':'";
constexpr std::string_view kNoContent = "did not find expected node content";
constexpr std::string_view kNoToken = "found character that cannot start any token";
constexpr std::string_view kNoComma = "did not find expected ','";

constexpr std::array kTranslations = {
    Translation{"E0201", kNoValueHere, "", false, "这里不能再有冒号，或者上一行没有写完",
                "请检查缩进；文字里有半角冒号时给整段文字加引号"},
    Translation{"E0201", kNoKey, "", false, "缩进与上一行对不上", "同一级的键要左对齐；以 { 或 [ 开头的文字要加引号"},
    Translation{"E0201", kNoItem, "", false, "列表的缩进与上一行对不上", "同一列表的“- ”要左对齐"},
    Translation{"E0201", kNoColon, "", true, "这里没有冒号，不成“键: 值”",
                "请补上冒号和空格；是上一行文字的后半段，就比上一行多缩进两格"},
    Translation{"E0201", "block sequence entries are not allowed in this context", "", false, "这里不能写“- ”",
                "请检查缩进；表示“没有”请写 0 或删去这一行"},
    Translation{"E0201", "mapping keys are not allowed in this context", "", false, "这里不能写键",
                "请检查缩进，或是否少了换行"},
    Translation{"E0201", kNoToken, "", false, "这里的文字以不能作开头的符号开始（@ ` % 等）", "请给整段文字加单引号"},
    Translation{"E0201", "found a tab character", "", false, "缩进用了制表符（Tab）", "请换成空格"},
    Translation{"E0201", "", "while scanning a quoted scalar", true, "引号没有配对，后面的内容都被当成了文字",
                "请补上后引号"},
    Translation{"E0201", "", "while parsing a quoted scalar", false, "双引号里的反斜杠写法不认识", "请改用单引号"},
    Translation{"E0201", "did not find expected comment", "while scanning a block scalar", false,
                "“|”或“>”后面不能再写文字", "文字从下一行起写，并多缩进两格"},
    Translation{"E0201", "", "while scanning an alias", true, "文字以 * 开头",
                "这里不用 YAML 的引用；请给这段文字加单引号"},
    Translation{"E0201", "", "while scanning a directive", true, "文字以 % 开头", "请给这段文字加单引号"},
    Translation{"E0204", "", "while scanning an anchor", true, "用了 YAML 的锚点（&）",
                "这里不用锚点；是文字就加单引号"},
    Translation{"E0204", "", "while scanning a tag", true, "用了 YAML 的标签（!）", "这里不用标签；是文字就加单引号"},
    Translation{"E0204", "", "while parsing a tag", true, "用了 YAML 的标签（!）", "这里不用标签；是文字就加单引号"},
    Translation{"E0204", "found undefined tag handle", "", true, "用了 YAML 的标签（!）",
                "这里不用标签；是文字就加单引号"},
    Translation{"E0201", kNoContent, "", false, "这里少了内容，或者缩进与上一行对不上",
                "下一级要比上一级多缩进两格，同一级要左对齐"},
    Translation{"E0201", "found unexpected ':'", "", false, "这里不能再有冒号，或者上一行没有写完",
                "请检查缩进；文字里有半角冒号时给整段文字加引号"},
};

/// A key followed by a full-width colon, or by a half-width one without a blank, and no proper "键: " on the line.
std::optional<std::size_t> find_bad_colon(std::string_view line, std::string_view colon) {
  const std::size_t first = line.find_first_not_of(" -");
  const std::size_t at = line.find(colon);
  if (first == std::string_view::npos || at == std::string_view::npos || at <= first) return std::nullopt;
  if (line[first] == '#' || line.find(": ") != std::string_view::npos || line.ends_with(':')) return std::nullopt;
  if (line.substr(first, at - first).find("。") != std::string_view::npos) return std::nullopt;
  return at;
}

bool report_bad_colon(std::size_t index, const LineIndex& lines, Diagnostics& diagnostics) {
  const std::string_view line = lines.line(index);
  if (const auto at = find_bad_colon(line, "：")) {
    diagnostics.error("E0201", lines.span(index, *at), "键后面用了全角冒号“：”", "请换成半角冒号，后面空一格");
    return true;
  }
  const auto at = find_bad_colon(line, ":");
  if (!at || line.substr(*at).starts_with("://")) return false;
  diagnostics.error("E0201", lines.span(index, *at), "冒号后面少了一个空格", "请写成“键: 值”");
  return true;
}

bool report_full_width_comma(std::size_t index, std::size_t column, const LineIndex& lines, Diagnostics& diagnostics) {
  const std::string_view line = lines.line(index);
  const std::size_t comma = line.substr(0, std::min(column, line.size())).rfind("，");
  const std::size_t brace = line.find('{');
  if (comma == std::string_view::npos || brace == std::string_view::npos || comma < brace) return false;
  diagnostics.error("E0201", lines.span(index, comma), "大括号里用全角逗号“，”隔开了两项",
                    "请换成半角逗号，后面空一格");
  return true;
}

/// `{收支总计}较上年…`: braces closed and text goes on.
bool report_text_after_braces(std::size_t index, std::size_t column, const LineIndex& lines, Diagnostics& diagnostics) {
  const std::string_view line = lines.line(index);
  if (column == 0 || column > line.size() || (line[column - 1] != '}' && line[column - 1] != ']')) return false;
  diagnostics.error("E0201", lines.span(index, column), "括号后面又有文字", "以 { 或 [ 开头的文字要加引号");
  return true;
}

/// `"新录用"人员到岗`: what begins with a quotation mark ends with the next.
bool report_text_after_quote(std::size_t index, std::size_t column, const LineIndex& lines, Diagnostics& diagnostics) {
  const std::string_view line = lines.line(index);
  if (column == 0 || column > line.size() || (line[column - 1] != '"' && line[column - 1] != '\'')) return false;
  diagnostics.error("E0201", lines.span(index, column), "引号后面又有文字",
                    "以引号开头的文字，引号改用中文的“ ”，或者整段再加一层单引号");
  return true;
}

/// Braces of another width hold nothing together.
bool report_full_width_braces(std::size_t index, std::size_t column, const LineIndex& lines, Diagnostics& diagnostics) {
  const std::string_view before = lines.line(index).substr(0, column);
  for (const std::string_view brace : {"｛", "［"}) {
    const std::size_t at = before.find(brace);
    if (at == std::string_view::npos) continue;
    diagnostics.error("E0201", lines.span(index, at), "用了全角的括号“" + std::string(brace) + "”",
                      "请换成半角的 { } 或 [ ]，里面的冒号、逗号也用半角");
    return true;
  }
  return false;
}

void report_open_braces(Span braces, Diagnostics& diagnostics) {
  diagnostics.error("E0201", braces, "括号 { 或 [ 没有配对的 } 或 ]",
                    "请补上后括号；各项用半角逗号隔开，文字里的半角逗号、冒号要加引号");
}

/// What stands where something else was expected, when one character tells the cause.
bool report_stray_character(char found, Span place, Diagnostics& diagnostics) {
  switch (found) {
    case '}':
    case ']':
      diagnostics.error("E0201", place, "多出一个 } 或 ]", "请删去，或补上与它配对的左括号");
      return true;
    case ',':
      diagnostics.error("E0201", place, "这里多了一个逗号", "请删去；逗号前后要各有一项，文字里的逗号要加引号");
      return true;
    case ':':
      diagnostics.error("E0206", place, "键要写成一行文字，不能空着", "请补上键名，或给文字加引号");
      return true;
    case '-':
      diagnostics.error("E0201", place, "这里不能写“- ”", "请检查缩进；表示“没有”请写 0 或删去这一行");
      return true;
    case '\t':
      diagnostics.error("E0202", place, "“-”后面用了制表符（Tab）", "请把它换成空格");
      return true;
    default:
      return false;
  }
}

/// Inside braces: on their own line the character that does not fit, further below the brace that was left open.
bool report_in_braces(const SyntaxError& error, char found, Span braces, const LineIndex& lines,
                      Diagnostics& diagnostics) {
  const std::size_t line = error.place.line;
  if (report_full_width_comma(line, lines.byte_column(error.place), lines, diagnostics)) return true;
  const Span place = lines.span_of(error.place);
  const bool fits_nowhere = error.problem == kNoContent || found == '}' || found == ']';
  if (fits_nowhere && place.line == braces.line && report_stray_character(found, place, diagnostics)) return true;
  report_open_braces(braces, diagnostics);
  return true;
}

/// A line without "键: ": its colon is of another kind, or it is a bracket that runs over its end.
bool report_missing_colon(const SyntaxError& error, const LineIndex& lines, Diagnostics& diagnostics) {
  const char first = lines.character_at(error.context_place);
  if (first == '{' || first == '[') {
    report_open_braces(lines.span_of(error.context_place), diagnostics);
    return true;
  }
  return report_bad_colon(error.context_place.line, lines, diagnostics);
}

/// A cause more telling than libyaml's own words.
bool report_likely_cause(const SyntaxError& error, const std::optional<Span>& braces, const LineIndex& lines,
                         Diagnostics& diagnostics) {
  const std::string_view problem = error.problem;
  if (problem == kNoColon) return report_missing_colon(error, lines, diagnostics);
  const char found = lines.character_at(error.place);
  if (braces && (problem.starts_with(kNoComma) || problem == kNoContent)) {
    return report_in_braces(error, found, *braces, lines, diagnostics);
  }
  const bool closes = found == '}' || found == ']';
  const bool misplaced = problem == kNoValueHere || problem == kNoKey;
  const std::size_t line = error.place.line;
  const std::size_t column = lines.byte_column(error.place);
  if (misplaced && !closes && report_text_after_braces(line, column, lines, diagnostics)) return true;
  if (problem == kNoKey && report_text_after_quote(line, column, lines, diagnostics)) return true;
  if (problem == kNoValueHere && report_full_width_braces(line, column, lines, diagnostics)) return true;
  const bool ends_early = problem == kNoKey || problem == kNoItem || problem == kSecondDocument;
  const bool stray = (ends_early && (closes || found == ',')) || (problem == kNoKey && found == ':') ||
                     problem == kNoContent || (problem == kNoToken && found == '\t');
  if (stray && report_stray_character(found, lines.span_of(error.place), diagnostics)) return true;
  if (!misplaced) return false;
  if (report_bad_colon(line, lines, diagnostics)) return true;
  return line > 0 && report_bad_colon(line - 1, lines, diagnostics);
}

}  // namespace

void report_second_document(Span place, Diagnostics& diagnostics) {
  diagnostics.error("E0205", place, "一个文件里写了两份内容", "一个文件只写一份：请删去“---”，并检查缩进");
}

void report_syntax_error(const SyntaxError& error, const std::optional<Span>& braces, const LineIndex& lines,
                         Diagnostics& diagnostics) {
  if (report_likely_cause(error, braces, lines, diagnostics)) return;
  if (error.problem == kSecondDocument) {
    report_second_document(lines.span_of(error.place), diagnostics);
    return;
  }
  const auto found = std::ranges::find_if(kTranslations, [&](const Translation& t) {
    return error.problem.starts_with(t.problem) && (t.context.empty() || error.context == t.context);
  });
  if (found == kTranslations.end()) {
    diagnostics.error("E0201", lines.span_of(error.place), "这里的写法不合 YAML 格式",
                      "请检查本行和上一行的缩进、冒号、引号和括号");
    return;
  }
  const YamlPlace place = found->at_context ? error.context_place : error.place;
  diagnostics.error(std::string(found->code), lines.span_of(place), std::string(found->chinese),
                    std::string(found->hint));
}

}  // namespace gongkai
