#include "compose/table_rows.h"

#include <utility>

#include "compose/cells.h"
#include "model/classification.h"

namespace gongkai {
namespace {

constexpr std::string_view kCodeField = "编码";

Align default_align(CellKind kind) {
  switch (kind) {
    case CellKind::Amount:
    case CellKind::Count:
      return Align::Right;
    case CellKind::LineNumber:
      return Align::Center;
    default:
      return Align::Left;
  }
}

std::string code_of(const FactRecord* element) {
  const Fact* fact = element == nullptr ? nullptr : element->find(kCodeField);
  const std::string* code = fact == nullptr ? nullptr : fact->text();
  return code != nullptr && is_subject_code(*code) ? *code : std::string();
}

class RowComposer {
 public:
  RowComposer(const ComposeContext& context, const PanelTemplate& panel) : context_(context), panel_(panel) {}

  std::vector<BodyRow> compose(const Scope* scope) {
    for (group_ = 0; group_ < panel_.rows.size(); ++group_) add_group(panel_.rows[group_], scope);
    return std::move(rows_);
  }

 private:
  void add_group(const RowTemplate& row, const Scope* scope) {
    if (row.kind == RowKind::PadTo) {
      while (rows_.size() < static_cast<std::size_t>(row.pad_to)) rows_.push_back(blank_row(panel_));
      return;
    }
    if (row.kind == RowKind::Fixed) {
      add_row(row, scope, nullptr);
      return;
    }
    const std::size_t first = rows_.size();
    std::int64_t ordinal = 0;
    for (const FactRecord& record : evaluate_list(context_, *row.list, scope)) {
      const Scope element{scope, &record, row.variable, ++ordinal};
      add_row(row, &element, &record);
    }
    link_subjects(first);
  }

  void add_row(const RowTemplate& row, const Scope* scope, const FactRecord* element) {
    if (row.condition && !context_.book.holds(*row.condition, scope, context_.diagnostics)) return;
    BodyRow body;
    body.origin = &row;
    body.group = group_;
    body.code = code_of(element);
    std::size_t covered = 0;
    for (const ColumnTemplate& column : panel_.columns) {
      body.cells.push_back(make_cell(row, column, scope, element != nullptr));
      Cell& cell = body.cells.back();
      cell.covered = covered > 0;
      if (covered > 0) --covered;
      if (const auto span = row.spans.find(column.key); span != row.spans.end()) cell.col_span = span->second;
      if (cell.col_span > 1) covered = static_cast<std::size_t>(cell.col_span) - 1;
    }
    indent_first_text(row, body);
    body.key = key_of(row, body);
    rows_.push_back(std::move(body));
  }

  Cell make_cell(const RowTemplate& row, const ColumnTemplate& column, const Scope* scope, bool in_loop) const {
    const auto own = row.cells.find(column.key);
    const CellTemplate* source = own != row.cells.end() ? &own->second : in_loop ? &column.cell : nullptr;
    Cell cell;
    if (source != nullptr) cell = build_cell(context_, with_format(*source, column), scope);
    settle_kind(column, source != nullptr, cell);
    cell.align = align_of(source != nullptr && !source->align.empty() ? source->align : column.cell.align,
                          default_align(cell.kind == CellKind::Blank ? column.kind : cell.kind));
    cell.bold = cell.bold || row.bold;
    if (!cell.source.known()) cell.source = row.span;
    return cell;
  }

  static CellTemplate with_format(const CellTemplate& source, const ColumnTemplate& column) {
    CellTemplate cell = source;
    if (cell.format.empty()) cell.format = column.format;
    return cell;
  }

  /// The column says what a text is; a cell without content is blank.
  static void settle_kind(const ColumnTemplate& column, bool written, Cell& cell) {
    if (column.kind == CellKind::LineNumber) {
      cell.kind = CellKind::LineNumber;
    } else if (!written) {
      cell.kind = CellKind::Blank;
    } else if (column.kind == CellKind::Code && cell.kind == CellKind::Text) {
      cell.kind = CellKind::Code;
    }
  }

  void indent_first_text(const RowTemplate& row, BodyRow& body) const {
    if (row.indent == 0) return;
    for (Cell& cell : body.cells) {
      if (cell.kind != CellKind::Text) continue;
      cell.indent = row.indent;
      return;
    }
  }

  static std::string key_of(const RowTemplate& row, const BodyRow& body) {
    if (!body.code.empty()) return body.code;
    if (row.kind == RowKind::Fixed && !row.key.empty()) return row.key;
    for (const Cell& cell : body.cells) {
      const bool text = cell.kind == CellKind::Text || cell.kind == CellKind::Code;
      if (text && !cell.runs.empty()) return plain_text(cell.runs);
    }
    return row.key;
  }

  /// Subjects stand in ascending order, so the ancestors of a row are among those just above it.
  void link_subjects(std::size_t first) {
    std::vector<std::size_t> ancestors;
    for (std::size_t i = first; i < rows_.size(); ++i) {
      BodyRow& row = rows_[i];
      if (row.code.empty()) continue;
      while (!ancestors.empty() && !is_within(row.code, rows_[ancestors.back()].code)) ancestors.pop_back();
      if (!ancestors.empty()) row.parent = ancestors.back();
      row.depth = static_cast<int>(ancestors.size());
      for (std::size_t c = 0; c < panel_.columns.size(); ++c) {
        if (panel_.columns[c].indent_by_level) row.cells[c].indent = row.depth;
      }
      ancestors.push_back(i);
    }
  }

  const ComposeContext& context_;
  const PanelTemplate& panel_;
  std::size_t group_ = 0;
  std::vector<BodyRow> rows_;
};

}  // namespace

std::vector<BodyRow> compose_panel_rows(const ComposeContext& context, const PanelTemplate& panel, const Scope* scope) {
  return RowComposer(context, panel).compose(scope);
}

BodyRow blank_row(const PanelTemplate& panel) {
  BodyRow row;
  for (const ColumnTemplate& column : panel.columns) {
    Cell cell;
    cell.kind = column.kind == CellKind::LineNumber ? CellKind::LineNumber : CellKind::Blank;
    cell.align = default_align(column.kind);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

}  // namespace gongkai
