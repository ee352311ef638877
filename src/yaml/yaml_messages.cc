#include "yaml/yaml_messages.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace gongkai {
namespace {

struct Translation {
  std::string_view english;
  std::string_view chinese;
  std::string_view hint;
};

constexpr std::array kTranslations = {
    Translation{"illegal map value", "这里不能再有冒号，或者上一行没有写完",
                "请检查缩进；文字里有半角冒号时给整段文字加引号"},
    Translation{"end of map not found", "缩进与上一行对不上", "同一级的键要左对齐；以 { 或 [ 开头的文字要加引号"},
    Translation{"end of sequence not found", "列表的缩进与上一行对不上", "同一列表的“- ”要左对齐"},
    Translation{"illegal flow end", "多出一个 } 或 ]", "请删去，或补上与它配对的左括号"},
    Translation{"illegal block entry", "这里不能写“- ”", "请检查缩进；表示“没有”请写 0 或删去这一行"},
    Translation{"illegal map key", "这里不能写键", "请检查缩进，或是否少了换行"},
    Translation{"unknown token", "这里的文字以不能作开头的符号开始（@ ` % 等）", "请给整段文字加单引号"},
    Translation{"unknown escape character: ", "双引号里的反斜杠写法不认识", "请改用单引号"},
    Translation{"illegal EOF in scalar", "引号没有配对", "请补上后引号"},
    Translation{"illegal tab when looking for indentation", "缩进用了制表符（Tab）", "请换成空格"},
    Translation{"the referenced anchor is not defined", "文字以 * 开头",
                "这里不用 YAML 的引用；请给这段文字加单引号"},
    Translation{"alias not found after *", "文字以 * 开头", "请给这段文字加单引号"},
    Translation{"anchor not found after &", "文字以 & 开头", "请给这段文字加单引号"},
    Translation{"unexpected character in block scalar", "“|”或“>”后面不能再写文字", "文字从下一行起写，并多缩进两格"},
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

/// A cause more telling than yaml-cpp's own words.
bool report_likely_cause(const SyntaxError& error, const std::optional<Span>& braces, const LineIndex& lines,
                         Diagnostics& diagnostics) {
  const bool flow = error.english == "end of map flow not found" || error.english == "end of sequence flow not found";
  if (flow) {
    if (report_full_width_comma(error.line, error.byte_column, lines, diagnostics)) return true;
    if (!braces) return false;
    diagnostics.error("E0201", *braces, "括号 { 或 [ 没有配对的 } 或 ]",
                      "请补上后括号；各项用半角逗号隔开，文字里的半角逗号、冒号要加引号");
    return true;
  }
  const bool colons = error.english == "illegal map value" || error.english == "end of map not found" ||
                      error.english == "illegal map key";
  if (!colons) return false;
  if (report_text_after_braces(error.line, error.byte_column, lines, diagnostics)) return true;
  if (report_bad_colon(error.line, lines, diagnostics)) return true;
  return error.line > 0 && report_bad_colon(error.line - 1, lines, diagnostics);
}

}  // namespace

void report_syntax_error(const SyntaxError& error, const std::optional<Span>& braces, const LineIndex& lines,
                         Diagnostics& diagnostics) {
  if (report_likely_cause(error, braces, lines, diagnostics)) return;
  const Span span = lines.span(error.line, error.byte_column);
  const auto found =
      std::ranges::find_if(kTranslations, [&](const Translation& t) { return error.english.starts_with(t.english); });
  if (found != kTranslations.end()) {
    diagnostics.error("E0201", span, std::string(found->chinese), std::string(found->hint));
  } else {
    diagnostics.error("E0201", span, "这里的写法不合 YAML 格式", "请检查本行和上一行的缩进、冒号、引号和括号");
  }
}

}  // namespace gongkai
