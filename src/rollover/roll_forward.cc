#include "rollover/roll_forward.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "rollover/roll_rules.h"
#include "rollover/source_places.h"
#include "rollover/text_edits.h"
#include "yaml/line_index.h"

namespace gongkai {
namespace {

bool is_text(ValueKind kind) {
  return kind == ValueKind::Text || kind == ValueKind::LongText;
}

/// The long form stores 12 as {金额: 12}: down to the value that was written.
const AuthoredValue& written_value(const AuthoredValue& value, const YamlNode& node) {
  const bool container = value.kind == ValueKind::Map || value.kind == ValueKind::List;
  if (node.kind != YamlKind::Scalar || !container || value.children.empty()) return value;
  return written_value(value.children.front(), node);
}

class Roller {
 public:
  Roller(std::string_view text, const YamlNode& root, const Ledger& ledger)
      : text_(text), lines_(root.span.file, text), places_(lines_), edits_(text), year_(ledger.year_number) {}

  RolledYear roll(const YamlNode& root, const AuthoredValue& year) {
    renew_head(root);
    roll_children(root, year);
    result_.text = head() + edits_.apply(kRollMark);
    return std::move(result_);
  }

 private:
  static std::string head() {
    return std::string(kRollHead) +
           "冒号后空着的逐处填上，“上年”是去年的数和文字；没有这一项就删去那一行，确实为零填 0\n" +
           std::string(kRollHead) + "要写几段的文字，冒号后写 |，从下一行起每行一段，比键多缩进两格\n";
  }

  /// The comments above the first key name the year; those of an earlier run go.
  void renew_head(const YamlNode& root) {
    const std::size_t first = root.entries.empty() ? 0 : lines_.start(root.entries.front().key_span.line - 1);
    for (std::size_t i = 0; i < lines_.line_count() && lines_.start(i) < first; ++i) {
      const std::string_view line = lines_.line(i);
      const std::size_t start = lines_.start(i);
      if (line.starts_with(kRollHead)) {
        edits_.replace(start, start + line.size(), "");
        continue;
      }
      if (!line.starts_with('#')) continue;
      // Later years first: 2023 becomes 2024 and stays it.
      for (const int year : {year_, year_ - 1}) move_year(line, start, year);
    }
  }

  void move_year(std::string_view line, std::size_t start, int year) {
    const std::string digits = std::to_string(year);
    const auto is_digit = [&line](std::size_t i) { return i < line.size() && line[i] >= '0' && line[i] <= '9'; };
    for (auto at = line.find(digits); at != std::string_view::npos; at = line.find(digits, at + 1)) {
      if (is_digit(at + digits.size()) || (at > 0 && is_digit(at - 1))) continue;
      edits_.replace(start + at, start + at + digits.size(), std::to_string(year + 1));
    }
  }

  void roll_children(const YamlNode& node, const AuthoredValue& value) {
    std::vector<bool> dropped;
    for (std::size_t i = 0; i < node.entries.size() && i < value.children.size(); ++i) {
      path_.push_back(value.children[i].key);
      key_spans_.push_back(node.entries[i].key_span);
      dropped.push_back(roll_entry(node.entries[i], value.children[i]));
      path_.pop_back();
      key_spans_.pop_back();
    }
    if (node.flow) {
      drop_from_flow(node, dropped);
    } else {
      drop_from_block(node, dropped);
    }
  }

  /// True when the entry has to go.
  bool roll_entry(const YamlEntry& entry, const AuthoredValue& value) {
    switch (roll_action(path_, value)) {
      case RollAction::Drop:
        // A score people gave is worth seeing next year; the rest stands in last year's ledger.
        if (path_.back() == "得分") remark(entry, raw(entry));
        return true;
      case RollAction::NextYear:
        edits_.replace(places_.offset(entry.value.span), places_.end(entry.value), std::to_string(year_ + 1));
        return false;
      case RollAction::Keep:
        note_old_year(value);
        return false;
      case RollAction::Clear:
        clear(entry, value);
        return false;
    }
    return false;
  }

  void clear(const YamlEntry& entry, const AuthoredValue& stored) {
    const YamlNode& node = entry.value;
    const AuthoredValue& value = written_value(stored, node);
    const bool container = value.kind == ValueKind::Map || value.kind == ValueKind::List;
    if (container && node.kind != YamlKind::Scalar) return roll_children(node, value);
    if (node.kind == YamlKind::Null || value.kind == ValueKind::Blank) return;
    if (&value != &stored && keeps_short_form(value)) return;
    ++(is_text(value.kind) ? result_.texts : result_.figures);
    remark(entry, raw(entry));
    const std::size_t from = entry.key.empty() ? places_.offset(node.span) : places_.after_colon(entry);
    edits_.replace(from, places_.end(node), entry.key.empty() ? "" : " ");
  }

