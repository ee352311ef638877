#include "compose/form_composer.h"

#include <utility>

#include "compose/cells.h"
#include "compose/form_grid.h"

namespace gongkai {
namespace {

class FormComposer {
 public:
  FormComposer(const ComposeContext& context, const FormTemplate& source)
      : context_(context), source_(source), grid_(source.widths_mm.size(), context.diagnostics) {}

  Table compose(const Scope* scope) {
    Table table;
    table.id = source_.id;
    table.role = TableRole::Form;
    table.orientation = source_.orientation;
    table.title = build_text(context_, source_.title, scope);
    table.unit_line = build_text(context_, source_.unit_line, scope);
    table.money_line = build_text(context_, source_.money_line, scope);
    for (const double width : source_.widths_mm) table.columns.push_back({{}, width});
    add_rows(source_.rows, scope, 0);
    table.rows = grid_.take_rows();
    for (const auto& row : table.rows) table.row_keys.push_back(row.empty() ? std::string() : plain_text(row[0].runs));
    for (const TextTemplate& note : source_.notes) {
      Runs runs = build_runs(context_, note, scope);
      if (!runs.empty()) table.notes.push_back(std::move(runs));
    }
    return table;
  }

 private:
  void add_rows(const std::vector<FormRowTemplate>& rows, const Scope* scope, int loop) {
    for (const FormRowTemplate& row : rows) {
      if (row.list) {
        add_loop(row, scope);
      } else if (holds(row, scope)) {
        if (!row.cells.empty()) add_row(row, scope, loop);
        add_rows(row.children, scope, loop);
      }
    }
  }

  void add_loop(const FormRowTemplate& row, const Scope* scope) {
    const int loop = ++loops_;
    std::int64_t ordinal = 0;
    for (const FactRecord& record : evaluate_list(context_, *row.list, scope)) {
      const Scope element{scope, &record, row.variable, ++ordinal};
      if (holds(row, &element)) add_rows(row.children, &element, loop);
    }
  }

  bool holds(const FormRowTemplate& row, const Scope* scope) const {
    return !row.condition || context_.book.holds(*row.condition, scope, context_.diagnostics);
  }

  void add_row(const FormRowTemplate& row, const Scope* scope, int loop) {
    std::vector<FormCell> cells;
    for (const CellTemplate& source : row.cells) {
      FormCell cell;
      cell.cell = build_cell(context_, source, scope);
      cell.cell.align = align_of(source.align, source.header || source.value ? Align::Center : Align::Left);
      cell.merge_same = source.merge_same;
      cell.has_merge_key = !source.merge_key.pieces.empty();
      if (cell.has_merge_key) cell.merge_key = build_text(context_, source.merge_key, scope);
      cell.loop = loop;
      cells.push_back(std::move(cell));
    }
    grid_.add_row(std::move(cells), row.span);
  }

  const ComposeContext& context_;
  const FormTemplate& source_;
  FormGrid grid_;
  int loops_ = 0;
};

}  // namespace

Table compose_form(const ComposeContext& context, const FormTemplate& form, const Scope* scope) {
  return FormComposer(context, form).compose(scope);
}

}  // namespace gongkai
