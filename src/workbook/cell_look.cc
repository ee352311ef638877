#include "workbook/cell_look.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>

namespace gongkai {
namespace {

constexpr int kMaxIndent = 15;  // Excel's limit

std::uint8_t border(Rule rule) {
  switch (rule) {
    case Rule::Thin:
      return LXW_BORDER_THIN;
    case Rule::Medium:
      return LXW_BORDER_MEDIUM;
    case Rule::None:
      break;
  }
  return LXW_BORDER_NONE;
}

std::uint8_t horizontal(HorizontalAlign align) {
  switch (align) {
    case HorizontalAlign::Center:
      return LXW_ALIGN_CENTER;
    case HorizontalAlign::Right:
      return LXW_ALIGN_RIGHT;
    case HorizontalAlign::Left:
      break;
  }
  return LXW_ALIGN_LEFT;
}

}  // namespace

lxw_format* CellFormats::of(const CellLook& look) {
  lxw_format*& format = formats_[look];
  if (format != nullptr) return format;
  format = workbook_add_format(workbook_);
  if (format == nullptr) return nullptr;
  format_set_font_name(format, look.font.c_str());
  format_set_font_size(format, look.size);
  if (look.bold) format_set_bold(format);
  if (look.wrap) format_set_text_wrap(format);
  format_set_align(format, horizontal(look.align));
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (look.indent > 0) format_set_indent(format, static_cast<std::uint8_t>(std::min(look.indent, kMaxIndent)));
  if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
  format_set_top(format, border(look.top));
  format_set_bottom(format, border(look.bottom));
  format_set_left(format, border(look.left));
  format_set_right(format, border(look.right));
  return format;
}

}  // namespace gongkai
