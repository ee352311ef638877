#include "rollover/text_edits.h"

#include <algorithm>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr int kRemarkColumn = 36;  // display cells; remarks of short lines stand in one column
constexpr int kWidest = 110;       // a line with its remark, in display cells

std::string_view without_trailing_blanks(std::string_view line) {
  const auto last = line.find_last_not_of(" \t\r");
  return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::string indentation(std::string_view line) {
  return std::string(line.substr(0, std::min(line.find_first_not_of(' '), line.size())));
}

/// An earlier run's remark at the end of a line goes, a person's own stays.
std::string without_old_remark(std::string_view line, std::string_view mark) {
  const auto at = line.find(mark);
  if (at == std::string_view::npos || at == 0 || line[at - 1] != ' ') return std::string(line);
  return std::string(without_trailing_blanks(line.substr(0, at)));
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "，") + word;
  return out;
}

/// Whether the line says nothing but a remark of an earlier run.
bool is_old_remark(std::string_view line, std::string_view mark) {
  return trim(line).starts_with(mark);
}

std::string with_remark(const std::string& line, const std::vector<std::string>& words, std::string_view mark) {
  const std::string remark = std::string(mark) + join(words);
  const int width = display_width(line);
  const int column = std::max(width + 2, kRemarkColumn);
  const bool several_lines = std::ranges::any_of(words, [](const std::string& w) { return w.find('\n') != w.npos; });
  if (!several_lines && column + display_width(remark) <= kWidest) {
    return line + std::string(static_cast<std::size_t>(column - width), ' ') + remark;
  }
  std::string above;
  for (std::string_view rest = remark; !rest.empty();) {
    const auto end = rest.find('\n');
    const std::string_view one = rest.substr(0, end);
    above += indentation(line) + (one.starts_with(mark) ? "" : std::string(mark)) + std::string(one) + "\n";
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return above + line;
}

}  // namespace

void TextEdits::replace(std::size_t begin, std::size_t end, std::string by) {
  if (covered(begin, end)) return;
  edits_[begin] = {end, std::move(by)};
}

void TextEdits::remark(std::size_t offset, std::string words) {
  const auto line = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  remarks_[line == std::string_view::npos ? 0 : line + 1].push_back(std::move(words));
}

bool TextEdits::covered(std::size_t begin, std::size_t end) const {
  auto after = edits_.upper_bound(begin);
  return after != edits_.begin() && std::prev(after)->second.end >= end;
}

std::string TextEdits::apply_edits(std::size_t begin, std::size_t end) const {
  std::string out;
  std::size_t at = begin;
  for (auto it = edits_.lower_bound(begin); it != edits_.end() && it->first <= end; ++it) {
    if (it->first < at) continue;
    out += text_.substr(at, it->first - at);
    out += it->second.by;
    at = it->second.end;
  }
  if (at < end) out += text_.substr(at, end - at);
  return out;
}

std::string TextEdits::apply(std::string_view mark) const {
  std::string out;
  for (std::size_t start = 0; start < text_.size();) {
    std::size_t end = std::min(text_.find('\n', start), text_.size());
    // A change over several lines makes one line of them.
    for (auto it = edits_.lower_bound(start); it != edits_.end() && it->first <= end; ++it) {
      if (it->second.end > end) end = std::min(text_.find('\n', it->second.end), text_.size());
    }
    const std::string_view original = text_.substr(start, end - start);
    const auto remark = remarks_.find(start);
    const std::string edited = apply_edits(start, end);
    const std::string line(without_trailing_blanks(without_old_remark(without_trailing_blanks(edited), mark)));
    const bool emptied = line.empty() && !trim(original).empty();
    if (!emptied && !is_old_remark(original, mark)) {
      out += (remark == remarks_.end() ? line : with_remark(line, remark->second, mark)) + "\n";
    }
    start = end + 1;
  }
  return out;
}

}  // namespace gongkai
