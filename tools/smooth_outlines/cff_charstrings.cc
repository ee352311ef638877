#include "cff_charstrings.h"

#include <cstddef>
#include <vector>

namespace gongkai::smooth {
namespace {

constexpr char kLongOperand = 29;  // followed by four bytes
constexpr char kCharStringsOperator = 17;

/// Big-endian; 0 outside the table, which no caller takes for an offset.
std::size_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    value = value << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
  }
  return value;
}

void append_number(std::string& out, std::size_t value, std::size_t size) {
  for (std::size_t i = size; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// An INDEX (Adobe Technical Note 5176, section 5).
struct Index {
  std::vector<std::string_view> items;
  std::size_t end = 0;
};

std::optional<Index> read_index(std::string_view bytes, std::size_t at) {
  const std::size_t count = number(bytes, at, 2);
  Index index{{}, at + 2};
  if (count == 0) return index;
  const std::size_t width = number(bytes, at + 2, 1);
  const std::size_t data = at + 2 + (count + 1) * width;
  const auto offset = [&](std::size_t item) { return data + number(bytes, at + 3 + item * width, width); };
  for (std::size_t i = 0; i < count; ++i) {
    if (offset(i) > offset(i + 1) || offset(i + 1) > bytes.size()) return std::nullopt;
    index.items.push_back(bytes.substr(offset(i), offset(i + 1) - offset(i)));
  }
  index.end = offset(count);
  return index;
}

std::string write_index(const std::vector<std::string>& items) {
  std::string out;
  append_number(out, items.size(), 2);
  append_number(out, 4, 1);
  std::size_t offset = 1;
  append_number(out, offset, 4);
  for (const std::string& item : items) append_number(out, offset += item.size(), 4);
  for (const std::string& item : items) out += item;
  return out;
}

/// Where the Top DICT holds the four bytes of the offset of the charstrings.
std::optional<std::size_t> offset_place(std::string_view cff) {
  const auto names = read_index(cff, number(cff, 2, 1));
  if (!names) return std::nullopt;
  const auto dicts = read_index(cff, names->end);
  if (!dicts || dicts->items.size() != 1) return std::nullopt;
  const std::string_view dict = dicts->items.front();
  const auto start = static_cast<std::size_t>(dict.data() - cff.data());
  for (std::size_t i = 0; i + 5 < dict.size(); ++i) {
    const std::size_t target = number(dict, i + 1, 4);
    if (dict[i] == kLongOperand && dict[i + 5] == kCharStringsOperator && target < cff.size()) return start + i + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> replace_charstrings(
    std::string_view cff, const std::function<std::string(unsigned glyph, std::string_view charstring)>& rewrite) {
  const auto place = offset_place(cff);
  if (!place) return std::nullopt;
  const auto old = read_index(cff, number(cff, *place, 4));
  if (!old || old->items.empty()) return std::nullopt;
  std::vector<std::string> items;
  for (std::size_t i = 0; i < old->items.size(); ++i) {
    items.push_back(rewrite(static_cast<unsigned>(i), old->items[i]));
  }
  std::string out(cff);
  std::string offset;
  append_number(offset, out.size(), 4);
  out.replace(*place, 4, offset);
  return out + write_index(items);
}

}  // namespace gongkai::smooth