  /// A bare value stands for one key of its long form, whose own rule counts.
  bool keeps_short_form(const AuthoredValue& value) {
    path_.push_back(value.key);
    const bool keeps = roll_action(path_, value) == RollAction::Keep;
    path_.pop_back();
    return keeps;
  }

  /// What was written, in one line, or one line a paragraph.
  std::string raw(const YamlEntry& entry) const {
    const YamlNode& node = entry.value;
    if (node.style != YamlStyle::Literal || node.kind != YamlKind::Scalar) {
      std::string words(text_.substr(places_.offset(node.span), places_.end(node) - places_.offset(node.span)));
      std::ranges::replace(words, '\n', ' ');
      return words;
    }
    std::string words;
    for (const Span& span : node.lines) {
      const std::string_view line = trim(lines_.line(span.line - 1));
      if (!line.empty()) words += (words.empty() ? "" : "\n") + std::string(line);
    }
    return words;
  }

  void remark(const YamlEntry& entry, std::string words) {
    const std::size_t at = places_.offset(entry.key.empty() ? entry.value.span : entry.key_span);
    const std::size_t line = lines_.start(entry.key_span.line - 1);
    const bool leads = text_.substr(line, at - line).find_first_not_of(" -") == std::string_view::npos;
    if (!leads && !entry.key.empty()) words = label(entry) + " " + words;
    edits_.remark(at, std::move(words));
  }

  /// The keys that lead to the value within its line; the one the line begins with can be seen.
  std::string label(const YamlEntry& entry) const {
    std::string out;
    for (std::size_t i = 0; i < path_.size(); ++i) {
      const bool leading = i == 0 || key_spans_[i - 1].line != key_spans_[i].line;
      if (key_spans_[i].line == entry.key_span.line && !leading) out += path_[i];
    }
    return out.empty() ? entry.key : out;
  }

  void note_old_year(const AuthoredValue& value) {
    if (value.kind == ValueKind::Text && value.text.find(std::to_string(year_)) != std::string::npos) {
      result_.still_named.push_back(value.span);
    }
    for (const AuthoredValue& child : value.children) note_old_year(child);
  }

  /// { 甲: 1, 乙: 2, 丙: 3 }: a comma goes with what is dropped.
  void drop_from_flow(const YamlNode& node, const std::vector<bool>& dropped) {
    std::optional<std::size_t> last_kept;
    for (std::size_t i = 0; i < dropped.size(); ++i) {
      if (!dropped[i]) last_kept = i;
    }
    for (std::size_t i = 0; i < dropped.size(); ++i) {
      if (!dropped[i]) continue;
      const std::size_t key = places_.offset(node.entries[i].key_span);
      if (last_kept && i < *last_kept) {
        edits_.replace(key, places_.offset(node.entries[i + 1].key_span), "");
      } else {
        const std::size_t from = last_kept ? places_.end(node.entries[*last_kept]) : key;
        edits_.replace(from, places_.end(node.entries.back()), "");
        return;
      }
    }
  }

  void drop_from_block(const YamlNode& node, const std::vector<bool>& dropped) {
    if (node.kind != YamlKind::Map || std::ranges::find(dropped, true) == dropped.end()) return;
    if (std::ranges::find(dropped, false) == dropped.end()) {
      edits_.replace(places_.offset(node.entries.front().key_span), places_.end(node.entries.back()), "{}");
      return;
    }
    for (std::size_t i = 0; i < dropped.size(); ++i) {
      if (dropped[i]) drop_lines(node, i);
    }
  }

  void drop_lines(const YamlNode& node, std::size_t index) {
    const YamlEntry& entry = node.entries[index];
    const std::size_t key = places_.offset(entry.key_span);
    std::size_t line = entry.key_span.line - 1;
    const bool on_dash = trim(text_.substr(lines_.start(line), key - lines_.start(line))) == "-";
    if (on_dash && index + 1 < node.entries.size()) {
      edits_.replace(key, places_.offset(node.entries[index + 1].key_span), "");
      return;
    }
    const std::size_t end = places_.end(entry);
    const std::size_t stop = std::min(text_.find('\n', end), text_.size());
    // The comment above belongs to it, and one of the blank lines around it is enough.
    while (line > 0 && trim(lines_.line(line - 1)).starts_with('#') && !is_head(line - 1)) --line;
    const bool blank_around = line > 0 && trim(lines_.line(line - 1)).empty();
    edits_.replace(lines_.start(blank_around ? line - 1 : line), stop, "");
  }

  /// Comments above the first key are about the file.
  bool is_head(std::size_t line) const { return line < 1; }

  std::string_view text_;
  LineIndex lines_;
  SourcePlaces places_;
  TextEdits edits_;
  int year_;
  std::vector<std::string> path_;
  std::vector<Span> key_spans_;  ///< of path_
  RolledYear result_;
};

}  // namespace

RolledYear roll_forward(std::string_view text, const YamlNode& root, const Ledger& ledger) {
  return Roller(text, root, ledger).roll(root, ledger.year);
}

}  // namespace gongkai
