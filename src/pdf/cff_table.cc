#include "pdf/cff_table.h"

#include <algorithm>
#include <array>

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

std::size_t number_of(std::string_view bytes) {
  std::size_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

}  // namespace

CffSource cff_in_memory(std::string_view table) {
  return [table](std::size_t at, std::size_t size, char* to) {
    if (at > table.size() || size > table.size() - at) return false;
    std::copy_n(table.data() + at, size, to);
    return true;
  };
}

std::size_t CffReader::number(std::size_t at, std::size_t size) {
  std::array<char, sizeof(std::size_t)> bytes{};
  if (size > bytes.size() || !source_(at, size, bytes.data())) {
    sound_ = false;
    return 0;
  }
  return number_of({bytes.data(), size});
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

void CffReader::keep_offsets(CffIndex& index) {
  if (index.count > 0) index.kept_offsets = piece(index.offsets, (index.count + 1) * index.width);
}

std::string CffReader::item(const CffIndex& index, std::size_t i) {
  std::string out;
  append_item(index, i, out);
  return out;
}

std::string CffReader::piece(std::size_t at, std::size_t size) {
  std::string out;
  append(at, size, out);
  return out;
}

void CffReader::append_item(const CffIndex& index, std::size_t i, std::string& out) {
  constexpr std::size_t kWidest = 4;
  std::array<char, 2 * kWidest> offsets{};
  const auto read_offsets = [&] {
    if (index.kept_offsets.empty()) return source_(index.offsets + i * index.width, 2 * index.width, offsets.data());
    index.kept_offsets.copy(offsets.data(), 2 * index.width, i * index.width);
    return true;
  };
  if (i >= index.count || index.width > kWidest || !read_offsets()) {
    sound_ = false;
    return;
  }
  const std::size_t from = number_of({offsets.data(), index.width});
  const std::size_t to = number_of({offsets.data() + index.width, index.width});
  if (from > to) {
    sound_ = false;
    return;
  }
  append(index.data + from, to - from, out);
}

void CffReader::append(std::size_t at, std::size_t size, std::string& out) {
  constexpr std::size_t kMost = 1U << 20U;  // of one piece; what a damaged table asks for is not asked of memory
  const std::size_t before = out.size();
  if (size > kMost) {
    sound_ = false;
    return;
  }
  out.resize(before + size);
  if (source_(at, size, out.data() + before)) return;
  out.resize(before);
  sound_ = false;
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
  const std::string top = reader.item(tops, 0);
  if (!reader.sound() || tops.count != 1) return std::nullopt;
  return read_cff_dict(top);
}

}  // namespace gongkai::pdf
