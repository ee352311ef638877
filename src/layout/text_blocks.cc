#include "layout/text_blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/title_lines.h"

namespace gongkai {
namespace {

constexpr int kOutlineLevels = 3;
// A title may take a line more than it needs, so that it breaks where its sense does (GB/T 9704—2012, 7.3.1).
constexpr std::size_t kLinesForSense = 1;

const char* style_key(int heading_level) {
  switch (heading_level) {
    case 1:
      return "部分标题";
    case 2:
      return "一级标题";
    case 3:
      return "二级标题";
    default:
      return "三级标题";
  }
}

StructureRole heading_role(int level) {
  switch (level) {
    case 1:
      return StructureRole::H1;
    case 2:
      return StructureRole::H2;
    case 3:
      return StructureRole::H3;
    default:
      return StructureRole::H4;
  }
}

struct ParagraphSetting {
  const char* style = "正文";
  StructureRole role = StructureRole::P;
};

ParagraphSetting setting_of(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::Body:
      return {"正文", StructureRole::P};
    case ParagraphKind::NumberedBody:
      return {"编号正文", StructureRole::P};
    case ParagraphKind::Title:
      return {"部分标题", StructureRole::Title};
    case ParagraphKind::Subtitle:
    case ParagraphKind::Centered:
      return {"居中", StructureRole::P};
    case ParagraphKind::Note:
    case ParagraphKind::TableNote:
      return {"表注", StructureRole::Note};
    case ParagraphKind::Caption:
      return {"图题", StructureRole::Caption};
    case ParagraphKind::Signature:
      return {"落款", StructureRole::P};
  }
  return {};
}

bool ends_with_mark(std::string_view number) {
  for (const std::string_view mark : {"、", "）", ")", ".", "．", "　", " ", "："}) {
    if (number.ends_with(mark)) return true;
  }
  return false;
}

/// Two lines stay together at either end of a paragraph.
void forbid_single_lines(std::vector<Strip>& strips) {
  if (strips.size() < 2) return;
  strips.front().keep_with_next = true;
  strips[strips.size() - 2].keep_with_next = true;
}

}  // namespace

double line_pitch(const LayoutContext& context, const TextStyle& style) {
  return style.line_pitch > 0 ? style.line_pitch : context.grid_pitch();
}

std::vector<Strip> text_strips(LayoutContext& context, const Runs& runs, const TextStyle& style, double width,
                               StructureId structure, std::size_t extra_lines) {
  const TextSpec spec = text_spec(style, context.style().page, width);
  ComposedText text = style.align == TextAlign::Center ? compose_title(context.composer, runs, spec, extra_lines)
                                                       : context.composer.compose(runs, spec);
  const double pitch = line_pitch(context, style);
  const double baseline = baseline_in_line(pitch, style.size);
  std::vector<Strip> strips;
  strips.reserve(text.lines.size());
  for (Line& line : text.lines) {
    Strip strip;
    strip.height = pitch;
    strip.on_grid = style.line_pitch <= 0;
    add_line(strip.items, std::move(line), 0, baseline, structure);
    strips.push_back(std::move(strip));
  }
  if (strips.empty()) return strips;
  strips.front().space_before = style.space_before * context.grid_pitch();
  strips.back().space_after = style.space_after * context.grid_pitch();
  forbid_single_lines(strips);
  return strips;
}

Runs heading_runs(const Heading& heading) {
  Runs runs;
  if (!heading.number.empty()) {
    const Span source = heading.runs.empty() ? Span{} : heading.runs.front().source;
    runs.push_back({.text = heading.number, .source = source});
    if (!ends_with_mark(heading.number) && !heading.runs.empty()) runs.back().text += "　";
  }
  runs.insert(runs.end(), heading.runs.begin(), heading.runs.end());
  return runs;
}

std::vector<Strip> heading_strips(LayoutContext& context, const Heading& heading, double width) {
  const Runs runs = heading_runs(heading);
  const StructureId structure = context.structure(heading_role(heading.level));
  const TextStyle& style = context.style().of(style_key(heading.level));
  std::vector<Strip> strips = text_strips(context, runs, style, width, structure, kLinesForSense);
  for (Strip& strip : strips) strip.keep_with_next = true;
  if (strips.empty() || heading.anchor.empty()) return strips;
  strips.front().items.insert(strips.front().items.begin(), {structure, Destination{heading.anchor, 0, 0}});
  if (heading.level <= kOutlineLevels) {
    context.frames.outline.push_back({heading.level, plain_text(runs), heading.anchor});
  }
  return strips;
}

std::vector<Strip> paragraph_strips(LayoutContext& context, const Paragraph& paragraph, double width) {
  const ParagraphSetting setting = setting_of(paragraph.kind);
  const StructureId structure = context.structure(setting.role);
  return text_strips(context, paragraph.runs, context.style().of(setting.style), width, structure);
}

}  // namespace gongkai
