#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/json_text.h"

namespace gongkai {
namespace {

Diagnostic make(Severity severity, std::string code, Span span, std::string message, std::string hint) {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.span = span;
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
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
