#include "pack/name_check.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/suggest.h"
#include "pack/correction_names.h"

namespace gongkai {
namespace {

/// The engine's own values in captions: not facts, known to no catalog.
bool is_engine_value(const Expr& expr) {
  return expr.kind == ExprKind::Name && expr.name.size() == 1 && expr.name[0].text == "图序";
}

class NameChecker {
 public:
  NameChecker(const Pack& pack, Diagnostics& diagnostics) : pack_(pack), diagnostics_(diagnostics) {}

  void check(const std::vector<std::string>& own) {
    for (const TextTemplate* text : {&pack_.title_line, &pack_.file_name, &pack_.workbook_name, &pack_.cover.title}) {
      check_text(*text, nullptr);
    }
    check_texts(pack_.cover.lines, nullptr);
    check_nodes(pack_.body, nullptr);
    const NameScope correction = correction_names();
    check_nodes(pack_.correction, &correction);
    note_unused(own);
  }

 private:
  void check_text(const TextTemplate& text, const NameScope* scope) {
    for (const TextPiece& piece : text.pieces) {
      if (!piece.expr || is_engine_value(*piece.expr)) continue;
      const auto signature = pack_.catalog.check_expression(*piece.expr, scope, diagnostics_);
      if (!signature || signature->any) continue;
      if (signature->type != FactType::List && signature->type != FactType::Record) continue;
      diagnostics_.error("E0540", piece.span, "列表不能直接印在文字里", "用 @每个 逐个写出，或用 连(列表, 式, '、')");
    }
  }

  void check_texts(const std::vector<TextTemplate>& texts, const NameScope* scope) {
    for (const TextTemplate& text : texts) check_text(text, scope);
  }

  std::optional<FactSignature> check_expression(const std::shared_ptr<const Expr>& expr, const NameScope* scope) {
    return expr ? pack_.catalog.check_expression(*expr, scope, diagnostics_) : std::nullopt;
  }

  /// Runs `inside` with the elements of a list in scope; without a usable list its contents cannot be checked.
  template <typename Inside>
  void with_element(const std::shared_ptr<const Expr>& list, const std::string& variable, const NameScope* scope,
                    const Inside& inside) {
    const auto signature = check_expression(list, scope);
    if (!signature) return;
    if (signature->type != FactType::List) {
      diagnostics_.error("E0540", list->span, "这里要一个列表",
                         "列表如 支出.逐行、项目绩效.项目；见 gongkai pack facts");
      return;
    }
    const NameScope element{scope, variable, {FactType::Record, signature->fields}};
    inside(&element);
  }

  void check_nodes(const std::vector<TemplateNode>& nodes, const NameScope* scope) {
    for (const TemplateNode& node : nodes) check_node(node, scope);
  }

  void check_node(const TemplateNode& node, const NameScope* scope) {
    check_text(node.text, scope);
    switch (node.kind) {
      case NodeKind::Each:
        with_element(node.expr, node.variable, scope,
                     [&](const NameScope* element) { check_nodes(node.children, element); });
        return;
      case NodeKind::If:
        for (const Branch& branch : node.branches) {
          check_expression(branch.condition, scope);
          check_nodes(branch.children, scope);
        }
        return;
      case NodeKind::Table:
        check_reference(node, pack_.tables, "表", [&](const TableTemplate& table) { check_table(table, scope); });
        return;
      case NodeKind::Form:
        check_reference(node, pack_.forms, "表单", [&](const FormTemplate& form) { check_form(form, scope); });
        return;
      case NodeKind::Chart:
        check_reference(node, pack_.charts, "图", [&](const ChartTemplate& chart) { check_chart(chart, scope); });
        return;
      default:
        check_expression(node.expr, scope);
        check_nodes(node.children, scope);
    }
  }

  template <typename Template, typename Check>
  void check_reference(const TemplateNode& node, const std::map<std::string, Template>& known, std::string_view what,
                       const Check& check) {
    const auto found = known.find(node.id);
    if (found != known.end()) {
      used_.insert(std::string(what) + node.id);
      check(found->second);
      return;
    }
    std::vector<std::string> names;
    for (const auto& [name, value] : known) names.push_back(name);
    diagnostics_.error("E0537", node.span, "没有名为“" + node.id + "”的" + std::string(what),
                       did_you_mean(node.id, names));
  }

