#include "compose/long_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "compose/text_table.h"

namespace gongkai {
namespace {

constexpr int kDeepestHeading = 4;

bool is_chinese_digit(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}
bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// Number of leading characters of `text` from `start` that are digits of one kind.
std::size_t count_digits(std::u32string_view text, std::size_t start, bool (*digit)(char32_t)) {
  std::size_t end = start;
  while (end < text.size() && digit(text[end])) ++end;
  return end - start;
}

AuthoredNumber found(int level, std::u32string_view text, std::size_t length) {
  while (length < text.size() && text[length] == U' ') ++length;
  return {level, encode_utf8(text.substr(0, length)).size()};
}

class LongTextComposer {
 public:
  LongTextComposer(const ComposeContext& context, const Fact& text, int level, HeadingNumbers& numbers)
      : context_(context), text_(text), level_(level), numbers_(numbers), under_(numbers.level()) {}

  std::vector<Block> compose(const std::vector<TextLine>& lines) {
    shallowest_ = kDeepestHeading;
    for (const TextLine& line : lines) {
      if (is_authored_heading(line.text)) {
        shallowest_ = std::min(shallowest_, read_authored_number(line.text).level);
      }
    }
    for (std::size_t i = 0; i < lines.size();) {
      if (is_text_table_line(lines[i].text)) {
        i = add_table(lines, i);
      } else {
        add_line(lines[i++]);
      }
    }
    return std::move(blocks_);
  }

 private:
  std::size_t add_table(const std::vector<TextLine>& lines, std::size_t begin) {
    std::size_t end = begin;
    while (end < lines.size() && is_text_table_line(lines[end].text)) ++end;
    const std::vector<TextLine> rows(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                     lines.begin() + static_cast<std::ptrdiff_t>(end));
    blocks_.push_back({compose_text_table(context_, text_, rows)});
    return end;
  }

  void add_line(const TextLine& line) {
    const std::string text(trim(line.text));
    if (text.empty()) return;
    if (is_authored_heading(text)) {
      add_heading(text, line.span);
      return;
    }
    Paragraph paragraph;
    if (read_authored_number(text).level > 0) paragraph.kind = ParagraphKind::NumberedBody;
    paragraph.runs = authored_runs(context_, text_, text, line.span);
    blocks_.push_back({std::move(paragraph)});
  }

  void add_heading(const std::string& text, Span span) {
    const AuthoredNumber authored = read_authored_number(text);
    Heading heading;
    if (level_ > 0) {
      heading.level = std::min(level_ + authored.level - shallowest_, kDeepestHeading);
      heading.number = numbers_.next_heading(heading.level);
      heading.anchor = numbers_.anchor();
    } else {
      heading.level = std::min(std::max(authored.level, under_ + 1), kDeepestHeading);
      heading.number = text.substr(0, authored.length);
      heading.anchor = numbers_.authored_anchor();
    }
    heading.runs = authored_runs(context_, text_, text.substr(authored.length), span);
    blocks_.push_back({std::move(heading)});
  }

  const ComposeContext& context_;
  const Fact& text_;
  int level_;
  HeadingNumbers& numbers_;
  int under_;
  int shallowest_ = kDeepestHeading;
  std::vector<Block> blocks_;
};

}  // namespace

AuthoredNumber read_authored_number(std::string_view line) {
  const std::u32string text = decode_utf8(line.substr(0, 64));
  if (const std::size_t digits = count_digits(text, 0, is_chinese_digit); digits > 0) {
    return digits < text.size() && text[digits] == U'、' ? found(2, text, digits + 1) : AuthoredNumber{};
  }
  if (const std::size_t digits = count_digits(text, 0, is_digit); digits > 0 && digits <= 2) {
    const bool point = digits < text.size() && (text[digits] == U'.' || text[digits] == U'．');
    const bool decimal = digits + 1 < text.size() && is_digit(text[digits + 1]);
    return point && !decimal ? found(4, text, digits + 1) : AuthoredNumber{};
  }
  if (text.empty() || (text[0] != U'（' && text[0] != U'(')) return {};
  const std::size_t chinese = count_digits(text, 1, is_chinese_digit);
  const std::size_t digits = chinese > 0 ? chinese : count_digits(text, 1, is_digit);
  const std::size_t close = digits + 1;
  if (digits == 0 || close >= text.size() || (text[close] != U'）' && text[close] != U')')) return {};
  return found(chinese > 0 ? 3 : 5, text, close + 1);
}

bool is_authored_heading(std::string_view line) {
  constexpr std::array<std::string_view, 6> kSentenceEnds = {"。", "；", "：", "，", "！", "？"};
  const std::string_view text = trim(line);
  const int level = read_authored_number(text).level;
  if (level == 0 || level > kDeepestHeading) return false;
  return std::ranges::none_of(kSentenceEnds, [&](std::string_view end) { return text.ends_with(end); });
}

std::vector<Block> compose_long_text(const ComposeContext& context, const Fact& text, int level,
                                     HeadingNumbers& numbers) {
  LongTextComposer composer(context, text, level, numbers);
  if (const auto* lines = std::get_if<std::vector<TextLine>>(&text.value)) return composer.compose(*lines);
  if (const std::string* line = text.text()) {
    const Span span = text.authored.empty() ? Span{} : text.authored.front().span;
    return composer.compose({{*line, span}});
  }
  return {};
}

}  // namespace gongkai
