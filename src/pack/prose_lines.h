#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace gongkai {

/// A line of disclosure.txt without outer blanks, and its place.
struct ProseLine {
  std::string_view text;
  Span span;
};

/// A directive line "@词 其余".
struct DirectiveLine {
  std::string_view word;
  std::string_view rest;
  Span rest_span;
};

/// The lines that count: blank lines and @注 comments are left out.
std::vector<ProseLine> split_prose_lines(FileId file, const Sources& sources);

/// Empty when the line is not a directive.
std::optional<DirectiveLine> read_directive(const ProseLine& line);

/// A heading or numbered paragraph: the number of leading '#' (0 for none) and the text after them.
struct MarkedLine {
  int level = 0;
  std::string_view text;
  Span span;
};
MarkedLine read_marks(const ProseLine& line);

/// "式 作 名 间隔 “；”" cut into its parts; `name` and `separator` are empty when not written.
struct LoopArguments {
  std::string_view list;
  std::string_view name;
  std::string_view separator;
  bool has_separator = false;
};
LoopArguments split_loop_arguments(std::string_view rest);

/// One of the words of "名 收支总计 '年初预算' (甲 + 乙)": blanks inside quotes and brackets do not part.
struct SpacedWord {
  std::string_view text;
  std::size_t offset = 0;  ///< bytes from the start of the line
};
std::vector<SpacedWord> split_spaced_words(std::string_view rest);

/// "式 级 n": the level is 0 when not written.
struct LongTextArguments {
  std::string_view expression;
  std::string_view level;
};
LongTextArguments split_long_text_arguments(std::string_view rest);

}  // namespace gongkai
