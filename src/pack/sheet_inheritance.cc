#include "pack/sheet_inheritance.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/suggest.h"

namespace gongkai {
namespace {

constexpr std::string_view kSource = "沿用";
constexpr std::string_view kKey = "键";
constexpr std::array<std::string_view, 7> kOwnWords = {kSource, "改列", "改行", "加列", "加行", "删列", "删行"};

YamlNode* find_child(YamlNode& map, std::string_view key) {
  const auto found = std::ranges::find(map.entries, key, &YamlEntry::key);
  return found == map.entries.end() ? nullptr : &found->value;
}

/// The entries of `changes` over those of `target`.
void put_over(YamlNode& target, const YamlNode& changes) {
  for (const YamlEntry& change : changes.entries) {
    if (YamlNode* old = find_child(target, change.key)) {
      *old = change.value;
    } else {
      target.entries.push_back(change);
    }
  }
}

class Inheritance {
 public:
  Inheritance(YamlNode& sheet, Diagnostics& diagnostics) : sheet_(sheet), diagnostics_(diagnostics) {}

  void change(const YamlNode& changes, std::string_view part) {
    for (const YamlEntry& entry : changes.entries) {
      bool found = false;
      for_each_part(part, [&](YamlNode& list) {
        for (YamlEntry& item : list.entries) {
          if (key_of(item) != entry.key) continue;
          put_over(item.value, entry.value);
          found = true;
        }
      });
      if (!found) report_unknown(entry.key, entry.key_span, part);
    }
  }

  /// Each addition names the item 前 or 后 which its own items go.
  void add(const YamlNode& additions, std::string_view part) {
    for (const YamlEntry& entry : additions.entries) {
      const YamlNode* before = entry.value.find("前");
      const YamlNode* place = before != nullptr ? before : entry.value.find("后");
      const YamlNode* items = entry.value.find(part);
      if (place == nullptr || items == nullptr || items->kind != YamlKind::List) {
        diagnostics_.error(
            "E0543", entry.value.span, "加" + std::string(part) + "的写法不对",
            "写成 {前: 键, " + std::string(part) + ": [...]} 或 {后: 键, " + std::string(part) + ": [...]}");
      } else if (!insert(*items, place->text, before == nullptr, part)) {
        report_unknown(place->text, place->span, part);
      }
    }
  }

  /// What is taken out is taken out of the sums that name it, too.
  void remove(const YamlNode& names, std::string_view part) {
    for (const YamlEntry& name : names.entries) {
      std::size_t removed = 0;
      for_each_part(part, [&](YamlNode& list) {
        removed += std::erase_if(list.entries, [&](const YamlEntry& item) { return key_of(item) == name.value.text; });
      });
      if (removed == 0) report_unknown(name.value.text, name.value.span, part);
      drop_from_sums(sheet_, name.value.text);
      if (part == "列") drop_cells(name.value.text);
    }
  }

 private:
  bool insert(const YamlNode& items, std::string_view key, bool after, std::string_view part) {
    bool found = false;
    for_each_part(part, [&](YamlNode& list) {
      const auto place = std::ranges::find_if(list.entries, [&](const YamlEntry& item) { return key_of(item) == key; });
      if (found || place == list.entries.end()) return;
      found = true;
      list.entries.insert(after ? place + 1 : place, items.entries.begin(), items.entries.end());
    });
    return found;
  }

  static std::string_view key_of(const YamlEntry& item) {
    const YamlNode* key = item.value.find(kKey);
    return key == nullptr ? std::string_view() : std::string_view(key->text);
  }

  /// 列 or 行 of the sheet itself or of each of its 并列.
  template <typename Visit>
  void for_each_part(std::string_view part, const Visit& visit) {
    if (YamlNode* list = find_child(sheet_, part)) visit(*list);
    YamlNode* panels = find_child(sheet_, "并列");
    if (panels == nullptr) return;
    for (YamlEntry& panel : panels->entries) {
      if (YamlNode* list = find_child(panel.value, part)) visit(*list);
    }
  }

  /// The cells of a column that is gone, and spans that begin there.
  void drop_cells(const std::string& column) {
    for_each_part("行", [&](YamlNode& rows) {
      for (YamlEntry& row : rows.entries) {
        std::erase_if(row.value.entries, [&](const YamlEntry& cell) { return cell.key == column; });
        YamlNode* spans = find_child(row.value, "跨");
        if (spans == nullptr) continue;
        std::erase_if(spans->entries, [&](const YamlEntry& span) { return span.key == column; });
      }
    });
  }

  static void drop_from_sums(YamlNode& node, std::string_view name) {
    for (YamlEntry& entry : node.entries) {
      if (entry.key == "求和") {
        std::erase_if(entry.value.entries, [&](const YamlEntry& item) { return item.value.text == name; });
      } else {
        drop_from_sums(entry.value, name);
      }
    }
  }

  void report_unknown(const std::string& name, Span span, std::string_view part) {
    std::vector<std::string> known;
    for_each_part(part, [&](YamlNode& list) {
      for (const YamlEntry& item : list.entries) known.emplace_back(key_of(item));
    });
    diagnostics_.error("E0543", span, "沿用的表里没有键为“" + name + "”的" + std::string(part),
                       did_you_mean_or_list(name, known));
  }

  YamlNode& sheet_;
  Diagnostics& diagnostics_;
};

}  // namespace

YamlNode inherit_sheet(YamlNode own, const SheetFiles& parents, Diagnostics& diagnostics) {
  const YamlNode* source = own.find(kSource);
  if (source == nullptr) return own;
  const auto parent = parents.find(source->text);
  if (parent == parents.end()) {
    std::vector<std::string> names;
    for (const auto& [name, sheet] : parents) names.push_back(name);
    diagnostics.error("E0543", source->span, "上级版式包里没有“" + source->text + "”可以沿用",
                      did_you_mean_or_list(source->text, names));
    return own;
  }
  YamlNode sheet = *parent->second;
  sheet.span = own.span;
  for (const YamlEntry& entry : own.entries) {
    if (std::ranges::find(kOwnWords, entry.key) != kOwnWords.end()) continue;
    if (YamlNode* old = find_child(sheet, entry.key)) {
      *old = entry.value;
    } else {
      sheet.entries.push_back(entry);
    }
  }
  Inheritance changes(sheet, diagnostics);
  if (const YamlNode* columns = own.find("改列")) changes.change(*columns, "列");
  if (const YamlNode* rows = own.find("改行")) changes.change(*rows, "行");
  if (const YamlNode* columns = own.find("加列")) changes.add(*columns, "列");
  if (const YamlNode* rows = own.find("加行")) changes.add(*rows, "行");
  if (const YamlNode* columns = own.find("删列")) changes.remove(*columns, "列");
  if (const YamlNode* rows = own.find("删行")) changes.remove(*rows, "行");
  return sheet;
}

}  // namespace gongkai
