#include "pack/pack_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

/// yaml-cpp counts bytes from 0; spans count characters from 1.
Span span_at(const YAML::Mark& mark, FileId file, const Sources& sources) {
  if (mark.line < 0) return {.file = file};
  const auto line = static_cast<std::uint32_t>(mark.line) + 1;
  const std::string_view text = sources.file(file).line(line);
  const auto bytes = std::min(text.size(), static_cast<std::size_t>(std::max(mark.column, 0)));
  const auto column = static_cast<std::uint32_t>(count_characters(text.substr(0, bytes))) + 1;
  return {.file = file, .line = line, .column = column, .length = 1};
}

class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(FileId file, const Sources& sources, Diagnostics& diagnostics)
      : file_(file), sources_(sources), diagnostics_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { place(leaf(mark, PackNodeKind::Null)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse_anchor(mark);
    place(leaf(mark, PackNodeKind::Null));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (anchor != 0) refuse_anchor(mark);
    PackNode node = leaf(mark, PackNodeKind::Scalar);
    node.text = value;
    node.span.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, count_characters(value)));
    if (tag == "!") ++node.text_origin.column;
    place(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, PackNodeKind::List);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, PackNodeKind::Map);
  }
  void OnMapEnd() override { close(); }

  PackNode take_root() {
    while (!open_.empty()) close();
    return std::move(root_);
  }

 private:
  struct Frame {
    PackNode node;
    bool has_key = false;
    std::string key;
    Span key_span;
  };

  PackNode leaf(const YAML::Mark& mark, PackNodeKind kind) const {
    PackNode node;
    node.kind = kind;
    node.span = span_at(mark, file_, sources_);
    node.text_origin = node.span;
    return node;
  }

  void refuse_anchor(const YAML::Mark& mark) {
    diagnostics_.error("E0524", span_at(mark, file_, sources_), "版式包里不用 YAML 的锚和引用（& 和 *）",
                       "把内容直接写在这里；以 & 或 * 起首的文字要加引号");
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, PackNodeKind kind) {
    if (anchor != 0) refuse_anchor(mark);
    open_.push_back({.node = leaf(mark, kind)});
  }

  void close() {
    PackNode node = std::move(open_.back().node);
    open_.pop_back();
    place(std::move(node));
  }

  void place(PackNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = open_.back();
    if (frame.node.kind == PackNodeKind::List) {
      frame.node.children.push_back(std::move(node));
    } else if (!frame.has_key) {
      frame.has_key = true;
      frame.key = normalize_key(node.text);
      frame.key_span = node.span;
    } else {
      frame.has_key = false;
      add_pair(frame, std::move(node));
    }
  }

  void add_pair(Frame& frame, PackNode node) {
    if (frame.node.find(frame.key) != nullptr) {
      diagnostics_.error("E0525", frame.key_span, "“" + frame.key + "”写了两次", "留下一处，删去另一处");
      return;
    }
    node.key = frame.key;
    node.key_span = frame.key_span;
    frame.node.children.push_back(std::move(node));
  }

  FileId file_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<Frame> open_;
  PackNode root_;
};

}  // namespace

const PackNode* PackNode::find(std::string_view child_key) const {
  const auto found = std::ranges::find_if(children, [&](const PackNode& child) { return child.key == child_key; });
  return found == children.end() ? nullptr : &*found;
}

PackNode parse_pack_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  TreeBuilder builder(file, sources, diagnostics);
  try {
    std::istringstream stream(sources.file(file).text);
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const YAML::Exception& error) {
    diagnostics.error("E0524", span_at(error.mark, file, sources), "这里的 YAML 写法读不懂",
                      "查一查缩进、冒号后的空格，以及含有 : # { } [ ] , 的文字有没有加引号");
  }
  return builder.take_root();
}

}  // namespace gongkai
