#include "document/style.h"

namespace gongkai {

Style Style::standard() {
  Style style;
  style.text["正文"] = {};
  style.text["编号正文"] = {};
  style.text["部分标题"] = {.font = "小标宋", .size = 22, .line_pitch = 0, .align = TextAlign::Center, .first_indent = 0,
                           .space_before = 0, .space_after = 1};
  style.text["一级标题"] = {.font = "黑体"};
  style.text["二级标题"] = {.font = "楷体"};
  style.text["三级标题"] = {};
  style.text["封面标题"] = {.font = "小标宋", .size = 30, .line_pitch = 48, .align = TextAlign::Center, .first_indent = 0};
  style.text["封面行"] = {.font = "楷体", .size = 18, .line_pitch = 32, .align = TextAlign::Center, .first_indent = 0};
  style.text["目录标题"] = {.font = "小标宋", .size = 22, .align = TextAlign::Center, .first_indent = 0, .space_after = 1};
  style.text["目录一级"] = {.font = "黑体", .size = 14, .line_pitch = 24, .align = TextAlign::Left, .first_indent = 0};
  style.text["目录二级"] = {.font = "仿宋", .size = 14, .line_pitch = 24, .align = TextAlign::Left, .first_indent = 2};
  style.text["图题"] = {.font = "黑体", .size = 12, .line_pitch = 20, .align = TextAlign::Center, .first_indent = 0};
  style.text["表注"] = {.font = "宋体", .size = 9, .line_pitch = 14, .align = TextAlign::Left, .first_indent = 0};
  style.text["页码"] = {.font = "宋体", .size = 14, .line_pitch = 14, .align = TextAlign::Right, .first_indent = 0};
  style.text["居中"] = {.align = TextAlign::Center, .first_indent = 0};
  style.text["落款"] = {.align = TextAlign::Right, .first_indent = 0};
  return style;
}

const TextStyle& Style::of(const std::string& key) const {
  const auto found = text.find(key);
  return found != text.end() ? found->second : text.at("正文");
}

}  // namespace gongkai
