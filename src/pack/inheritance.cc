#include "pack/inheritance.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "base/suggest.h"

namespace gongkai {
namespace {

/// Where a part stands: the list that holds it and its place there.
struct BlockPlace {
  std::vector<TemplateNode>* list = nullptr;
  std::ptrdiff_t index = 0;
};

BlockPlace find_block(std::vector<TemplateNode>& nodes, std::string_view name) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    TemplateNode& node = nodes[i];
    if (node.kind == NodeKind::Block && node.id == name) return {&nodes, static_cast<std::ptrdiff_t>(i)};
    if (const BlockPlace place = find_block(node.children, name); place.list != nullptr) return place;
    for (Branch& branch : node.branches) {
      if (const BlockPlace place = find_block(branch.children, name); place.list != nullptr) return place;
    }
  }
  return {};
}

template <typename Visit>
void visit_blocks(const std::vector<TemplateNode>& nodes, const Visit& visit) {
  for (const TemplateNode& node : nodes) {
    if (node.kind == NodeKind::Block) visit(node);
    visit_blocks(node.children, visit);
    for (const Branch& branch : node.branches) visit_blocks(branch.children, visit);
  }
}

void insert(std::vector<TemplateNode>& list, std::ptrdiff_t index, std::vector<TemplateNode>&& nodes) {
  list.insert(list.begin() + index, std::make_move_iterator(nodes.begin()), std::make_move_iterator(nodes.end()));
}

void report_missing(const std::string& name, Span span, const std::vector<TemplateNode>& body,
                    Diagnostics& diagnostics) {
  std::vector<std::string> names;
  visit_blocks(body, [&](const TemplateNode& block) { names.push_back(block.id); });
  diagnostics.error("E0538", span, "上级正文里没有名为“" + name + "”的块", did_you_mean_or_list(name, names));
}

/// A block moves whole; where it may not go is inside itself.
void move_block(const ProseEdit& edit, std::vector<TemplateNode>& body, Diagnostics& diagnostics) {
  const BlockPlace from = find_block(body, edit.block);
  auto& node = (*from.list)[static_cast<std::size_t>(from.index)];
  if (find_block(body, edit.place).list == nullptr || edit.place == edit.block ||
      find_block(node.children, edit.place).list != nullptr) {
    report_missing(edit.place, edit.span, body, diagnostics);
    return;
  }
  std::vector<TemplateNode> moved;
  moved.push_back(std::move(node));
  from.list->erase(from.list->begin() + from.index);
  const BlockPlace to = find_block(body, edit.place);
  insert(*to.list, edit.kind == EditKind::MoveAfter ? to.index + 1 : to.index, std::move(moved));
}

void apply_edit(ProseEdit&& edit, std::vector<TemplateNode>& body, Diagnostics& diagnostics) {
  const BlockPlace place = find_block(body, edit.block);
  if (place.list == nullptr) {
    if (!edit.block.empty()) report_missing(edit.block, edit.span, body, diagnostics);
    return;
  }
  switch (edit.kind) {
    case EditKind::Replace:
      (*place.list)[static_cast<std::size_t>(place.index)].children = std::move(edit.children);
      break;
    case EditKind::Before:
      insert(*place.list, place.index, std::move(edit.children));
      break;
    case EditKind::After:
      insert(*place.list, place.index + 1, std::move(edit.children));
      break;
    case EditKind::MoveBefore:
    case EditKind::MoveAfter:
      move_block(edit, body, diagnostics);
      break;
    case EditKind::Remove:
      place.list->erase(place.list->begin() + place.index);
      break;
  }
}

}  // namespace

void apply_prose(ProseFile file, std::vector<TemplateNode>& body, Diagnostics& diagnostics) {
  if (!file.body.empty()) body = std::move(file.body);
  for (ProseEdit& edit : file.edits) apply_edit(std::move(edit), body, diagnostics);
}

void check_block_names(const std::vector<TemplateNode>& body, Diagnostics& diagnostics) {
  std::map<std::string, Span> seen;
  visit_blocks(body, [&](const TemplateNode& block) {
    const auto [first, added] = seen.emplace(block.id, block.span);
    if (added) return;
    diagnostics.error("E0538", block.span, "有两个块都叫“" + block.id + "”", "给其中一个换个名字")
        .notes.push_back({first->second, "另一个在这里"});
  });
}

}  // namespace gongkai
