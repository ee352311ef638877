// The packs that ship with the program, composed over ledgers written in a test or over the samples.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compose/compose.h"

namespace gongkai {

/// One unit's year composed under a shipped pack.
class StandardDisclosure {
 public:
  /// `files`: "unit.yaml", "2024.yaml" … of one unit, and others by their path from the root; `year_file` is the one to
  /// compose. `pack` "": the unit's own.
  StandardDisclosure(const std::map<std::string, std::string>& files, const std::string& year_file,
                     std::string pack = {});
  /// A sample of data/, e.g. "jianghan".
  static StandardDisclosure sample(const std::string& unit, const std::string& year_file, std::string pack = {});

  bool composed() const { return document_.has_value(); }
  const Document& document() const { return *document_; }
  const Diagnostics& diagnostics() const { return diagnostics_; }
  std::string problems() const { return render_text(diagnostics_, *sources_); }
  /// Headings and paragraphs as printed, a line each.
  std::vector<std::string> lines() const;
  /// All lines as one text.
  std::string prose() const;
  /// The line that begins with `start`, or "".
  std::string line(const std::string& start) const;
  const Table* table(const std::string& id) const;
  /// What `gongkai explain` says of a fact.
  std::string explain(const std::string& fact) const;

 private:
  void compose_with(std::string pack, const std::string& year_path);

  std::unique_ptr<World> world_;
  std::unique_ptr<Sources> sources_ = std::make_unique<Sources>();
  Diagnostics diagnostics_;
  std::optional<Ledger> ledger_;
  std::optional<Ledger> prior_ledger_;
  std::shared_ptr<const Pack> pack_;
  std::unique_ptr<FactBook> prior_;
  std::unique_ptr<FactBook> book_;
  std::optional<Document> document_;
};

}  // namespace gongkai
