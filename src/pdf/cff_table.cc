#include "pdf/cff_table.h"

#include <algorithm>

namespace gongkai::pdf {
namespace {

/// Length of a real number: nibbles up to the end mark F.
std::size_t real_length(std::string_view dict, std::size_t at) {
  std::size_t end = at + 1;
  while (end < dict.size() && (static_cast<unsigned char>(dict[end]) & 15U) != 15U) ++end;
  return end + 1 - at;
}

/// Length of the operand at `at`, and its value into `value`.
std::size_t read_operand(CffReader& reader, std::string_view dict, std::size_t at, std::int32_t& value) {
  const auto first = static_cast<std::int32_t>(reader.number(at, 1));
  value = 0;
  if (first == 28) {
    value = static_cast<std::int16_t>(reader.number(at + 1, 2));
    return 3;
  }
  if (first == 29) {
    value = static_cast<std::int32_t>(reader.number(at + 1, 4));
    return 5;
  }
  if (first == 30) return real_length(dict, at);
  if (first >= 32 && first <= 246) {
    value = first - 139;
    return 1;
  }
  const auto second = static_cast<std::int32_t>(reader.number(at + 1, 1));
  value = first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
  return 2;
}

}  // namespace

std::size_t CffReader::number(std::size_t at, std::size_t size) {
  if (size > 8 || at > bytes_.size() || size > bytes_.size() - at) {
    sound_ = false;
    return 0;
  }
  std::size_t value = 0;
  for (std::size_t i = at; i < at + size; ++i) value = value << 8U | static_cast<unsigned char>(bytes_[i]);
  return value;
}

CffIndex CffReader::index(std::size_t at) {
  CffIndex found{.count = number(at, 2), .end = at + 2};
  if (found.count == 0) return found;
  found.width = number(at + 2, 1);
  found.offsets = at + 3;
  found.data = found.offsets + (found.count + 1) * found.width - 1;
  found.end = found.data + number(found.offsets + found.count * found.width, found.width);
  return found;
}

std::string_view CffReader::item(const CffIndex& index, std::size_t i) {
  const std::size_t from = number(index.offsets + i * index.width, index.width);
  const std::size_t to = number(index.offsets + (i + 1) * index.width, index.width);
  if (i >= index.count || from > to) {
    sound_ = false;
    return {};
  }
  return piece(index.data + from, to - from);
}

std::string_view CffReader::piece(std::size_t at, std::size_t size) {
  if (at > bytes_.size() || size > bytes_.size() - at) {
    sound_ = false;
    return {};
  }
  return bytes_.substr(at, size);
}

std::optional<std::vector<CffEntry>> read_cff_dict(std::string_view dict) {
  std::vector<CffEntry> entries;
  CffEntry entry;
  CffReader reader(dict);
  std::size_t start = 0;
  for (std::size_t at = 0; at < dict.size();) {
    const auto first = static_cast<int>(reader.number(at, 1));
    if (first > 21) {
      std::int32_t value = 0;
      at += read_operand(reader, dict, at, value);
      entry.operands.push_back(value);
      continue;
    }
    entry.code = first == 12 ? 1200 + static_cast<int>(reader.number(at + 1, 1)) : first;
    at += first == 12 ? 2 : 1;
    entry.bytes = reader.piece(start, at - start);
    entries.push_back(std::move(entry));
    entry = {};
    start = at;
  }
  if (!reader.sound() || !entry.operands.empty()) return std::nullopt;
  return entries;
}

const CffEntry* find_cff_entry(const std::vector<CffEntry>& dict, int code) {
  const auto at = std::find_if(dict.begin(), dict.end(), [code](const CffEntry& entry) { return entry.code == code; });
  return at == dict.end() ? nullptr : &*at;
}

std::size_t cff_offset(const std::vector<CffEntry>& dict, int code, std::size_t place) {
  const CffEntry* entry = find_cff_entry(dict, code);
  if (entry == nullptr || place >= entry->operands.size() || entry->operands[place] < 0) return 0;
  return static_cast<std::size_t>(entry->operands[place]);
}

std::optional<std::vector<CffEntry>> read_cff_top(CffReader& reader) {
  const CffIndex names = reader.index(reader.number(2, 1));
  const CffIndex tops = reader.index(names.end);
  const std::string_view top = reader.item(tops, 0);
  if (!reader.sound() || tops.count != 1) return std::nullopt;
  return read_cff_dict(top);
}

}  // namespace gongkai::pdf