  void check_cell(const CellTemplate& cell, CellKind kind, const NameScope* scope) {
    check_text(cell.text, scope);
    check_text(cell.merge_key, scope);
    const auto signature = check_expression(cell.value, scope);
    if (kind != CellKind::Amount || !signature || signature->any || signature->type == FactType::Amount) return;
    diagnostics_.error("E0540", cell.value->span, "金额列里要一个金额", "别的数放进“数量”列，文字放进“文字”列");
  }

  void check_row(const RowTemplate& row, const PanelTemplate& panel, const NameScope* scope) {
    check_expression(row.condition, scope);
    for (const ColumnTemplate& column : panel.columns) {
      const auto own = row.cells.find(column.key);
      if (own != row.cells.end()) {
        check_cell(own->second, column.kind, scope);
      } else if (row.kind == RowKind::Each) {
        check_cell(column.cell, column.kind, scope);
      }
    }
  }

  void check_panel(const PanelTemplate& panel, const NameScope* scope) {
    for (const ColumnTemplate& column : panel.columns) check_texts(column.head, scope);
    for (const RowTemplate& row : panel.rows) {
      if (row.kind == RowKind::Each) {
        with_element(row.list, row.variable, scope, [&](const NameScope* element) { check_row(row, panel, element); });
      } else {
        check_row(row, panel, scope);
      }
    }
  }

  void check_table(const TableTemplate& table, const NameScope* scope) {
    for (const TextTemplate* text :
         {&table.number, &table.title, &table.sheet_name, &table.unit_line, &table.money_line, &table.empty_sentence}) {
      check_text(*text, scope);
    }
    check_texts(table.notes, scope);
    check_expression(table.empty_when, scope);
    for (const PanelTemplate& panel : table.panels) check_panel(panel, scope);
    for (const auto& row : table.last_rows) {
      for (const CellTemplate& cell : row) check_cell(cell, CellKind::Text, scope);
    }
  }

  void check_form_rows(const std::vector<FormRowTemplate>& rows, const NameScope* scope) {
    for (const FormRowTemplate& row : rows) {
      for (const CellTemplate& cell : row.cells) check_cell(cell, CellKind::Text, scope);
      const auto inside = [&](const NameScope* inner) {
        check_expression(row.condition, inner);
        check_form_rows(row.children, inner);
      };
      if (row.list) {
        with_element(row.list, row.variable, scope, inside);
      } else {
        inside(scope);
      }
    }
  }

  void check_form(const FormTemplate& form, const NameScope* scope) {
    for (const TextTemplate* text : {&form.title, &form.unit_line, &form.money_line}) check_text(*text, scope);
    check_texts(form.notes, scope);
    check_form_rows(form.rows, scope);
  }

  void check_chart(const ChartTemplate& chart, const NameScope* scope) {
    check_text(chart.caption, scope);
    check_text(chart.alternative, scope);
    const auto check_points = [&](const NameScope* inner) {
      for (const ChartPointTemplate& point : chart.points) {
        check_text(point.label, inner);
        check_expression(point.value, inner);
        check_expression(point.share, inner);
      }
    };
    if (chart.list) {
      with_element(chart.list, chart.variable, scope, check_points);
    } else {
      check_points(scope);
    }
  }

  void note_unused(const std::vector<std::string>& own) {
    const auto note = [&](std::string_view what, const std::string& id, Span span) {
      if (used_.contains(std::string(what) + id) || std::ranges::find(own, id) == own.end()) return;
      diagnostics_.note("N0501", span, std::string(what) + "“" + id + "”没有用到",
                        "在 disclosure.txt 里用 @" + std::string(what) + " " + id + "，或删去这个文件");
    };
    for (const auto& [id, table] : pack_.tables) note("表", id, table.span);
    for (const auto& [id, form] : pack_.forms) note("表单", id, form.span);
    for (const auto& [id, chart] : pack_.charts) note("图", id, chart.span);
  }

  const Pack& pack_;
  Diagnostics& diagnostics_;
  std::set<std::string> used_;
};

}  // namespace

void check_names(const Pack& pack, const std::vector<std::string>& own, Diagnostics& diagnostics) {
  NameChecker(pack, diagnostics).check(own);
}

}  // namespace gongkai
