#include "compose/table_notes.h"

#include <string>
#include <utility>

namespace gongkai {
namespace {

constexpr std::string_view kUnitNotes = "表注";

void add(std::vector<Runs>& notes, Runs runs) {
  if (!runs.empty()) notes.push_back(std::move(runs));
}

/// The unit's own lines for this table, each with its fact.
void add_unit_note(const ComposeContext& context, const AuthoredValue& authored, std::vector<Runs>& notes) {
  const Fact* lines = context.book.find(std::string(kUnitNotes) + "." + authored.key);
  if (lines == nullptr || lines->list() == nullptr) return;
  for (const FactRecord& line : *lines->list()) {
    const Fact* text = line.find("值");
    if (text != nullptr && text->exists()) add(notes, fact_runs(context, *text, authored.span, TextPlace::Sentence));
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
