// Cuts a text into atoms and shapes them.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/atoms.h"
#include "layout/fonts.h"
#include "layout/text_class.h"

namespace gongkai {

/// Words wider than `width` points at this size are cut into their characters. Width 0: none is.
struct WordLimit {
  double size = 0;
  double width = 0;

  bool exceeded_by(double advance) const { return width > 0 && advance * size > width; }
  friend bool operator==(const WordLimit&, const WordLimit&) = default;
};

/// One cutter for one document: it reports a character that a fallback family serves (N0711) or none has (E0715) once.
class AtomCutter {
 public:
  AtomCutter(FontLibrary& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

  /// The atoms of a text, which have no size yet.
  AtomList cut(const Runs& runs, std::string_view role, const WordLimit& limit = {});

 private:
  /// A character of the text and where it came from.
  struct Character {
    std::size_t begin = 0;  ///< byte in the plain text
    std::size_t end = 0;
    std::size_t run = 0;
  };

  void read();
  /// Adds the atom that begins at character `first`; returns the character after it.
  std::size_t add_from(std::size_t first);
  bool belongs_to(std::size_t first, std::size_t i, FaceId face);
  std::size_t add_characters(std::size_t first, std::size_t last, FaceId face);
  std::size_t add_unseen(std::size_t i);
  void add(std::size_t first, std::size_t last, FaceId face, const ShapedText& shaped);
  bool stands_apart(std::size_t i) const;
  std::string_view text_of(std::size_t first, std::size_t last) const;
  std::optional<FaceId> face_of(std::size_t i);
  void report_missing(std::size_t i);
  /// Combining marks are shown by the face of the character they stand on, which may not have them.
  void report_missing_marks(std::size_t first, std::size_t last, const ShapedText& shaped);
  void report_fallback(std::size_t i, FaceId face);

  FontLibrary& fonts_;
  Diagnostics& diagnostics_;
  std::set<char32_t> reported_;  ///< characters already spoken of
  // Of the text being cut; kept from one text to the next for their memory.
  const Runs* runs_ = nullptr;
  std::string_view role_name_;
  std::optional<RoleId> role_;
  WordLimit limit_;
  std::string plain_;
  std::u32string values_;
  std::vector<TextClass> classes_;
  std::vector<Character> characters_;
  std::vector<BreakKind> breaks_;
  AtomList list_;
};

}  // namespace gongkai
