// One cell of a table or form from its template.
#pragma once

#include <string>

#include "compose/runs.h"

namespace gongkai {

/// Prints a fact as a cell: amounts and counts in table style, texts as runs. Nothing is printed for an absent fact,
/// but the cell keeps it.
void set_cell_value(const ComposeContext& context, const Fact& fact, const std::string& format, Cell& cell);

/// A cell of text or of a value; spans, bold, indent and 对齐 included. The kind is the value's.
Cell build_cell(const ComposeContext& context, const CellTemplate& cell, const Scope* scope);

/// 左, 中, 右; otherwise `fallback`.
Align align_of(const std::string& name, Align fallback);

}  // namespace gongkai
