#include "yaml/yaml_builder.h"

#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "yaml/unprintable.h"
#include "yaml/yaml_document.h"
#include "yaml/yaml_messages.h"
#include "yaml/yaml_scalar.h"

namespace gongkai {
namespace {

/// What stands right before a syntax error has usually swallowed a part of it: the last scalar, or the braces around.
void mark_last_leaf(YamlNode& root) {
  YamlNode* node = &root;
  while (!node->entries.empty() && !node->flow) node = &node->entries.back().value;
  node->broken = true;
}

/// The part of a line before what YAML takes for a comment though it reads like the rest of a text: “人员 #3 到岗”.
/// Empty when there is none.
std::string_view before_hash(std::string_view line) {
  const std::size_t hash = line.find(" #");
  if (hash == std::string_view::npos || hash + 2 >= line.size()) return {};
  const char next = line[hash + 2];
  return next == ' ' || next == '\t' || next == '#' ? std::string_view() : trim(line.substr(0, hash));
}

/// `{甲:, 乙: 1}`: see ScannerText.
void cut_colon(YamlEntry& entry) {
  entry.key = clean_key(entry.key.substr(0, entry.key.size() - 1));
  --entry.key_span.length;
}

}  // namespace

bool YamlBuilder::add_event(const YamlEvent& event) {
  switch (event.kind) {
    case YamlEventKind::DocumentStart:
      start_document(event);
      break;
    case YamlEventKind::Alias:
      add(alias(event));
      break;
    case YamlEventKind::Scalar:
      add(scalar(event));
      break;
    case YamlEventKind::MapStart:
      return open(YamlKind::Map, event);
    case YamlEventKind::ListStart:
      return open(YamlKind::List, event);
    case YamlEventKind::CollectionEnd:
      close();
      break;
  }
  return true;
}

std::optional<YamlNode> YamlBuilder::take(bool complete) {
  cut_ = !complete;
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    if (frame.awaits_value && frame.usable_key) entries_.pop_back();
    close();
  }
  if (!complete && root_) mark_last_leaf(*root_);
  return std::move(root_);
}

void YamlBuilder::start_document(const YamlEvent& event) {
  if (++documents_ == 2) report_second_document(lines_.span_of(event.start), diagnostics_);
}

bool YamlBuilder::open(YamlKind kind, const YamlEvent& event) {
  refuse_marks(event);
  const Span span = lines_.span_of(event.start);
  if (frames_.size() >= kMaxYamlDepth) {
    diagnostics_.error("E0203", span, "嵌套太深，这里没有这样的结构", "请检查括号或缩进是否写错");
    return false;
  }
  Frame& frame = frames_.emplace_back();
  frame.node.kind = kind;
  frame.node.flow = event.flow;
  frame.node.span = span;
  frame.first = entries_.size();
  return true;
}

void YamlBuilder::close() {
  YamlNode node = std::move(frames_.back().node);
  const auto first = entries_.begin() + static_cast<std::ptrdiff_t>(frames_.back().first);
  node.entries.assign(std::make_move_iterator(first), std::make_move_iterator(entries_.end()));
  entries_.erase(first, entries_.end());
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
    YamlEntry& item = entries_.emplace_back();
    item.key_span = node.span;
    item.value = std::move(node);
  } else if (!frame.awaits_value) {
    frame.awaits_value = true;
    frame.usable_key = add_key(node);
  } else {
    frame.awaits_value = false;
    if (!frame.usable_key) return;
    YamlEntry& entry = entries_.back();
    const bool abrupt = frame.node.flow && node.kind == YamlKind::Null && entry.key.ends_with(':');
    if (abrupt) cut_colon(entry);
    entry.value = std::move(node);
  }
}

bool YamlBuilder::add_key(const YamlNode& node) {
  std::string key = node.kind == YamlKind::Scalar ? clean_key(node.text) : std::string();
  const std::size_t written = key.size();
  key = visible_key(std::move(key));
  if (key.size() != written && !key.empty()) {
    diagnostics_.error("E0236", node.span, "键“" + key + "”里夹着看不见的字符（零宽空格之类）",
                       "请删去整个键，重新输入");
  }
  if (key.empty() || node.folded) {
    if (!node.broken && !cut_)
      diagnostics_.error("E0206", node.span, "键要写成一行文字，不能空着", "请补上键名，或给文字加引号");
    return false;
  }
  YamlEntry& entry = entries_.emplace_back();
  entry.key = std::move(key);
  entry.key_span = node.span;
  return true;
}

bool YamlBuilder::refuse_marks(const YamlEvent& event) {
  const bool anchored = !event.anchor.empty();
  if (anchored) {
    anchors_.emplace(event.anchor);
    diagnostics_.error("E0204", lines_.span_of(event.start), "用了 YAML 的锚点（&）", "这里不用锚点；是文字就加单引号");
  }
  if (event.tagged) {
    diagnostics_.error("E0204", lines_.span_of(event.start), "用了 YAML 的标签（!）", "这里不用标签；是文字就加单引号");
  }
  return event.tagged || anchored;
}

std::optional<Span> YamlBuilder::innermost_braces() const {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    if (frame->node.flow) return frame->node.span;
  }
  return std::nullopt;
}

YamlNode YamlBuilder::alias(const YamlEvent& event) {
  YamlNode node;
  node.broken = true;
  node.span = lines_.span_of(event.start);
  if (anchors_.contains(event.anchor)) {
    diagnostics_.error("E0204", node.span, "用了 YAML 的引用（*）", "这里不用引用；是文字就加单引号");
  } else {
    diagnostics_.error("E0201", node.span, "文字以 * 开头", "这里不用 YAML 的引用；请给这段文字加单引号");
  }
  return node;
}

YamlNode YamlBuilder::scalar(const YamlEvent& event) {
  const bool refused = refuse_marks(event);
  const bool plain = event.style == YamlStyle::Plain && !event.tagged;
  YamlNode node;
  if (plain && says_nothing(event.text)) {
    node.span = null_place(event);
  } else {
    node = locate_scalar(event, scanned_.restore(event.text), lines_);
    refuse_unprintable(node);
    node.hash_after = plain && before_hash_on(event.end.line).ends_with(event.text);
  }
  node.broken = node.broken || refused;
  return node;
}

std::string_view YamlBuilder::before_hash_on(std::size_t line) {
  if (hash_line_ != line) {
    hash_line_ = line;
    before_hash_ = before_hash(lines_.line(line));
  }
  return before_hash_;
}

Span YamlBuilder::null_place(const YamlEvent& event) const {
  YamlPlace place = event.start;
  const bool item = !frames_.empty() && frames_.back().node.kind == YamlKind::List && !frames_.back().node.flow;
  if (item && event.text.empty() && place.column > 0) --place.column;
  return lines_.span_of(place);
}

void YamlBuilder::refuse_unprintable(YamlNode& node) {
  const auto found = find_unprintable(node.text);
  if (!found) return;
  Span place = node.span;
  const bool as_written = node.style == YamlStyle::Plain && !node.folded;
  if (as_written) place = {place.file, place.line, place.column + static_cast<std::uint32_t>(found->at), 1};
  report_unprintable(found->character, place, diagnostics_);
  node.broken = true;
}

}  // namespace gongkai
