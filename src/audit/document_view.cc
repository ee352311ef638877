#include "audit/document_view.h"

#include <algorithm>

#include "model/classification.h"

namespace gongkai {
namespace {

std::string text_of(const Table& table) {
  std::string text = table.title + "\n";
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      if (!cell.covered) text += plain_text(cell.runs) + "\n";
    }
  }
  for (const Runs& note : table.notes) text += plain_text(note) + "\n";
  return text;
}

std::string text_of(const Block& block) {
  if (const auto* heading = std::get_if<Heading>(&block.content)) return heading->number + plain_text(heading->runs);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) return plain_text(paragraph->runs);
  if (const auto* table = std::get_if<Table>(&block.content)) return text_of(*table);
  return {};
}

template <typename Content>
const Content* find_by_id(const Document& document, std::string_view id) {
  for (const Block& block : document.blocks) {
    const auto* content = std::get_if<Content>(&block.content);
    if (content != nullptr && content->id == id) return content;
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> part_titles(const Document& document) {
  std::vector<std::string> titles;
  for (const Block& block : document.blocks) {
    if (std::holds_alternative<Cover>(block.content)) titles.emplace_back("封面");
    if (std::holds_alternative<Contents>(block.content)) titles.emplace_back("目录");
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading != nullptr && heading->level == 1) titles.push_back(plain_text(heading->runs));
  }
  return titles;
}

const Heading* find_heading(const Document& document, std::string_view word) {
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading != nullptr && plain_text(heading->runs).find(word) != std::string::npos) return heading;
  }
  return nullptr;
}

std::string section_text(const Document& document, std::string_view word) {
  const Heading* start = find_heading(document, word);
  if (start == nullptr) return {};
  std::string text;
  bool inside = false;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (inside && heading != nullptr && heading->level <= start->level) break;
    if (inside) text += text_of(block) + "\n";
    if (heading == start) inside = true;
  }
  return text;
}

std::string whole_text(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) text += text_of(block) + "\n";
  return text;
}

const Table* find_table_by_id(const Document& document, std::string_view id) {
  return find_by_id<Table>(document, id);
}

const Chart* find_chart(const Document& document, std::string_view id) {
  return find_by_id<Chart>(document, id);
}

std::vector<const Run*> prose_figures(const Document& document) {
  std::vector<const Run*> figures;
  for (const Block& block : document.blocks) {
    const Runs* runs = nullptr;
    if (const auto* heading = std::get_if<Heading>(&block.content)) runs = &heading->runs;
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) runs = &paragraph->runs;
    if (runs == nullptr) continue;
    for (const Run& run : *runs) {
      if (run.fact != nullptr) figures.push_back(&run);
    }
  }
  return figures;
}

bool has_figures(const Table& table) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      if (cell.covered || cell.header || cell.fact == nullptr) continue;
      const Money* amount = cell.fact->amount();
      const auto* count = std::get_if<std::int64_t>(&cell.fact->value);
      if ((amount != nullptr && !amount->is_zero()) || (count != nullptr && *count != 0)) return true;
    }
  }
  return false;
}

bool has_text(const Table& table, std::string_view label) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      if (!cell.covered && plain_text(cell.runs).find(label) != std::string::npos) return true;
    }
  }
  return false;
}

bool lists_codes(const Table& table, std::size_t digits) {
  for (const auto& row : table.rows) {
    for (const Cell& cell : row) {
      const std::string text = cell.covered || cell.header ? std::string() : plain_text(cell.runs);
      if (text.size() == digits && is_subject_code(text)) return true;
    }
  }
  return false;
}

}  // namespace gongkai
