#include "yaml/yaml_builder.h"

#include <algorithm>
#include <utility>

#include "yaml/unprintable.h"
#include "yaml/yaml_document.h"
#include "yaml/yaml_scalar.h"

namespace gongkai {
namespace {

/// What stands right before a syntax error has usually swallowed a part of it: the last scalar, or the braces around.
void mark_last_leaf(YamlNode& root) {
  YamlNode* node = &root;
  while (!node->entries.empty() && !node->flow) node = &node->entries.back().value;
  node->broken = true;
}

}  // namespace

void YamlBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 2) {
    diagnostics_.error("E0205", span_of(mark), "一个文件里写了两份内容", "一个文件只写一份：请删去“---”，并检查缩进");
  }
}

void YamlBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  YamlNode node;
  node.broken = refuse_marks(mark, "", anchor);
  node.span = span_of(mark);
  const bool item = !frames_.empty() && frames_.back().node.kind == YamlKind::List;
  if (item && !frames_.back().node.flow) node.span = place_of_dash(mark);
  add(std::move(node));
}

void YamlBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  diagnostics_.error("E0204", span_of(mark), "用了 YAML 的引用（*）", "这里不用引用；是文字就加单引号");
  YamlNode node;
  node.broken = true;
  node.span = span_of(mark);
  add(std::move(node));
}

void YamlBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  const bool refused = refuse_marks(mark, tag, anchor);
  YamlNode node = scalar(mark, tag, value);
  node.broken = node.broken || refused;
  add(std::move(node));
}

void YamlBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  refuse_marks(mark, tag, anchor);
  open(YamlKind::List, mark, style == YAML::EmitterStyle::Flow);
}

void YamlBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  refuse_marks(mark, tag, anchor);
  open(YamlKind::Map, mark, style == YAML::EmitterStyle::Flow);
}

std::optional<YamlNode> YamlBuilder::take(bool complete) {
  cut_ = !complete;
  while (!frames_.empty()) {
    if (!complete) frames_.back().awaits_value = false;
    close();
  }
  if (!complete && root_) mark_last_leaf(*root_);
  return std::move(root_);
}

void YamlBuilder::open(YamlKind kind, const YAML::Mark& mark, bool flow) {
  const Span span = span_of(mark);
  if (frames_.size() >= kMaxYamlDepth) throw YamlTooDeep(span);
  Frame frame;
  frame.node.kind = kind;
  frame.node.flow = flow;
  frame.node.span = span;
  frames_.push_back(std::move(frame));
}

void YamlBuilder::close() {
  YamlNode node = std::move(frames_.back().node);
  frames_.pop_back();
  add(std::move(node));
}

void YamlBuilder::add(YamlNode node) {
  if (frames_.empty()) {
    if (documents_ <= 1) root_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.node.kind == YamlKind::List) {
    frame.node.entries.push_back({"", node.span, false, std::move(node)});
  } else if (!frame.awaits_value) {
    add_key(node);
  } else {
    frame.awaits_value = false;
    if (!frame.pending) return;
    frame.pending->value = std::move(node);
    frame.node.entries.push_back(std::move(*frame.pending));
    frame.pending.reset();
  }
}

void YamlBuilder::add_key(const YamlNode& node) {
  Frame& frame = frames_.back();
  frame.awaits_value = true;
  frame.pending.reset();
  const std::string written = node.kind == YamlKind::Scalar ? clean_key(node.text) : std::string();
  const std::string key = visible_key(written);
  if (key != written && !key.empty()) {
    diagnostics_.error("E0236", node.span, "键“" + key + "”里夹着看不见的字符（零宽空格之类）",
                       "请删去整个键，重新输入");
  }
  if (key.empty()) {
    if (!node.broken && !cut_)
      diagnostics_.error("E0206", node.span, "键要写成一行文字，不能空着", "请补上键名，或给文字加引号");
    return;
  }
  frame.pending = YamlEntry{key, node.span, false, {}};
}

bool YamlBuilder::refuse_marks(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  const bool tagged = !tag.empty() && tag != "?" && tag != "!";
  if (anchor != 0) {
    diagnostics_.error("E0204", span_of(mark), "用了 YAML 的锚点（&）", "这里不用锚点；是文字就加单引号");
  }
  if (tagged) {
    diagnostics_.error("E0204", span_of(mark), "用了 YAML 的标签（!）", "这里不用标签；是文字就加单引号");
  }
  return tagged || anchor != 0;
}

std::optional<Span> YamlBuilder::innermost_braces() const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->node.flow) return frame->node.span;
  }
  return std::nullopt;
}

Span YamlBuilder::place_of_dash(const YAML::Mark& mark) const {
  if (mark.pos <= 0) return span_of(mark);
  const std::string_view before = lines_.text().substr(0, static_cast<std::size_t>(mark.pos));
  const auto at = before.find_last_not_of(" \t\r\n");
  return at != std::string_view::npos && before[at] == '-' ? lines_.span_at(at) : span_of(mark);
}

Span YamlBuilder::span_of(const YAML::Mark& mark, std::size_t characters) const {
  if (mark.line < 0) return {lines_.file(), 1, 1, 1};
  return lines_.span(static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column), characters);
}

YamlNode YamlBuilder::scalar(const YAML::Mark& mark, const std::string& tag, const std::string& value) {
  const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
  const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
  YamlNode node = locate_scalar(value, tag == "!", line, column, lines_);
  if (node.broken) {
    diagnostics_.error("E0201", node.span, "引号没有配对，后面的内容都被当成了文字", "请补上后引号");
  } else if (const auto found = find_unprintable(node.text)) {
    Span place = node.span;
    const bool as_written = node.style == YamlStyle::Plain && !node.folded;
    if (as_written) place = {place.file, place.line, place.column + static_cast<std::uint32_t>(found->at), 1};
    report_unprintable(found->character, place, diagnostics_);
    node.broken = true;
  }
  return node;
}

}  // namespace gongkai
