// Diagnostics as text for people: place, source line with carets, notes, hint.
#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/utf8.h"

namespace gongkai {
namespace {

const char* severity_word(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "说明";
    case Severity::Warning:
      return "提醒";
    case Severity::Error:
      return "错误";
  }
  return "";
}

const char* severity_color(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "\033[36m";
    case Severity::Warning:
      return "\033[33m";
    case Severity::Error:
      return "\033[31m";
  }
  return "";
}

/// A character as it may be printed: what a terminal would obey or not show at all becomes a sign one can see.
char32_t printable(char32_t c) {
  constexpr char32_t kControlPictures = 0x2400;
  if (c == 0x7F) return kControlPictures + 0x21;
  if (c < 0x20) return kControlPictures + c;
  const bool unseen = (c >= 0x80 && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                      (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
  return unseen ? U'\uFFFD' : c;
}

/// A message that quotes what somebody pasted may be as long as the file; nobody reads so far.
std::string printable(std::string_view text) {
  constexpr std::size_t kMostCharacters = 600;
  std::string out;
  std::size_t count = 0;
  for (char32_t c : decode_utf8(text.substr(0, kMostCharacters * 4))) {
    if (count++ < kMostCharacters) append_utf8(out, printable(c));
  }
  return count > kMostCharacters ? out + "……" : out;
}

constexpr std::size_t kMaxCells = 110;

/// The text from character `from` on, as much as an excerpt may show: a line can be as long as a file.
std::u32string window(std::string_view line, std::size_t from) {
  constexpr std::size_t kMaxBytes = 4;  // of a character
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
  std::size_t at = 0;
  for (; from > 0 && at < line.size(); --from) {
    for (++at; at < line.size() && continues(line[at]); ++at) {
    }
  }
  return decode_utf8(line.substr(at, kMaxCells * kMaxBytes));
}

/// Lines of the sources; each file is cut into lines once, however many diagnostics point into it.
class SourceLines {
 public:
  explicit SourceLines(const Sources& sources) : sources_(sources) {}

  std::string_view line(const Span& span) {
    const std::string_view text = sources_.file(span.file).text;
    const std::vector<std::size_t>& starts = starts_of(span.file, text);
    if (span.line > starts.size()) return {};
    const std::size_t start = starts[span.line - 1];
    std::string_view line = text.substr(start, text.find('\n', start) - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  const Sources& sources() const { return sources_; }

 private:
  const std::vector<std::size_t>& starts_of(FileId file, std::string_view text) {
    std::vector<std::size_t>& starts = starts_[file];
    if (!starts.empty()) return starts;
    starts.push_back(0);
    for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
      starts.push_back(i + 1);
    }
    return starts;
  }

  const Sources& sources_;
  std::map<FileId, std::vector<std::size_t>> starts_;
};

/// The source line and a line of carets under the span; tabs count as one blank.
std::string excerpt(const Span& span, SourceLines& lines) {
  if (!span.known()) return {};
  const std::string_view line = lines.line(span);
  const std::size_t start = span.column > 0 ? span.column - 1 : 0;
  const std::size_t from = start > kMaxCells / 2 ? start - kMaxCells / 4 : 0;
  const std::u32string text = window(line, from);
  std::string shown;
  std::string carets;
  std::size_t cells = 0;
  for (std::size_t i = from; i < from + text.size() && cells < kMaxCells; ++i) {
    const char32_t c = text[i - from] == U'\t' ? U' ' : printable(text[i - from]);
    const auto width = static_cast<std::size_t>(display_width(c));
    append_utf8(shown, c);
    const bool marked = i >= start && i < start + std::max<std::uint32_t>(span.length, 1);
    carets.append(width, marked ? '^' : ' ');
    cells += width;
  }
  if (start >= from + text.size()) carets += "^";
  while (!carets.empty() && carets.back() == ' ') carets.pop_back();
  const std::string prefix = from > 0 ? "…" : "";
  return "    " + prefix + shown + "\n    " + std::string(from > 0 ? 1 : 0, ' ') + carets + "\n";
}

std::string render_one(const Diagnostic& d, SourceLines& lines, const DiagnosticFormat& format) {
  const Sources& sources = lines.sources();
  std::string out;
  const std::string place = printable(sources.describe(d.span));
  if (!place.empty()) out += place + ": ";
  const std::string label = std::string(severity_word(d.severity)) + " " + d.code;
  out += format.color ? severity_color(d.severity) + label + "\033[0m" : label;
  out += " " + printable(d.message) + "\n" + excerpt(d.span, lines);
  for (const DiagnosticNote& note : d.notes) {
    const std::string where = printable(sources.describe(note.span));
    out += "    " + (where.empty() ? "" : where + ": ") + printable(note.message) + "\n";
  }
  if (!d.hint.empty()) out += "    怎么办：" + printable(d.hint) + "\n";
  return out;
}

/// Groups in the order of their first diagnostic, those without a group first.
std::vector<std::string> groups_of(const Diagnostics& diagnostics) {
  std::vector<std::string> groups = {""};
  for (const Diagnostic& d : diagnostics.items()) {
    if (std::ranges::find(groups, d.group) == groups.end()) groups.push_back(d.group);
  }
  return groups;
}

}  // namespace

std::string render_text(const Diagnostic& d, const Sources& sources, const DiagnosticFormat& format) {
  SourceLines lines(sources);
  return render_one(d, lines, format);
}

std::string render_text(const Diagnostics& diagnostics, const Sources& sources, const DiagnosticFormat& format) {
  // A file with more problems than this is not what it should be; the rest would only bury the first.
  constexpr std::size_t kMostShown = 1'000;
  std::string out;
  std::size_t shown = 0;
  SourceLines lines(sources);
  for (const std::string& group : groups_of(diagnostics)) {
    if (!group.empty() && shown < kMostShown) out += "【" + group + "】\n";
    for (const Diagnostic& d : diagnostics.items()) {
      if (d.group == group && shown++ < kMostShown) out += render_one(d, lines, format);
    }
  }
  if (shown > kMostShown) out += "……还有 " + std::to_string(shown - kMostShown) + " 处没有列出\n";
  out += "共 " + std::to_string(diagnostics.count(Severity::Error)) + " 处错误，" +
         std::to_string(diagnostics.count(Severity::Warning)) + " 处提醒，" +
         std::to_string(diagnostics.count(Severity::Note)) + " 处说明\n";
  return out;
}

}  // namespace gongkai
