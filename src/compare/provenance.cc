#include "compare/provenance.h"

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <variant>

#include "base/json_text.h"
#include "compare/printed_facts.h"
#include "facts/print.h"

namespace gongkai {
namespace {

/// Texts and lists are not figures: what they were made of is.
bool is_figure(const Fact& fact) {
  return fact.type != FactType::Text && fact.type != FactType::LongText && fact.type != FactType::List &&
         fact.type != FactType::Record;
}

/// A figure nobody wrote tells nothing of a sum it stands in.
bool is_unwritten_zero(const Fact& fact) {
  return fact.amount() != nullptr && fact.amount()->is_zero() && count_addends(fact) == 0;
}

/// Facts a document shows and what they were computed from, each once.
class FigureCollector {
 public:
  void add(const PrintedFact& printed) {
    add(printed.fact);
    auto& places = places_[printed.fact];
    if (std::ranges::find(places, printed.where) == places.end()) places.push_back(printed.where);
  }

  /// By name; of one name in the order of printing.
  std::vector<const Fact*> sorted() const {
    std::vector<const Fact*> facts;
    for (const Fact* fact : found_) {
      if (is_figure(*fact) && (!places_.at(fact).empty() || !is_unwritten_zero(*fact))) facts.push_back(fact);
    }
    std::ranges::stable_sort(facts, {}, &Fact::name);
    return facts;
  }

  const std::vector<std::string>& places(const Fact* fact) const { return places_.at(fact); }

 private:
  void add(const Fact* fact) {
    if (fact == nullptr || !fact->exists() || !places_.try_emplace(fact).second) return;
    found_.push_back(fact);
    for (const FactInput& input : fact->inputs) add(input.fact);
    for (const QuotedFact& quote : fact->quotes) add(quote.fact);
    if (const auto* change = std::get_if<ChangeValue>(&fact->value)) {
      add(change->current);
      add(change->base);
    }
  }

  std::unordered_map<const Fact*, std::vector<std::string>> places_;  ///< where each is printed, if it is
  std::vector<const Fact*> found_;
};

/// Rows of these facts, which know each other by their place among them.
class RowMaker {
 public:
  RowMaker(const std::vector<const Fact*>& facts, const PrintStyle& style, LocalPlaces& places)
      : style_(style), places_(places) {
    for (std::size_t i = 0; i < facts.size(); ++i) indices_.emplace(facts[i], i);
  }

  ProvenanceRow row_of(const Fact& fact) {
    ProvenanceRow row{fact.name, print_in_prose(fact, style_), formula_of(fact), {}, {}, {}};
    if (fact.type == FactType::Amount) row.value += "万元";
    for (const FactInput& input : fact.inputs) add_input(input.fact, row.inputs);
    if (const auto* change = std::get_if<ChangeValue>(&fact.value)) {
      add_input(change->current, row.inputs);
      add_input(change->base, row.inputs);
    }
    for (const AuthoredInput& input : fact.authored) {
      row.authored.push_back({what_of(input), text_of(input), places_.of(input.span)});
    }
    return row;
  }

 private:
  void add_input(const Fact* input, std::vector<std::size_t>& inputs) const {
    const auto found = indices_.find(input);
    if (found == indices_.end() || std::ranges::find(inputs, found->second) != inputs.end()) return;
    inputs.push_back(found->second);
  }

  const PrintStyle& style_;
  LocalPlaces& places_;
  std::unordered_map<const Fact*, std::size_t> indices_;
};

void add_row(const ProvenanceRow& row, std::size_t id, JsonText& json) {
  json.open('{').key("id").add(id).key("name").add(row.name).key("value").add(row.value);
  json.key("formula").add(row.formula).key("inputs").open('[');
  for (const std::size_t input : row.inputs) json.add(input + 1);
  json.close(']').key("authored").open('[');
  for (const ProvenancePlace& place : row.authored) {
    json.open('{').key("what").add(place.what).key("text").add(place.text).key("place").add(place.place).close('}');
  }
  json.close(']').key("printed").open('[');
  for (const std::string& place : row.printed) json.add(place);
  json.close(']').close('}');
}

/// Texts in one cell; beyond so many it is unreadable, and a spreadsheet refuses it.
std::string listed(const std::vector<std::string>& texts) {
  constexpr std::size_t kMostListed = 40;
  std::string out;
  for (std::size_t i = 0; i < texts.size() && i < kMostListed; ++i) out += (i == 0 ? "" : "；") + texts[i];
  return texts.size() > kMostListed ? out + "；等 " + std::to_string(texts.size()) + " 项" : out;
}

std::string origins(const ProvenanceRow& row, const std::vector<ProvenanceRow>& rows) {
  std::vector<std::string> texts;
  for (const std::size_t input : row.inputs) texts.push_back(rows[input].name + " " + rows[input].value);
  for (const ProvenancePlace& place : row.authored) {
    texts.push_back(place.what + " " + place.text + (place.place.empty() ? "" : "（" + place.place + "）"));
  }
  return listed(texts);
}

Cell text_cell(std::string text, bool header = false) {
  Cell cell;
  cell.runs.push_back({std::move(text), nullptr, {}});
  cell.header = header;
  if (header) cell.align = Align::Center;
  return cell;
}

}  // namespace

std::vector<ProvenanceRow> document_provenance(const DocumentIndex& index, LocalPlaces& places) {
  FigureCollector collector;
  for (const PrintedFact& printed : printed_facts(index)) collector.add(printed);
  const std::vector<const Fact*> facts = collector.sorted();
  RowMaker maker(facts, index.document().print, places);
  std::vector<ProvenanceRow> rows;
  rows.reserve(facts.size());
  for (const Fact* fact : facts) {
    rows.push_back(maker.row_of(*fact));
    rows.back().printed = collector.places(fact);
  }
  return rows;
}

std::string provenance_json(const Document& document, const std::vector<ProvenanceRow>& rows) {
  JsonText json;
  json.open('{').key("unit").add(document.author).key("year").add(document.year).key("figures").open('[');
  // One figure a line, so that a text search shows the whole of it.
  for (std::size_t i = 0; i < rows.size(); ++i) add_row(rows[i], i + 1, json.line());
  return json.take() + "\n]}\n";
}

Table provenance_table(const std::vector<ProvenanceRow>& rows) {
  Table table;
  table.id = table.sheet_name = table.title = "数据来源";
  table.orientation = Orientation::Landscape;
  table.columns = {{"数", 60}, {"值", 26}, {"算法", 70}, {"来自", 80}, {"印在哪里", 50}};
  table.header_rows = 1;
  table.rows.emplace_back();
  table.row_keys.emplace_back();
  for (const TableColumn& column : table.columns) table.rows.back().push_back(text_cell(column.key, true));
  for (const ProvenanceRow& row : rows) {
    table.rows.push_back({text_cell(row.name), text_cell(row.value), text_cell(row.formula),
                          text_cell(origins(row, rows)), text_cell(listed(row.printed))});
    table.row_keys.push_back(row.name);
  }
  return table;
}

}  // namespace gongkai
