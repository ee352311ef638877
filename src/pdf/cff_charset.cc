#include "pdf/cff_charset.h"

#include <cstddef>

#include "pdf/cff_table.h"

namespace gongkai::pdf {

std::optional<std::vector<std::uint32_t>> read_cids(std::string_view cff) {
  CffReader reader(cff);
  const auto top = read_cff_top(reader);
  if (!top) return std::nullopt;
  const std::size_t glyphs = cff_offset(*top, kCffCharStrings);
  const std::size_t charset = cff_offset(*top, kCffCharset);
  const std::size_t count = reader.number(glyphs, 2);
  if (!reader.sound() || glyphs == 0 || count == 0) return std::nullopt;
  std::vector<std::uint32_t> cids{0};
  if (find_cff_entry(*top, kCffRos) == nullptr || charset <= 2) {
    while (cids.size() < count) cids.push_back(static_cast<std::uint32_t>(cids.size()));
    return cids;
  }
  const std::size_t format = reader.number(charset, 1);
  if (format > 2) return std::nullopt;
  for (std::size_t at = charset + 1; cids.size() < count && reader.sound();) {
    const std::size_t first = reader.number(at, 2);
    const std::size_t more = format == 0 ? 0 : reader.number(at + 2, format);
    for (std::size_t i = 0; i <= more && cids.size() < count; ++i)
      cids.push_back(static_cast<std::uint32_t>(first + i));
    at += 2 + format;
  }
  if (!reader.sound()) return std::nullopt;
  return cids;
}

}  // namespace gongkai::pdf
