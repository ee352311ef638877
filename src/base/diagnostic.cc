#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

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

Diagnostic make(Severity severity, std::string code, Span span, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.span = span;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

/// The source line and a line of carets under the span; tabs count as one blank.
std::string excerpt(const Span& span, const Sources& sources) {
  if (!span.known()) return {};
  constexpr std::size_t kMaxCells = 110;
  const std::u32string line = decode_utf8(sources.file(span.file).line(span.line));
  const std::size_t start = std::min<std::size_t>(span.column > 0 ? span.column - 1 : 0, line.size());
  const std::size_t from = start > kMaxCells / 2 ? start - kMaxCells / 4 : 0;
  std::string shown;
  std::string carets;
  std::size_t cells = 0;
  for (std::size_t i = from; i < line.size() && cells < kMaxCells; ++i) {
    const char32_t c = line[i] == U'\t' ? U' ' : line[i];
    const auto width = static_cast<std::size_t>(display_width(c));
    append_utf8(shown, c);
    const bool marked = i >= start && i < start + std::max<std::uint32_t>(span.length, 1);
    carets.append(width, marked ? '^' : ' ');
    cells += width;
  }
  if (start >= line.size()) carets += "^";
  while (!carets.empty() && carets.back() == ' ') carets.pop_back();
  const std::string prefix = from > 0 ? "…" : "";
  return "    " + prefix + shown + "\n    " + std::string(from > 0 ? 1 : 0, ' ') + carets + "\n";
}

}  // namespace

Diagnostic& Diagnostics::error(std::string code, Span span, std::string message, std::string hint) {
  return add(make(Severity::Error, std::move(code), span, std::move(message), std::move(hint)));
}

Diagnostic& Diagnostics::warning(std::string code, Span span, std::string message, std::string hint) {
  return add(make(Severity::Warning, std::move(code), span, std::move(message), std::move(hint)));
}

Diagnostic& Diagnostics::note(std::string code, Span span, std::string message, std::string hint) {
  return add(make(Severity::Note, std::move(code), span, std::move(message), std::move(hint)));
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items_, [severity](const Diagnostic& d) { return d.severity == severity; }));
}

void Diagnostics::append(const Diagnostics& other) {
  items_.insert(items_.end(), other.items_.begin(), other.items_.end());
}

void Diagnostics::sort_and_deduplicate() {
  const auto key = [](const Diagnostic& d) {
    return std::make_tuple(d.span.file, d.span.line, d.span.column, -static_cast<int>(d.severity), std::cref(d.code),
                           std::cref(d.message));
  };
  std::ranges::stable_sort(items_, [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

std::string render_text(const Diagnostic& d, const Sources& sources, const DiagnosticFormat& format) {
  std::string out;
  const std::string place = sources.describe(d.span);
  if (!place.empty()) out += place + ": ";
  const std::string label = std::string(severity_word(d.severity)) + " " + d.code;
  out += format.color ? severity_color(d.severity) + label + "\033[0m" : label;
  out += " " + d.message + "\n" + excerpt(d.span, sources);
  for (const DiagnosticNote& note : d.notes) {
    const std::string where = sources.describe(note.span);
    out += "    " + (where.empty() ? "" : where + ": ") + note.message + "\n";
  }
  if (!d.hint.empty()) out += "    怎么办：" + d.hint + "\n";
  return out;
}

namespace {

/// Groups in the order of their first diagnostic, those without a group first.
std::vector<std::string> groups_of(const Diagnostics& diagnostics) {
  std::vector<std::string> groups = {""};
  for (const Diagnostic& d : diagnostics.items()) {
    if (std::ranges::find(groups, d.group) == groups.end()) groups.push_back(d.group);
  }
  return groups;
}

}  // namespace

std::string render_text(const Diagnostics& diagnostics, const Sources& sources, const DiagnosticFormat& format) {
  std::string out;
  for (const std::string& group : groups_of(diagnostics)) {
    if (!group.empty()) out += "【" + group + "】\n";
    for (const Diagnostic& d : diagnostics.items()) {
      if (d.group == group) out += render_text(d, sources, format);
    }
  }
  out += "共 " + std::to_string(diagnostics.count(Severity::Error)) + " 处错误，" +
         std::to_string(diagnostics.count(Severity::Warning)) + " 处提醒，" +
         std::to_string(diagnostics.count(Severity::Note)) + " 处说明\n";
  return out;
}

std::string json_quote(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string out = "\"";
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

namespace {

std::string json_place(const Span& span, const Sources& sources) {
  if (span.file == kNoFile) return "\"file\":null";
  return "\"file\":" + json_quote(sources.file(span.file).path) + ",\"line\":" + std::to_string(span.line) +
         ",\"column\":" + std::to_string(span.column) + ",\"length\":" + std::to_string(span.length);
}

}  // namespace

std::string render_json(const Diagnostics& diagnostics, const Sources& sources) {
  std::string out = "[";
  const char* separator = "\n";
  for (const Diagnostic& d : diagnostics.items()) {
    const char* severity = d.severity == Severity::Error     ? "error"
                           : d.severity == Severity::Warning ? "warning"
                                                             : "note";
    out += separator;
    out += "{\"severity\":\"" + std::string(severity) + "\",\"code\":" + json_quote(d.code) + "," +
           json_place(d.span, sources) + ",\"group\":" + json_quote(d.group) + ",\"message\":" + json_quote(d.message) +
           ",\"hint\":" + json_quote(d.hint) + ",\"notes\":[";
    const char* comma = "";
    for (const DiagnosticNote& note : d.notes) {
      out += comma;
      out += "{" + json_place(note.span, sources) + ",\"message\":" + json_quote(note.message) + "}";
      comma = ",";
    }
    out += "]}";
    separator = ",\n";
  }
  return out + "\n]\n";
}

}  // namespace gongkai
