#include "pdf/cff_subset.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "pdf/cff_table.h"

namespace gongkai::pdf {
namespace {

constexpr std::size_t kMostGlyphs = 65535;
constexpr std::int32_t kFirstOwnString = 391;  // standard strings come before
constexpr std::string_view kHeader("\x01\x00\x04\x04", 4);

using Dict = std::vector<CffEntry>;

bool holds_only(const Dict& dict, std::initializer_list<int> codes) {
  return std::all_of(dict.begin(), dict.end(), [&](const CffEntry& entry) {
    return std::find(codes.begin(), codes.end(), entry.code) != codes.end();
  });
}

void append_big_endian(std::string& out, std::size_t value, std::size_t bytes) {
  for (std::size_t i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

/// Always five bytes, so that a DICT's size is known before its offsets are.
void append_operand(std::string& out, std::size_t value) {
  out += '\x1D';
  append_big_endian(out, value, 4);
}

void append_operator(std::string& out, int code) {
  if (code >= 1200) out += '\x0C';
  out += static_cast<char>(code >= 1200 ? code - 1200 : code);
}

void append_index(std::string& out, const std::vector<std::string_view>& items) {
  append_big_endian(out, items.size(), 2);
  if (items.empty()) return;
  std::size_t size = 1;
  for (const std::string_view item : items) size += item.size();
  std::size_t width = 1;
  while (width < 4 && size >> (8 * width) != 0) ++width;
  out += static_cast<char>(width);
  std::size_t offset = 1;
  append_big_endian(out, offset, width);
  out.reserve(out.size() + items.size() * width + size);
  for (const std::string_view item : items) append_big_endian(out, offset += item.size(), width);
  for (const std::string_view item : items) out += item;
}

/// One of the fonts a CID-keyed font is put together from: what its glyphs share.
struct FontPart {
  std::string_view matrix;  ///< the DICT entry, "" when there is none
  std::string_view widths;  ///< the Private DICT
  std::size_t widths_at = 0;
};

class PlainCff {
 public:
  explicit PlainCff(std::string_view cff) : reader_(cff) {}

  /// False when the table is not of the easy kind.
  bool open() {
    const CffIndex names = reader_.index(reader_.number(2, 1));
    name_ = reader_.item(names, 0);
    const CffIndex tops = reader_.index(names.end);
    const CffIndex strings = reader_.index(tops.end);
    const CffIndex subroutines = reader_.index(strings.end);
    auto top = read_cff_top(reader_);
    if (!top || subroutines.count != 0 || !is_plain_top(*top)) return false;
    top_ = std::move(*top);
    glyphs_ = reader_.index(cff_offset(top_, kCffCharStrings));
    select_at_ = cff_offset(top_, kCffFontSelect);
    select_format_ = reader_.number(select_at_, 1);
    return read_parts() && reader_.sound() && (select_format_ == 0 || select_format_ == 3);
  }

  std::optional<std::string> subset(const std::vector<std::uint32_t>& glyphs) {
    std::vector<std::string_view> outlines = {reader_.item(glyphs_, 0)};
    std::string select(1, '\0');  // format 0: a byte for each glyph
    select += static_cast<char>(part_of(0));
    for (const std::uint32_t glyph : glyphs) {
      outlines.push_back(reader_.item(glyphs_, glyph));
      const std::size_t part = part_of(glyph);
      if (part >= parts_.size()) return std::nullopt;
      select += static_cast<char>(part);
    }
    if (!reader_.sound() || outlines.size() > kMostGlyphs) return std::nullopt;
    return write(outlines, select);
  }

 private:
  static bool is_plain_top(const Dict& top) {
    for (const int needed : {kCffRos, kCffCharStrings, kCffFontArray, kCffFontSelect}) {
      if (find_cff_entry(top, needed) == nullptr) return false;
    }
    return holds_only(
        top, {kCffVersion, kCffNotice, kCffFullName, kCffFamilyName, kCffWeight, kCffFontBox, kCffCharset,
              kCffCharStrings, kCffCopyright, kCffItalicAngle, kCffUnderlinePosition, kCffUnderlineThickness,
              kCffMatrix, kCffRos, kCffCidVersion, kCffCidRevision, kCffCidCount, kCffFontArray, kCffFontSelect});
  }

  bool read_parts() {
    const CffIndex array = reader_.index(cff_offset(top_, kCffFontArray));
    for (std::size_t i = 0; i < array.count; ++i) {
      const auto font = read_cff_dict(reader_.item(array, i));
      if (!font || !holds_only(*font, {kCffFontName, kCffPrivate, kCffMatrix})) return false;
      FontPart part;
      if (const CffEntry* matrix = find_cff_entry(*font, kCffMatrix)) part.matrix = matrix->bytes;
      part.widths = reader_.piece(cff_offset(*font, kCffPrivate, 1), cff_offset(*font, kCffPrivate));
      const auto widths = read_cff_dict(part.widths);
      if (!widths || !holds_only(*widths, {kCffDefaultWidth, kCffNominalWidth})) return false;
      parts_.push_back(part);
    }
    return !parts_.empty();
  }

  /// Which part a glyph belongs to.
  std::size_t part_of(std::uint32_t glyph) {
    if (select_format_ == 0) return reader_.number(select_at_ + 1 + glyph, 1);
    constexpr std::size_t kRange = 3;  // first glyph in two bytes, part in one
    std::size_t low = 0;
    std::size_t high = reader_.number(select_at_ + 1, 2);
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      (reader_.number(select_at_ + 3 + middle * kRange, 2) <= glyph ? low : high) = middle;
    }
    return reader_.number(select_at_ + 3 + low * kRange + 2, 1);
  }

  std::string top_dict(const std::array<std::size_t, 4>& offsets, std::size_t glyphs) const {
    std::string out;
    append_operand(out, kFirstOwnString);
    append_operand(out, kFirstOwnString + 1);
    append_operand(out, 0);
    append_operator(out, kCffRos);  // the first entry, by which readers know what kind of font this is
    for (const int copied : {kCffFontBox, kCffMatrix}) {
      if (const CffEntry* entry = find_cff_entry(top_, copied)) out += entry->bytes;
    }
    append_operand(out, glyphs);
    append_operator(out, kCffCidCount);
    constexpr std::array kPlaces = {kCffCharset, kCffFontSelect, kCffCharStrings, kCffFontArray};
    for (std::size_t i = 0; i < offsets.size(); ++i) {
      append_operand(out, offsets.at(i));
      append_operator(out, kPlaces.at(i));
    }
    return out;
  }

  std::string head(const std::array<std::size_t, 4>& offsets, std::size_t glyphs) const {
    std::string out(kHeader);
    append_index(out, {name_});
    append_index(out, {top_dict(offsets, glyphs)});
    append_index(out, {"Adobe", "Identity"});
    append_index(out, {});  // subroutines
    return out;
  }

  std::string write(const std::vector<std::string_view>& outlines, const std::string& select) {
    std::array<std::size_t, 4> offsets{};
    std::string out = head(offsets, outlines.size());
    offsets[0] = out.size();
    out += '\x02';  // charset in ranges: a single one, from CID 1 on
    append_big_endian(out, 1, 2);
    append_big_endian(out, outlines.size() - 2, 2);
    offsets[1] = out.size();
    out += select;
    offsets[2] = out.size();
    append_index(out, outlines);
    for (FontPart& part : parts_) {
      part.widths_at = out.size();
      out += part.widths;
    }
    offsets[3] = out.size();
    append_font_array(out);
    // The size of the head does not depend on the offsets it tells.
    const std::string told = head(offsets, outlines.size());
    out.replace(0, told.size(), told);
    return out;
  }

  void append_font_array(std::string& out) const {
    std::vector<std::string> fonts;
    for (const FontPart& part : parts_) {
      std::string& font = fonts.emplace_back(part.matrix);
      append_operand(font, part.widths.size());
      append_operand(font, part.widths_at);
      append_operator(font, kCffPrivate);
    }
    append_index(out, {fonts.begin(), fonts.end()});
  }

  CffReader reader_;
  std::string_view name_;
  Dict top_;
  CffIndex glyphs_;
  std::size_t select_at_ = 0;
  std::size_t select_format_ = 0;
  std::vector<FontPart> parts_;
};

}  // namespace

std::optional<std::string> subset_plain_cff(std::string_view cff, const std::vector<std::uint32_t>& glyphs) {
  PlainCff font(cff);
  if (glyphs.empty() || !font.open()) return std::nullopt;
  return font.subset(glyphs);
}

}  // namespace gongkai::pdf
