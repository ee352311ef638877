// Problems in data are values: collected, never thrown past a phase.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"

namespace gongkai {

enum class Severity { Note, Warning, Error };

struct DiagnosticNote {
  Span span;  ///< may be unknown
  std::string message;
};

struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;     ///< "E0203", "W0301", "N0105"; listed in base/codes.h
  Span span;            ///< where to look; may be unknown
  std::string message;  ///< what is wrong, in Chinese, without a full stop
  std::string hint;     ///< what to do; may be empty
  std::string group;    ///< table or topic it belongs to ("公开05表"); may be empty
  std::vector<DiagnosticNote> notes;
};

/// The sink every phase writes to.
class Diagnostics {
 public:
  Diagnostic& add(Diagnostic diagnostic) {
    items_.push_back(std::move(diagnostic));
    return items_.back();
  }
  Diagnostic& error(std::string code, Span span, std::string message, std::string hint = {});
  Diagnostic& warning(std::string code, Span span, std::string message, std::string hint = {});
  Diagnostic& note(std::string code, Span span, std::string message, std::string hint = {});

  const std::vector<Diagnostic>& items() const { return items_; }
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::Error) > 0; }
  void append(const Diagnostics& other);
  /// By file, line, column, then severity (errors first) and code; exact repeats dropped. Stable.
  void sort_and_deduplicate();

 private:
  std::vector<Diagnostic> items_;
};

struct DiagnosticFormat {
  bool color = false;
};

/// One diagnostic: "文件:行:列: 错误 E0203 …", the source line, a caret by display width, notes, hint.
std::string render_text(const Diagnostic& diagnostic, const Sources& sources, const DiagnosticFormat& format = {});
/// All of them and a count line.
std::string render_text(const Diagnostics& diagnostics, const Sources& sources, const DiagnosticFormat& format = {});
/// A JSON array, one object a diagnostic, keys in fixed order.
std::string render_json(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace gongkai
