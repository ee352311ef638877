// Questions one can ask a composed document.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace gongkai {

/// 封面, 目录 and the titles of level 1, in order.
std::vector<std::string> part_titles(const Document& document);
/// The first heading that contains `word`; nullptr when there is none.
const Heading* find_heading(const Document& document, std::string_view word);
/// Everything below the first heading that contains `word`, tables included, down to the next of its level.
std::string section_text(const Document& document, std::string_view word);
std::string whole_text(const Document& document);
const Table* find_table_by_id(const Document& document, std::string_view id);
const Chart* find_chart(const Document& document, std::string_view id);
/// Runs of headings and paragraphs that print a fact.
std::vector<const Run*> prose_figures(const Document& document);

/// Whether a cell holds an amount or a count that is not zero.
bool has_figures(const Table& table);
bool has_text(const Table& table, std::string_view label);
/// Whether some row is of a subject with that many digits.
bool lists_codes(const Table& table, std::size_t digits);

}  // namespace gongkai
