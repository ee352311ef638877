#include "compose/cells.h"

#include <utility>

namespace gongkai {
namespace {

CellKind kind_of(const Fact& fact) {
  switch (fact.type) {
    case FactType::Amount:
      return CellKind::Amount;
    case FactType::Count:
      return CellKind::Count;
    default:
      return CellKind::Text;
  }
}

}  // namespace

void set_cell_value(const ComposeContext& context, const Fact& fact, const std::string& format, Cell& cell) {
  cell.fact = &fact;
  cell.kind = kind_of(fact);
  if (!fact.exists()) return;
  if (fact.type == FactType::List || fact.type == FactType::Record) {
    context.diagnostics.error("E0603", cell.source, "“" + fact.name + "”是列表，不能直接印出");
    return;
  }
  if (fact.type == FactType::Text || fact.type == FactType::LongText) {
    cell.runs = fact_runs(context, fact, cell.source, TextPlace::Cell);
    return;
  }
  std::string text = print_in_cell(fact, context.pack.print, format);
  if (!text.empty()) cell.runs.push_back({std::move(text), &fact, cell.source});
}

Align align_of(const std::string& name, Align fallback) {
  return name == "左" ? Align::Left : name == "中" ? Align::Center : name == "右" ? Align::Right : fallback;
}

Cell build_cell(const ComposeContext& context, const CellTemplate& cell, const Scope* scope) {
  Cell result;
  result.source = cell.span;
  result.col_span = cell.col_span;
  result.row_span = cell.row_span;
  result.header = cell.header;
  result.bold = cell.bold;
  result.indent = cell.indent;
  if (cell.value) {
    if (const Fact* fact = context.book.evaluate(*cell.value, scope, context.diagnostics)) {
      set_cell_value(context, *fact, cell.format, result);
    }
  } else {
    result.runs = build_runs(context, cell.text, scope, TextPlace::Cell);
  }
  return result;
}

}  // namespace gongkai
