// Cutting down the outline table of a font that is easy to cut: without subroutines and hints, as fonts/prepare.sh
// makes them. Every glyph stands for itself there, so cutting is copying.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pdf/cff_table.h"

namespace gongkai::pdf {

/// A table that may be of the easy kind, read piece by piece. What was read of it is kept for the next document.
class PlainCff {
 public:
  explicit PlainCff(CffSource cff);
  ~PlainCff();
  PlainCff(const PlainCff&) = delete;
  PlainCff& operator=(const PlainCff&) = delete;

  /// Whether it is, as far as its head tells.
  bool is_plain() const;

  /// A CID-keyed CFF table of these glyphs, the first of them with the CID 1, the next with 2, …; CID 0 is .notdef.
  /// Nothing when the table is damaged or not of the easy kind.
  std::optional<std::string> subset(const std::vector<std::uint32_t>& glyphs);

 private:
  class Table;
  std::unique_ptr<Table> table_;
  bool plain_ = false;
};

/// The same of a table looked at once.
std::optional<std::string> subset_plain_cff(CffSource cff, const std::vector<std::uint32_t>& glyphs);

}  // namespace gongkai::pdf
