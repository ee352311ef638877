#include "compose/heading_numbers.h"

#include <algorithm>

#include "base/number_format.h"

namespace gongkai {
namespace {

constexpr int kLargestChineseOrdinal = 99;

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string format_number(const std::string& format, int value) {
  std::string text = format;
  replace_all(text, "{中文}", value <= kLargestChineseOrdinal ? chinese_ordinal(value) : std::to_string(value));
  replace_all(text, "{数}", std::to_string(value));
  return text;
}

std::string HeadingNumbers::next(int level) {
  const auto index = static_cast<std::size_t>(std::clamp(level, 1, kNumberedLevels) - 1);
  ++counts_[index];
  std::fill(counts_.begin() + static_cast<std::ptrdiff_t>(index) + 1, counts_.end(), 0);
  return format_number(formats_.at(index), counts_[index]);
}

std::string HeadingNumbers::next_heading(int level) {
  level_ = level;
  return next(level);
}

std::string HeadingNumbers::authored_anchor() {
  return anchor() + "-" + std::to_string(++authored_);
}

std::string HeadingNumbers::anchor() const {
  std::string text = "s";
  for (int i = 0; i < level_; ++i) {
    if (i > 0) text += '.';
    text += std::to_string(counts_[static_cast<std::size_t>(i)]);
  }
  return text;
}

}  // namespace gongkai
