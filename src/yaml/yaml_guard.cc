#include "yaml/yaml_guard.h"

#include <string_view>

namespace gongkai {
namespace {

constexpr std::string_view kFullWidthBlank = "\u3000";
constexpr std::string_view kNoBreakSpace = "\u00A0";

}  // namespace

bool check_indentation(const LineIndex& lines, Diagnostics& diagnostics) {
  bool fine = true;
  for (std::size_t i = 0; i < lines.line_count(); ++i) {
    const std::string_view line = lines.line(i);
    const std::size_t first = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    if (first != std::string_view::npos && tab < first) {
      diagnostics.error("E0202", lines.span(i, tab), "行首用了制表符（Tab）", "请把它换成空格，每级缩进两个");
      fine = false;
    } else if (line.starts_with(kFullWidthBlank) || line.starts_with(kNoBreakSpace)) {
      diagnostics.error("E0202", lines.span(i, 0), "行首用了全角空格", "请换成半角空格，每级缩进两个");
      fine = false;
    }
  }
  return fine;
}

}  // namespace gongkai
