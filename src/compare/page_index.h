// On which page each part of a document was drawn.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/blanks.h"
#include "document/document.h"
#include "layout/frame.h"

namespace gongkai {

/// Follows the structure tree, whose top nodes were made block by block. Both outlive this object.
class PageIndex {
 public:
  PageIndex(const Document& document, const Frames& frames);

  /// Page (0-based) of the character at this byte of the block's squeezed text; -1 when it is drawn nowhere.
  int page_at(std::size_t block, std::size_t offset) const;
  /// Page where a table's cell begins; -1 when it prints nothing.
  int page_of_cell(std::size_t block, std::size_t row, std::size_t column) const;
  /// Page of a table's note, counted without empty ones.
  int page_of_note(std::size_t block, std::size_t note) const;
  /// The name of a page, "第9页（PDF 第11页）".
  std::string name_of(int page) const;
  /// The name of a character's page; "" when it is drawn nowhere.
  std::string name_at(std::size_t block, std::size_t offset) const;
  /// Whether a page bears this printed number.
  bool is_labelled(int page, std::string_view label) const;
  /// Entries of the 目录 as drawn: text with the page number, and the page.
  const std::vector<std::pair<std::string, int>>& contents() const { return contents_; }

 private:
  struct Piece {
    std::size_t end = 0;  ///< squeezed bytes up to and with this piece
    int page = 0;
  };

  void index_structure();
  void walk_pages();
  void walk_item(const Item& item, int page);
  StructureId contents_entry_of(StructureId node) const;
  void collect_contents();
  void match_blocks(const Document& document);
  void match_cells(std::size_t block, const Table& table, StructureId node);

  const Frames& frames_;
  std::vector<StructureId> top_;  ///< of each structure node: its ancestor below the document
  std::vector<std::vector<StructureId>> children_;
  std::vector<std::vector<Piece>> pieces_;                                   ///< by top node
  std::vector<int> first_page_;                                              ///< by node
  std::vector<std::string> entry_texts_;                                     ///< by node, of entries of the 目录
  std::vector<StructureId> node_of_block_;                                   ///< kArtifact for a block without one
  std::map<std::size_t, std::vector<std::vector<StructureId>>> cell_nodes_;  ///< by block
  std::vector<std::pair<std::string, int>> contents_;
};

}  // namespace gongkai
