// Byte offsets of a text's lines, and the spans of places in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "yaml/yaml_place.h"

namespace gongkai {

class LineIndex {
 public:
  LineIndex(FileId file, std::string_view text);

  std::size_t line_count() const { return starts_.size(); }
  /// Line `index` (0-based) without its end.
  std::string_view line(std::size_t index) const;
  /// Offset of the first byte of line `index`.
  std::size_t start(std::size_t index) const { return starts_.at(index); }
  /// A span from a place in lines and characters.
  Span span_of(YamlPlace place, std::size_t characters = 1) const {
    return {file_, static_cast<std::uint32_t>(place.line + 1), static_cast<std::uint32_t>(place.column + 1),
            static_cast<std::uint32_t>(std::max<std::size_t>(characters, 1))};
  }
  /// The byte column of a place in its line; of one beyond its end, its length.
  std::size_t byte_column(YamlPlace place) const;
  /// The byte that begins the character at a place; '\0' behind the end of its line.
  char character_at(YamlPlace place) const;
  /// A span from a 0-based line and byte column.
  Span span(std::size_t line_index, std::size_t byte_column, std::size_t characters = 1) const;
  /// The span of a byte offset of the whole text.
  Span span_at(std::size_t offset) const;
  std::string_view text() const { return text_; }
  FileId file() const { return file_; }

 private:
  FileId file_;
  std::string_view text_;
  std::vector<std::size_t> starts_;

  /// Where the last answer stood: marks come in order, so a line of many tokens is walked once, not once a token.
  struct Cursor {
    std::size_t line = 0;
    std::size_t byte = 0;
    std::size_t column = 0;
  };
  mutable Cursor cursor_;
};

}  // namespace gongkai
