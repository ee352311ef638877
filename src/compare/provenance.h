// Where every printed figure comes from, to travel with the files.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/document_index.h"
#include "compare/local_places.h"
#include "document/document.h"

namespace gongkai {

struct ProvenancePlace {
  std::string what;   ///< 支出.一般公共预算.2080101.基本支出
  std::string text;   ///< as authored
  std::string place;  ///< 2024.yaml:40
};

struct ProvenanceRow {
  std::string name;
  std::string value;
  std::string formula;
  std::vector<std::size_t> inputs;  ///< rows it was computed from, by index
  std::vector<ProvenancePlace> authored;
  std::vector<std::string> printed;  ///< 公开05表 208 小计, 第9页; empty for an intermediate figure
};

/// One row for every figure the document prints and every figure it was computed from, by name; figures of one name
/// (one expression in several turns of a loop) in the order of printing.
std::vector<ProvenanceRow> document_provenance(const DocumentIndex& index, LocalPlaces& places);

/// An object a figure; `id` counts from 1, and `inputs` are such ids.
std::string provenance_json(const Document& document, const std::vector<ProvenanceRow>& rows);

/// A sheet of them for the workbook: 数据来源.
Table provenance_table(const std::vector<ProvenanceRow>& rows);

}  // namespace gongkai
