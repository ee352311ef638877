#include "yaml/yaml_guard.h"

#include <algorithm>
#include <vector>

namespace gongkai {
namespace {

constexpr std::string_view kFullWidthBlank = "\u3000";
constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Far above any ledger, far below what yaml-cpp can recurse into (500).
constexpr std::size_t kMaxRoughDepth = 100;

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// Brackets opened and not closed; starts again at a line that begins a top-level key, so that stray brackets
/// in prose do not add up over a whole file.
class FlowDepth {
 public:
  std::size_t add(std::string_view line) {
    const bool continues = line.find_first_of(" \t[]{},\"'") == 0;
    if (!continues) open_ = 0;
    std::size_t deepest = open_;
    for (char c : line) {
      if (c == '[' || c == '{') deepest = std::max(deepest, ++open_);
      if ((c == ']' || c == '}') && open_ > 0) --open_;
    }
    return deepest;
  }

 private:
  std::size_t open_ = 0;
};

/// Growing indentations, plus the "- " and "? " that open several levels on one line.
class BlockDepth {
 public:
  std::size_t add(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    while (!indents_.empty() && indents_.back() >= indent) indents_.pop_back();
    indents_.push_back(indent);
    std::size_t markers = 0;
    for (std::size_t at = indent; at + 1 < line.size() && (line[at] == '-' || line[at] == '?'); ++markers) {
      if (line[at + 1] != ' ') break;
      at = line.find_first_not_of(' ', at + 1);
      if (at == std::string_view::npos) break;
    }
    return indents_.size() + markers;
  }

 private:
  std::vector<std::size_t> indents_;
};

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

bool check_rough_depth(const LineIndex& lines, Diagnostics& diagnostics) {
  FlowDepth flow;
  BlockDepth block;
  for (std::size_t i = 0; i < lines.line_count(); ++i) {
    const std::string_view line = lines.line(i);
    if (is_blank_line(line)) continue;
    if (flow.add(line) <= kMaxRoughDepth && block.add(line) <= kMaxRoughDepth) continue;
    diagnostics.error("E0203", lines.span(i, line.find_first_not_of(" \t")), "嵌套太深，这里没有这样的结构",
                      "请检查这一行起的括号或缩进是否写错");
    return false;
  }
  return true;
}

}  // namespace gongkai
