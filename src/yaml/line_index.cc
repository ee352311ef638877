#include "yaml/line_index.h"

#include <algorithm>

namespace gongkai {
namespace {

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

LineIndex::LineIndex(FileId file, std::string_view text) : file_(file), text_(text), starts_{0} {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    starts_.push_back(end + 1);
  }
}

std::string_view LineIndex::line(std::size_t index) const {
  if (index >= starts_.size()) return {};
  const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text_.size();
  std::string_view line = text_.substr(starts_[index], end - starts_[index]);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t LineIndex::byte_column(YamlPlace place) const {
  const std::string_view text = line(place.line);
  std::size_t characters = 0;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (starts_character(text[at]) && characters++ == place.column) break;
  }
  return at;
}

char LineIndex::character_at(YamlPlace place) const {
  const std::string_view text = line(place.line);
  const std::size_t at = byte_column(place);
  return at < text.size() ? text[at] : '\0';
}

Span LineIndex::span(std::size_t line_index, std::size_t byte_column, std::size_t characters) const {
  const std::string_view text = line(line_index);
  const std::size_t end = std::min(byte_column, text.size());
  if (cursor_.line != line_index || cursor_.byte > end) cursor_ = {line_index, 0, 0};
  const std::string_view between = text.substr(cursor_.byte, end - cursor_.byte);
  cursor_.column += static_cast<std::size_t>(std::ranges::count_if(between, starts_character));
  cursor_.byte = end;
  return {file_, static_cast<std::uint32_t>(line_index + 1), static_cast<std::uint32_t>(cursor_.column + 1),
          static_cast<std::uint32_t>(std::max<std::size_t>(characters, 1))};
}

Span LineIndex::span_at(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(starts_, offset);
  const auto line = static_cast<std::size_t>(after - starts_.begin()) - 1;
  return span(line, offset - starts_[line]);
}

}  // namespace gongkai
