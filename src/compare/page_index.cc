#include "compare/page_index.h"

#include <algorithm>
#include <variant>

#include "compare/snapshot.h"

namespace gongkai {
namespace {

/// How many top nodes the layout makes for a block: the notes of a table follow it, each a node.
std::size_t nodes_of(const Block& block) {
  if (const auto* cover = std::get_if<Cover>(&block.content)) return 1 + cover->lines.size();
  if (const auto* table = std::get_if<Table>(&block.content)) {
    return 1 + static_cast<std::size_t>(
                   std::ranges::count_if(table->notes, [](const Runs& note) { return !note.empty(); }));
  }
  return std::holds_alternative<PageBreak>(block.content) ? 0 : 1;
}

std::size_t index_of(StructureId node) {
  return static_cast<std::size_t>(node);
}

}  // namespace

PageIndex::PageIndex(const Document& document, const Frames& frames) : frames_(frames) {
  index_structure();
  walk_pages();
  collect_contents();
  match_blocks(document);
}

void PageIndex::index_structure() {
  const std::size_t count = frames_.structure.size();
  top_.assign(count, kArtifact);
  children_.resize(count);
  pieces_.resize(count);
  first_page_.assign(count, -1);
  entry_texts_.resize(count);
  for (std::size_t id = 1; id < count; ++id) {
    const StructureId parent = frames_.structure[id].parent;
    if (parent < 0) continue;
    children_[index_of(parent)].push_back(static_cast<StructureId>(id));
    top_[id] = parent == 0 ? static_cast<StructureId>(id) : top_[index_of(parent)];
  }
}

void PageIndex::walk_pages() {
  for (std::size_t page = 0; page < frames_.pages.size(); ++page) {
    for (const Item& item : frames_.pages[page].items) {
      if (item.structure > 0) walk_item(item, static_cast<int>(page));
    }
  }
}

void PageIndex::walk_item(const Item& item, int page) {
  const std::size_t node = index_of(item.structure);
  if (first_page_[node] < 0) first_page_[node] = page;
  const auto* run = std::get_if<GlyphRun>(&item.content);
  if (run == nullptr || top_[node] <= 0) return;
  auto& pieces = pieces_[index_of(top_[node])];
  const std::size_t before = pieces.empty() ? 0 : pieces.back().end;
  pieces.push_back({before + squeezed_size(run->text), page});
  if (const StructureId entry = contents_entry_of(item.structure); entry > 0) {
    entry_texts_[index_of(entry)] += run->text;
    if (first_page_[index_of(entry)] < 0) first_page_[index_of(entry)] = page;
  }
}

StructureId PageIndex::contents_entry_of(StructureId node) const {
  while (node > 0 && frames_.structure[index_of(node)].role != StructureRole::TocItem) {
    node = frames_.structure[index_of(node)].parent;
  }
  return node;
}

void PageIndex::collect_contents() {
  for (std::size_t id = 0; id < entry_texts_.size(); ++id) {
    if (!entry_texts_[id].empty()) contents_.emplace_back(entry_texts_[id], first_page_[id]);
  }
}

void PageIndex::match_blocks(const Document& document) {
  const std::vector<StructureId> none;
  const std::vector<StructureId>& tops = children_.empty() ? none : children_.front();
  std::size_t next = 0;
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const std::size_t nodes = nodes_of(document.blocks[block]);
    node_of_block_.push_back(nodes > 0 && next < tops.size() ? tops[next] : kArtifact);
    next += nodes;
    const auto* table = std::get_if<Table>(&document.blocks[block].content);
    if (table != nullptr && node_of_block_.back() >= 0) match_cells(block, *table, node_of_block_.back());
  }
}

void PageIndex::match_cells(std::size_t block, const Table& table, StructureId node) {
  std::vector<StructureId> rows;
  for (const StructureId child : children_[index_of(node)]) {
    if (frames_.structure[index_of(child)].role == StructureRole::Row) rows.push_back(child);
  }
  auto& cells = cell_nodes_[block];
  for (std::size_t row = 0; row < table.rows.size() && row < rows.size(); ++row) {
    const auto& nodes = children_[index_of(rows[row])];
    cells.emplace_back(table.rows[row].size(), kArtifact);
    std::size_t next = 0;
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      if (!table.rows[row][column].covered && next < nodes.size()) cells.back()[column] = nodes[next++];
    }
  }
}

int PageIndex::page_at(std::size_t block, std::size_t offset) const {
  const StructureId node = node_of_block_.at(block);
  if (node < 0) return -1;
  const auto& pieces = pieces_[index_of(node)];
  for (const Piece& piece : pieces) {
    if (offset < piece.end) return piece.page;
  }
  return pieces.empty() ? first_page_[index_of(node)] : pieces.back().page;
}

std::string PageIndex::name_at(std::size_t block, std::size_t offset) const {
  const int page = page_at(block, offset);
  return page < 0 ? std::string() : name_of(page);
}

std::string PageIndex::name_of(int page) const {
  const auto index = static_cast<std::size_t>(page);
  return page_name(frames_.pages.at(index).label, index);
}

bool PageIndex::is_labelled(int page, std::string_view label) const {
  return frames_.pages.at(static_cast<std::size_t>(page)).label == label;
}

int PageIndex::page_of_note(std::size_t block, std::size_t note) const {
  const StructureId table = node_of_block_.at(block);
  if (table < 0) return -1;
  const auto& tops = children_.front();
  const auto place = std::ranges::find(tops, table);
  const auto left = static_cast<std::size_t>(tops.end() - place);
  return note + 1 < left ? first_page_[index_of(*(place + static_cast<std::ptrdiff_t>(note) + 1))] : -1;
}

int PageIndex::page_of_cell(std::size_t block, std::size_t row, std::size_t column) const {
  const auto cells = cell_nodes_.find(block);
  if (cells == cell_nodes_.end() || row >= cells->second.size()) return -1;
  const StructureId node = cells->second[row].at(column);
  return node < 0 ? -1 : first_page_[index_of(node)];
}

}  // namespace gongkai
