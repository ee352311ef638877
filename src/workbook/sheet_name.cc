#include "workbook/sheet_name.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxCharacters = 31;
// libxlsxwriter 1.1.4 copies "'name'!$A$1:$XFD$1048576" into 128 bytes for print areas and repeated rows.
constexpr std::size_t kMaxQuotedBytes = 128 - sizeof("!$XFD$1048576:$XFD$1048576");

std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char32_t c : decode_utf8(text)) length += c > 0xFFFF ? 2 : 1;
  return length;
}

std::string column_letters(int column) {
  std::string letters;
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace

std::string sheet_name_problem(std::string_view name) {
  if (name.empty()) return "名称为空";
  if (find_invalid_utf8(name)) return "名称不是有效的 UTF-8 文字";
  if (utf16_length(name) > kMaxCharacters) return "名称超过 31 个字";
  if (name.find_first_of("[]:*?/\\") != std::string_view::npos) return "名称含有 [ ] : * ? / \\ 之一";
  const bool control = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 32; });
  if (control) return "名称含有控制字符";
  if (name.front() == '\'' || name.back() == '\'') return "名称以单引号开头或结尾";
  if (sheet_name_key(name) == "history") return "History 是 Excel 的保留名称";
  if (quoted_sheet_name(name).size() > kMaxQuotedBytes) return "名称的字节数超过打印区域所能容纳的长度";
  return {};
}

std::string sheet_name_key(std::string_view name) {
  std::string key(name);
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return key;
}

std::string quoted_sheet_name(std::string_view name) {
  std::string quoted = "'";
  for (const char c : name) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'";
}

std::string cell_reference(int row, int column) {
  return column_letters(column) + std::to_string(row + 1);
}

std::string absolute_reference(int row, int column) {
  return "$" + column_letters(column) + "$" + std::to_string(row + 1);
}

}  // namespace gongkai
