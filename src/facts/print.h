// Facts as text: the only place where a value becomes characters.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/number_format.h"
#include "facts/fact.h"

namespace gongkai {

/// The words of a change, by 情形; a pack may change them. {绝对额} and {幅度} are replaced.
struct ChangeWording {
  std::map<ChangeCase, std::string> phrases;
  static ChangeWording standard();
};

struct PrintStyle {
  NumberStyle numbers;
  ChangeWording wording = ChangeWording::standard();
  std::string date_format = "{年}年{月}月{日}日";
};

/// For a sentence: amounts in 万元 without the unit, ratios as percentages, changes as a phrase.
/// `format` is what follows "|" in a template: "" or one of 元, 数值, 两位, 整数, 绝对值, 千分位.
/// The fact must exist.
std::string print_in_prose(const Fact& fact, const PrintStyle& style, std::string_view format = {});

/// For a table cell: amounts with the table style, zero blank when the style says so; an absent fact is blank.
std::string print_in_cell(const Fact& fact, const PrintStyle& style, std::string_view format = {});

}  // namespace gongkai
