#include "compare/snapshot_json.h"

#include <cstddef>
#include <exception>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json_text.h"

namespace gongkai {
namespace {

/// Numbers texts in the order of their first use. They outlive this object.
class TextNumbers {
 public:
  std::size_t of(std::string_view text) {
    const auto [found, is_new] = numbers_.try_emplace(text, texts_.size());
    if (is_new) texts_.push_back(text);
    return found->second;
  }
  const std::vector<std::string_view>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;
  std::vector<std::string_view> texts_;
};

class SnapshotText {
 public:
  std::string write(const Snapshot& snapshot) {
    json_.open('{').key("unit").add(snapshot.unit).key("year").add(snapshot.year);
    rows("figures", snapshot.figures);
    rows("facts", snapshot.facts);
    rows("cells", snapshot.cells);
    rows("sentences", snapshot.sentences);
    rows("page_labels", snapshot.pages);
    json_.key("texts").open('[');
    for (const std::string_view text : texts_.texts()) json_.add(text);
    json_.close(']').close('}');
    return json_.take();
  }

 private:
  template <typename Row>
  void rows(std::string_view name, const std::vector<Row>& rows) {
    json_.key(name).open('[');
    for (const Row& row : rows) {
      json_.open('[');
      add(row);
      json_.close(']');
    }
    json_.close(']');
  }

  void add(const SnapFigure& figure) { text(figure.path).text(figure.text).text(figure.place); }
  void add(const SnapFact& fact) {
    text(fact.name).text(fact.text);
    for (const std::string& input : fact.inputs) text(input);
  }
  void add(const SnapCell& cell) {
    text(cell.table).text(cell.row).text(cell.column).text(cell.text);
    json_.add(cell.page);
  }
  void add(const SnapSentence& sentence) {
    text(sentence.section).text(sentence.text);
    json_.add(sentence.page).add(sentence.last_page);
  }
  void add(const SnapPage& page) { text(page.label).text(page.digest); }

  SnapshotText& text(std::string_view text) {
    json_.add(texts_.of(text));
    return *this;
  }

  JsonText json_;
  TextNumbers texts_;
};

/// What SnapshotText wrote; throws on anything else.
class SnapshotReader {
 public:
  explicit SnapshotReader(const nlohmann::json& json) : json_(json), texts_(json.at("texts")) {}

  Snapshot read() const {
    Snapshot snapshot;
    json_.at("unit").get_to(snapshot.unit);
    json_.at("year").get_to(snapshot.year);
    for (const auto& row : json_.at("figures")) snapshot.figures.push_back({text(row, 0), text(row, 1), text(row, 2)});
    for (const auto& row : json_.at("facts")) snapshot.facts.push_back(fact(row));
    for (const auto& row : json_.at("cells")) {
      snapshot.cells.push_back({text(row, 0), text(row, 1), text(row, 2), text(row, 3), row.at(4).get<int>()});
    }
    for (const auto& row : json_.at("sentences")) {
      snapshot.sentences.push_back({text(row, 0), text(row, 1), row.at(2).get<int>(), row.at(3).get<int>()});
    }
    for (const auto& row : json_.at("page_labels")) snapshot.pages.push_back({text(row, 0), text(row, 1)});
    return snapshot;
  }

 private:
  SnapFact fact(const nlohmann::json& row) const {
    SnapFact fact{text(row, 0), text(row, 1), {}};
    for (std::size_t i = 2; i < row.size(); ++i) fact.inputs.push_back(text(row, i));
    return fact;
  }

  const std::string& text(const nlohmann::json& row, std::size_t place) const {
    return texts_.at(row.at(place).get<std::size_t>()).get_ref<const std::string&>();
  }

  const nlohmann::json& json_;
  const nlohmann::json& texts_;
};

}  // namespace

std::string snapshot_json(const Snapshot& snapshot) {
  return SnapshotText().write(snapshot);
}

std::optional<Snapshot> parse_snapshot(const std::string& json) {
  try {
    return SnapshotReader(nlohmann::json::parse(json)).read();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace gongkai
