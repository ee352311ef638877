#include "pdf/cff_subset.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "pdf/cff_table.h"

namespace gongkai::pdf {
namespace {

constexpr std::size_t kMostGlyphs = 65535;
constexpr std::int32_t kFirstOwnString = 391;  // standard strings come before
constexpr std::size_t kRange = 3;              // of glyphs with one part: the first in two bytes, the part in one
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

/// The items of an INDEX, one behind the other.
struct Items {
  std::string bytes;
  std::vector<std::size_t> ends;

  void add(std::string_view item) {
    bytes += item;
    ends.push_back(bytes.size());
  }
};

Items items_of(std::initializer_list<std::string_view> list) {
  Items items;
  for (const std::string_view item : list) items.add(item);
  return items;
}

void append_index(std::string& out, const Items& items) {
  append_big_endian(out, items.ends.size(), 2);
  if (items.ends.empty()) return;
  std::size_t width = 1;
  while (width < 4 && (items.bytes.size() + 1) >> (8 * width) != 0) ++width;
  out.reserve(out.size() + 1 + (items.ends.size() + 1) * width + items.bytes.size());
  out += static_cast<char>(width);
  append_big_endian(out, 1, width);
  for (const std::size_t end : items.ends) append_big_endian(out, end + 1, width);
  out += items.bytes;
}

/// One of the fonts a CID-keyed font is put together from: what its glyphs share.
struct FontPart {
  std::string matrix;  ///< the DICT entry, "" when there is none
  std::string widths;  ///< the Private DICT
  std::size_t widths_at = 0;
};

}  // namespace

class PlainCff::Table {
 public:
  explicit Table(CffSource cff) : reader_(std::move(cff)) {}

  /// False when the table is not of the easy kind.
  bool read_head() {
    const CffIndex names = reader_.index(reader_.number(2, 1));
    name_ = reader_.item(names, 0);
    const CffIndex tops = reader_.index(names.end);
    const CffIndex strings = reader_.index(tops.end);
    const CffIndex subroutines = reader_.index(strings.end);
    auto top = read_cff_top(reader_);
    if (!top || subroutines.count != 0 || !is_plain_top(*top)) return false;
    top_ = std::move(*top);
    return read_parts() && reader_.sound();
  }

  /// The rest of what cutting needs, once; false when it is damaged.
  bool open() {
    if (glyphs_.count > 0) return reader_.sound();
    glyphs_ = reader_.index(cff_offset(top_, kCffCharStrings));
    reader_.keep_offsets(glyphs_);
    return read_select() && reader_.sound();
  }

  std::optional<std::string> subset(const std::vector<std::uint32_t>& glyphs) {
    if (!open()) return std::nullopt;
    Items outlines;
    std::string select(1, '\0');  // format 0: a byte for each glyph
    const auto add = [&](std::uint32_t glyph) {
      outlines.add(outline(glyph));
      const std::size_t part = part_of(glyph);
      select += static_cast<char>(part);
      return part < parts_.size();
    };
    bool sound = glyphs.size() < kMostGlyphs && add(0);
    for (const std::uint32_t glyph : glyphs) sound = sound && add(glyph);
    if (!sound || !reader_.sound()) return std::nullopt;
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

  /// Documents of one kind use much the same glyphs. Their outlines are a few hundred bytes each.
  const std::string& outline(std::uint32_t glyph) {
    const auto [known, is_new] = outlines_.try_emplace(glyph);
    if (is_new) reader_.append_item(glyphs_, glyph, known->second);
    return known->second;
  }

  /// Reads which glyphs belong to which part: a list by glyph, or ranges with a part each.
  bool read_select() {
    const std::size_t at = cff_offset(top_, kCffFontSelect);
    const std::size_t format = reader_.number(at, 1);
    if (format != 0 && format != 3) return false;
    select_in_ranges_ = format == 3;
    select_ = select_in_ranges_ ? reader_.piece(at + 3, kRange * reader_.number(at + 1, 2))
                                : reader_.piece(at + 1, glyphs_.count);
    return !select_.empty();
  }

  /// Which part a glyph of the font belongs to.
  std::size_t part_of(std::uint32_t glyph) const {
    const auto byte = [this](std::size_t at) { return static_cast<unsigned char>(select_[at]); };
    if (!select_in_ranges_) return glyph < select_.size() ? byte(glyph) : parts_.size();
    std::size_t low = 0;
    std::size_t high = select_.size() / kRange;
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      const unsigned first = byte(middle * kRange) << 8U | byte(middle * kRange + 1);
      (first <= glyph ? low : high) = middle;
    }
    return byte(low * kRange + 2);
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
    append_index(out, items_of({name_}));
    append_index(out, items_of({top_dict(offsets, glyphs)}));
    append_index(out, items_of({"Adobe", "Identity"}));
    append_index(out, {});  // subroutines
    return out;
  }

  std::string write(const Items& outlines, const std::string& select) {
    std::array<std::size_t, 4> offsets{};
    std::string out = head(offsets, outlines.ends.size());
    offsets[0] = out.size();
    out += '\x02';  // charset in ranges: a single one, from CID 1 on
    append_big_endian(out, 1, 2);
    append_big_endian(out, outlines.ends.size() - 2, 2);
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
    const std::string told = head(offsets, outlines.ends.size());
    out.replace(0, told.size(), told);
    return out;
  }

  void append_font_array(std::string& out) const {
    Items fonts;
    for (const FontPart& part : parts_) {
      std::string font = part.matrix;
      append_operand(font, part.widths.size());
      append_operand(font, part.widths_at);
      append_operator(font, kCffPrivate);
      fonts.add(font);
    }
    append_index(out, fonts);
  }

  CffReader reader_;
  std::string name_;
  Dict top_;
  CffIndex glyphs_;
  std::string select_;
  bool select_in_ranges_ = false;
  std::vector<FontPart> parts_;
  std::unordered_map<std::uint32_t, std::string> outlines_;  ///< looked up, never walked
};

PlainCff::PlainCff(CffSource cff) : table_(std::make_unique<Table>(std::move(cff))), plain_(table_->read_head()) {}
PlainCff::~PlainCff() = default;

bool PlainCff::is_plain() const {
  return plain_;
}

std::optional<std::string> PlainCff::subset(const std::vector<std::uint32_t>& glyphs) {
  return plain_ && !glyphs.empty() ? table_->subset(glyphs) : std::nullopt;
}

std::optional<std::string> subset_plain_cff(CffSource cff, const std::vector<std::uint32_t>& glyphs) {
  return PlainCff(std::move(cff)).subset(glyphs);
}

}  // namespace gongkai::pdf
