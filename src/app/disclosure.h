// One unit's year on its way from YAML to a composed document.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/pack_shelf.h"
#include "app/phase_times.h"
#include "base/diagnostic.h"
#include "base/world.h"
#include "check/rule_set.h"
#include "document/document.h"
#include "facts/fact_book.h"
#include "model/ledger.h"

namespace gongkai {

/// Everything a year file became. Members point into each other, so it stays where it was made.
struct Disclosure {
  Disclosure() : sources(kFirstUnitFile) {}
  Disclosure(const Disclosure&) = delete;
  Disclosure& operator=(const Disclosure&) = delete;

  Sources sources;
  Diagnostics diagnostics;
  PhaseTimes times;
  std::optional<Ledger> prior_ledger;
  std::optional<Ledger> ledger;
  std::vector<Ledger> units;  ///< of a department: the ledgers its own is the sum of
  std::vector<Ledger> prior_units;
  std::shared_ptr<const ShelvedPack> shelved;
  std::unique_ptr<FactBook> prior_book;
  std::unique_ptr<FactBook> book;
  std::optional<Document> document;
};

/// How far to go. Draft composes in spite of errors in the figures.
enum class Stage { Facts, Composed, Draft };

/// Reads, computes, checks and composes, as far as the data allow; every problem lands in `diagnostics`.
/// A stage does not run on what an earlier one refused: its findings would only repeat the cause.
std::unique_ptr<Disclosure> prepare_disclosure(const World& world, PackShelf& packs,
                                               const std::filesystem::path& year_file, Stage stage);

}  // namespace gongkai
