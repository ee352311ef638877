#include "app/correction_record.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

std::string or_none(const std::string& text) {
  return text.empty() ? "（无）" : text;
}

/// A notice is read beside the printed file: the printed number is enough.
std::string printed_page(const std::string& page) {
  return page.starts_with("PDF") ? page : page.substr(0, page.find("（"));
}

}  // namespace

CorrectionRecord::CorrectionRecord(const Comparison& comparison, const std::string& reason) {
  std::vector<FactRecord> sentences;
  for (const SentenceChange& change : comparison.sentences) sentences.push_back(sentence(change));
  std::vector<FactRecord> cells;
  for (const CellChange& change : comparison.cells) cells.push_back(cell(change));
  const FactValue words = reason.empty() ? FactValue() : FactValue(reason);
  record_.fields = {{"原因", add("更正.原因", FactType::Text, words)},
                    {"页数", add("更正.页数", FactType::Count, static_cast<std::int64_t>(comparison.pages.size()))},
                    {"句子", add("更正.句子", FactType::List, std::move(sentences))},
                    {"格", add("更正.格", FactType::List, std::move(cells))}};
}

const Fact* CorrectionRecord::add(const std::string& name, FactType type, FactValue value) {
  Fact& fact = facts_.emplace_back();
  fact.name = name;
  fact.type = type;
  fact.value = std::move(value);
  return &fact;
}

void CorrectionRecord::add_field(FactRecord& record, const std::string& name, const std::string& text) {
  record.fields.emplace_back(name, add(name, FactType::Text, text));
}

FactRecord CorrectionRecord::sentence(const SentenceChange& change) {
  FactRecord record;
  add_field(record, "节", change.section);
  add_field(record, "页", printed_page(change.page_after.empty() ? change.page_before : change.page_after));
  add_field(record, "原", or_none(change.before));
  add_field(record, "新", or_none(change.after));
  return record;
}

FactRecord CorrectionRecord::cell(const CellChange& change) {
  FactRecord record;
  add_field(record, "表", change.table);
  add_field(record, "行", change.row);
  add_field(record, "列", change.column);
  add_field(record, "页", printed_page(change.page));
  add_field(record, "原", or_none(change.before));
  add_field(record, "新", or_none(change.after));
  return record;
}

}  // namespace gongkai
