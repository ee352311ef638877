#include "compare/authored_figures.h"

#include <set>

#include "compare/local_places.h"
#include "facts/fact.h"

namespace gongkai {
namespace {

std::string date_text(const Date& date) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

std::string text_of(const AuthoredValue& value, LedgerUnit unit) {
  switch (value.kind) {
    case ValueKind::Amount:
      return authored_amount(value.amount, unit);
    case ValueKind::Integer:
      return std::to_string(value.integer);
    case ValueKind::Number:
      return to_string(value.decimal);
    case ValueKind::Percent:
      return to_string(value.decimal) + "%";
    case ValueKind::Text:
      return value.text;
    case ValueKind::Boolean:
      return value.boolean ? "是" : "否";
    case ValueKind::Date:
      return date_text(value.date);
    default:
      return {};
  }
}

/// The key whose text tells the elements of a list apart (项目, 三级 …): the first with a text of its own in each.
std::string telling_key(const AuthoredValue& list) {
  if (list.children.empty()) return {};
  for (const AuthoredValue& candidate : list.children.front().children) {
    if (candidate.kind != ValueKind::Text) continue;
    std::set<std::string> texts;
    for (const AuthoredValue& element : list.children) {
      const AuthoredValue* value = element.find(candidate.key);
      if (value != nullptr && value->kind == ValueKind::Text) texts.insert(value->text);
    }
    if (texts.size() == list.children.size()) return candidate.key;
  }
  return {};
}

class FigureCollector {
 public:
  FigureCollector(const Ledger& ledger, const Sources& sources, std::map<Span, std::string>& paths,
                  std::vector<SnapFigure>& out)
      : ledger_(ledger), places_(sources, ledger.folder), paths_(paths), out_(out) {}

  void add(const AuthoredValue& value, const std::string& path) {
    if (value.kind == ValueKind::Map) {
      for (const AuthoredValue& child : value.children) add(child, join(path, child));
    } else if (value.kind == ValueKind::List) {
      add_list(value, path);
    } else if (value.kind == ValueKind::LongText) {
      add_lines(value, path);
    } else if (value.kind != ValueKind::Blank) {
      put(path, text_of(value, ledger_.amount_unit), value.span);
    }
  }

 private:
  /// 金额 and 值 are the long form of a bare figure: the path ends before them.
  static std::string join(const std::string& path, const AuthoredValue& child) {
    const bool bare = child.key == "金额" || child.key == "值";
    if (bare && !path.empty()) return path;
    return path.empty() ? child.key : path + "." + child.key;
  }

  void add_list(const AuthoredValue& list, const std::string& path) {
    const std::string key = telling_key(list);
    std::size_t ordinal = 0;
    for (const AuthoredValue& element : list.children) {
      ++ordinal;
      const AuthoredValue* name = key.empty() ? nullptr : element.find(key);
      add(element, path + "." + (name != nullptr ? "“" + name->text + "”" : "第" + std::to_string(ordinal) + "项"));
    }
  }

  void add_lines(const AuthoredValue& value, const std::string& path) {
    for (std::size_t i = 0; i < value.lines.size(); ++i) {
      const std::string line = value.lines.size() == 1 ? "" : ".第" + std::to_string(i + 1) + "段";
      put(path + line, value.lines[i].text, value.lines[i].span);
    }
  }

  void put(const std::string& path, std::string text, const Span& span) {
    paths_.try_emplace(span, path);
    out_.push_back({path, std::move(text), places_.of(span)});
  }

  const Ledger& ledger_;
  LocalPlaces places_;
  std::map<Span, std::string>& paths_;
  std::vector<SnapFigure>& out_;
};

}  // namespace

std::vector<SnapFigure> authored_figures(const Ledger& ledger, const Sources& sources,
                                         std::map<Span, std::string>& paths, const std::string& prefix) {
  std::vector<SnapFigure> figures;
  FigureCollector collector(ledger, sources, paths, figures);
  for (const AuthoredValue& value : ledger.year.children) {
    // 单位 of the year file is in `unit` already.
    if (value.key != "单位") collector.add(value, prefix + value.key);
  }
  for (const AuthoredValue& value : ledger.unit.children) collector.add(value, prefix + "单位资料." + value.key);
  return figures;
}

}  // namespace gongkai
