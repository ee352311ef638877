// How a cell of a sheet looks, and the formats of one workbook.
#pragma once

#include <compare>
#include <map>
#include <string>

struct lxw_workbook;
struct lxw_format;

namespace gongkai {

enum class Rule { None, Thin, Medium };
enum class HorizontalAlign { Left, Center, Right };

struct CellLook {
  std::string font = "宋体";
  double size = 9;  ///< points
  bool bold = false;
  bool wrap = true;
  HorizontalAlign align = HorizontalAlign::Left;
  int indent = 0;             ///< levels
  std::string number_format;  ///< "" is General
  Rule top = Rule::None;
  Rule bottom = Rule::None;
  Rule left = Rule::None;
  Rule right = Rule::None;

  friend auto operator<=>(const CellLook&, const CellLook&) = default;
};

/// One library format for each look, made on first use: Excel limits the number of formats, and so does reading them.
class CellFormats {
 public:
  explicit CellFormats(lxw_workbook* workbook) : workbook_(workbook) {}
  lxw_format* of(const CellLook& look);

 private:
  lxw_workbook* workbook_;
  std::map<CellLook, lxw_format*> formats_;
};

}  // namespace gongkai
