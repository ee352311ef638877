#include "yaml/split_amounts.h"

#include <algorithm>
#include <string>

#include "base/money.h"

namespace gongkai {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "1", "-12", "123": what can stand before the first separator.
bool is_head(const YamlNode& node) {
  if (node.kind != YamlKind::Scalar || node.style != YamlStyle::Plain) return false;
  std::string_view text = node.text;
  if (text.starts_with('-')) text.remove_prefix(1);
  return all_digits(text) && text.size() <= 3;
}

/// "234" or "234.56" without a value: a piece that follows a separator.
bool is_piece(const YamlEntry& entry) {
  if (entry.value.kind != YamlKind::Null || entry.key.size() < 3 || !all_digits(entry.key.substr(0, 3))) return false;
  const std::string_view rest = std::string_view(entry.key).substr(3);
  return rest.empty() || (rest.starts_with('.') && all_digits(rest.substr(1)));
}

void report(const YamlEntry& entry, const std::string& shown, const std::string& meant, Diagnostics& diagnostics) {
  diagnostics.error("E0213", entry.value.span,
                    "“" + entry.key + "”的金额 " + shown + " 被千分位逗号切断了，只剩下 " + entry.value.text,
                    "应写 " + meant);
}

void repair_map(YamlNode& map, Diagnostics& diagnostics) {
  std::vector<YamlEntry> kept;
  for (std::size_t i = 0; i < map.entries.size(); ++i) {
    YamlEntry entry = std::move(map.entries[i]);
    std::string shown = entry.value.text;
    std::string meant = shown;
    const bool head = is_head(entry.value);
    bool ended = false;
    while (head && !ended && i + 1 < map.entries.size() && is_piece(map.entries[i + 1])) {
      const std::string& piece = map.entries[++i].key;
      shown += "," + piece;
      meant += piece;
      ended = piece.size() > 3;
    }
    if (shown.size() > entry.value.text.size()) {
      report(entry, shown, meant, diagnostics);
      entry.value.broken = true;
    }
    kept.push_back(std::move(entry));
  }
  map.entries = std::move(kept);
}

}  // namespace

void repair_split_amounts(YamlNode& root, Diagnostics& diagnostics) {
  const bool cut = root.kind == YamlKind::Map && root.flow && std::ranges::any_of(root.entries, is_piece);
  if (cut) repair_map(root, diagnostics);
  for (YamlEntry& entry : root.entries) {
    if (!entry.value.entries.empty()) repair_split_amounts(entry.value, diagnostics);
  }
}

}  // namespace gongkai
