#include "app/explain_query.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::string_view kPageBegin = "第";
constexpr std::string_view kPageEnd = "页";

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes "第9页" and the blanks after it off the front; the number, or nothing when it is not there.
std::optional<std::string> take_page(std::string_view& text) {
  if (!text.starts_with(kPageBegin)) return std::nullopt;
  const auto end = text.find(kPageEnd);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view number = trim(text.substr(kPageBegin.size(), end - kPageBegin.size()));
  if (!all_digits(number)) return std::nullopt;
  text = trim(text.substr(end + kPageEnd.size()));
  return std::string(number);
}

/// Takes a pair of quotes off; whether there was one.
bool take_quotes(std::string_view& text) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"“", "”"}, {"「", "」"}, {"\"", "\""}, {"'", "'"}, {"”", "”"}};
  for (const auto& [open, close] : kPairs) {
    if (text.size() < open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    text = text.substr(open.size(), text.size() - open.size() - close.size());
    return true;
  }
  return false;
}

std::vector<std::string> split_at_blanks(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// "D9": letters, then digits.
bool is_sheet_address(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
  return letters > 0 && letters <= 2 && all_digits(text.substr(letters)) && text.size() - letters <= 5;
}

}  // namespace

ExplainQuery parse_explain_query(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  std::string_view rest = trim(all);
  ExplainQuery query;
  if (auto page = take_page(rest)) {
    query.kind = ExplainQuery::Kind::Printed;
    query.page = std::move(*page);
  }
  if (take_quotes(rest)) query.kind = ExplainQuery::Kind::Printed;
  query.text = rest;
  if (query.kind == ExplainQuery::Kind::Printed) return query;
  const std::vector<std::string> parts = words.size() == 1 ? split_at_blanks(all) : words;
  if (parts.size() == 3) {
    query.kind = ExplainQuery::Kind::Cell;
    query.table = parts[0];
    query.row = parts[1];
    query.column = parts[2];
    return query;
  }
  std::size_t mark = rest.rfind('!');
  std::size_t width = 1;
  if (mark == std::string_view::npos) {
    constexpr std::string_view kWideMark = "！";
    mark = rest.rfind(kWideMark);
    width = kWideMark.size();
  }
  if (mark == std::string_view::npos || !is_sheet_address(trim(rest.substr(mark + width)))) return query;
  std::string_view table = trim(rest.substr(0, mark));
  take_quotes(table);
  query.kind = ExplainQuery::Kind::SheetCell;
  query.table = table;
  query.text = trim(rest.substr(mark + width));
  return query;
}

}  // namespace gongkai
