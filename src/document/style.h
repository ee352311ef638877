// Measures and fonts of a document. Defaults follow GB/T 9704—2012; a pack's style.yaml overrides them.
#pragma once

#include <map>
#include <string>

namespace gongkai {

inline constexpr double kPointsPerMm = 72.0 / 25.4;

/// Lengths in mm.
struct PageMeasure {
  double width = 210;
  double height = 297;
  double top = 37;     ///< 天头
  double left = 28;    ///< 订口
  double right = 26;
  double bottom = 35;
  int lines = 22;      ///< of a full body page
  int characters = 28; ///< of a full body line
};

enum class TextAlign { Justify, Left, Center, Right };

/// How one kind of text is set. Sizes in points; `line_pitch` 0 means the body grid's pitch (225/22 mm).
struct TextStyle {
  std::string font = "仿宋";   ///< role in fonts/roles.yaml: 仿宋, 楷体, 黑体, 小标宋, 宋体
  double size = 16;            ///< 三号
  double line_pitch = 0;
  TextAlign align = TextAlign::Justify;
  double first_indent = 2;     ///< in characters
  double space_before = 0;     ///< in lines of the grid
  double space_after = 0;
};

struct TableStyle {
  std::string font = "宋体";
  std::string head_font = "宋体";
  double size = 9;
  double min_size = 7;         ///< a narrow cell shrinks no further than this
  double line_pitch = 12;      ///< points between lines inside a cell
  double padding_x = 2.5;      ///< points
  double padding_y = 2.2;
  double outer_rule = 1.0;     ///< points
  double inner_rule = 0.4;
  double title_size = 16;
  std::string title_font = "小标宋";
};

struct Style {
  PageMeasure page;
  /// Keys: 正文, 编号正文, 部分标题 (level 1), 一级标题 (level 2: 一、), 二级标题 (level 3: （一）), 三级标题 (level 4: 1.),
  /// 封面标题, 封面行, 目录标题, 目录一级, 目录二级, 图题, 表注, 页码, 居中, 落款
  std::map<std::string, TextStyle> text;
  TableStyle table;
  TableStyle form;

  static Style standard();
  /// The entry, or 正文's.
  const TextStyle& of(const std::string& key) const;
};

}  // namespace gongkai
