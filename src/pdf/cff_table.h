// Reading the pieces of a CFF table: numbers, INDEXes, DICTs. Adobe Technical Note 5176, sections 3 to 5.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::pdf {

/// Operators of DICTs; an escaped one is 1200 + its second byte.
enum CffOperator : int {
  kCffVersion = 0,
  kCffNotice = 1,
  kCffFullName = 2,
  kCffFamilyName = 3,
  kCffWeight = 4,
  kCffFontBox = 5,
  kCffCharset = 15,
  kCffCharStrings = 17,
  kCffPrivate = 18,
  kCffDefaultWidth = 20,
  kCffNominalWidth = 21,
  kCffCopyright = 1200,
  kCffItalicAngle = 1202,
  kCffUnderlinePosition = 1203,
  kCffUnderlineThickness = 1204,
  kCffMatrix = 1207,
  kCffRos = 1230,
  kCffCidVersion = 1231,
  kCffCidRevision = 1232,
  kCffCidCount = 1234,
  kCffFontArray = 1236,
  kCffFontSelect = 1237,
  kCffFontName = 1238,
};

/// Where the items of an INDEX are.
struct CffIndex {
  std::size_t count = 0;
  std::size_t width = 1;    ///< of an offset, in bytes
  std::size_t offsets = 0;  ///< where they begin
  std::size_t data = 0;     ///< what they count from
  std::size_t end = 0;
  std::string kept_offsets;  ///< read at once by keep_offsets(); "" when each is read with its item
};

/// The bytes of a table: copies `size` of them from `at` on to `to`; false when they are not all there.
using CffSource = std::function<bool(std::size_t at, std::size_t size, char* to)>;

/// A table in memory, which must outlive the source.
CffSource cff_in_memory(std::string_view table);

/// Reads big-endian numbers and pieces; outside the table it answers 0 and nothing, and remembers that.
class CffReader {
 public:
  explicit CffReader(CffSource source) : source_(std::move(source)) {}
  explicit CffReader(std::string_view table) : CffReader(cff_in_memory(table)) {}

  bool sound() const { return sound_; }
  std::size_t number(std::size_t at, std::size_t size);
  CffIndex index(std::size_t at);
  /// For an INDEX of which many items are read: two readings of the file become one.
  void keep_offsets(CffIndex& index);
  std::string item(const CffIndex& index, std::size_t i);
  std::string piece(std::size_t at, std::size_t size);
  void append_item(const CffIndex& index, std::size_t i, std::string& out);

 private:
  void append(std::size_t at, std::size_t size, std::string& out);

  CffSource source_;
  bool sound_ = true;
};

/// An operator with what stands before it. Only whole numbers are told; a real number counts as 0.
struct CffEntry {
  int code = 0;
  std::vector<std::int32_t> operands;
  std::string bytes;  ///< operands and operator as they stand
};

/// The entries of a DICT; nothing when it is damaged.
std::optional<std::vector<CffEntry>> read_cff_dict(std::string_view dict);

/// The first entry of this operator, or null.
const CffEntry* find_cff_entry(const std::vector<CffEntry>& dict, int code);

/// The `place`-th operand of the operator as an offset or a size; 0 when it is not there or negative.
std::size_t cff_offset(const std::vector<CffEntry>& dict, int code, std::size_t place = 0);

/// The Top DICT of a table's first font; nothing when the table is damaged.
std::optional<std::vector<CffEntry>> read_cff_top(CffReader& reader);

}  // namespace gongkai::pdf
