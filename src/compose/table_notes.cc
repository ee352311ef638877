#include "compose/table_notes.h"

#include <string>
#include <utility>

#include "expr/parse.h"

namespace gongkai {
namespace {

constexpr std::string_view kUnitNotes = "表注";

void add(std::vector<Runs>& notes, Runs runs) {
  if (!runs.empty()) notes.push_back(std::move(runs));
}

/// One note a line: a text, or a list of texts.
void add_unit_note(const ComposeContext& context, const AuthoredValue& authored, std::vector<Runs>& notes) {
  const std::string path = std::string(kUnitNotes) + "." + authored.key;
  const ExprPtr expr = parse_expression("账基('" + path + "')", authored.span, context.diagnostics);
  const Fact* fact = expr ? context.book.evaluate(*expr, nullptr, context.diagnostics) : nullptr;
  if (fact == nullptr || !fact->exists()) return;
  if (const auto* lines = std::get_if<std::vector<TextLine>>(&fact->value)) {
    for (const TextLine& line : *lines) add(notes, authored_runs(context, *fact, line.text, line.span));
  } else {
    add(notes, fact_runs(context, *fact, authored.span, TextPlace::Sentence));
  }
}

void add_unit_notes(const ComposeContext& context, const Table& table, std::vector<Runs>& notes) {
  const AuthoredValue* all = context.book.ledger().year.find(kUnitNotes);
  if (all == nullptr) return;
  for (const AuthoredValue& note : all->children) {
    if (note.key == table.number || note.key == table.id) add_unit_note(context, note, notes);
  }
}

}  // namespace

std::vector<Runs> compose_table_notes(const ComposeContext& context, const TableTemplate& source, const Table& table,
                                      bool empty, const Scope* scope) {
  std::vector<Runs> notes;
  for (const TextTemplate& note : source.notes) add(notes, build_runs(context, note, scope));
  add_unit_notes(context, table, notes);
  if (empty) add(notes, build_runs(context, source.empty_sentence, scope));
  return notes;
}

}  // namespace gongkai
