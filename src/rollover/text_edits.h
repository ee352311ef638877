// Changes to a text collected first and made at once, so that all places stay those of the original.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

class TextEdits {
 public:
  explicit TextEdits(std::string_view text) : text_(text) {}

  /// The bytes from `begin` up to `end` become `by`. Ranges do not overlap; one inside another is swallowed by it.
  void replace(std::size_t begin, std::size_t end, std::string by);
  /// Notes a remark for the line that holds `offset`; remarks of one line are joined.
  void remark(std::size_t offset, std::string words);
  /// The text with all changes. A short line gets its remarks at its end, a long one on a line of its own above.
  /// Remarks begin with `mark`, and those an earlier run left are taken away.
  std::string apply(std::string_view mark) const;

 private:
  struct Edit {
    std::size_t end = 0;
    std::string by;
  };

  std::string apply_edits(std::size_t begin, std::size_t end) const;
  bool covered(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::map<std::size_t, Edit> edits_;
  std::map<std::size_t, std::vector<std::string>> remarks_;  ///< by the start of the line
};

}  // namespace gongkai
