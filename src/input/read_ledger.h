#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "model/ledger.h"

namespace gongkai {

/// Larger files are refused unread.
inline constexpr std::size_t kMaxYamlBytes = 4 * 1024 * 1024;

/// Reads `<folder>/unit.yaml` and the year file, all problems of both files in one run.
/// Empty when an error was reported; `draft` readers may still want the ledger: see `ReadOutcome`.
struct ReadOutcome {
  std::optional<Ledger> ledger;  ///< present whenever the files could be typed at all, even with errors
  bool clean = false;            ///< no error was reported
};

ReadOutcome read_ledger(const World& world, const std::filesystem::path& year_file, Classification classification,
                        Sources& sources, Diagnostics& diagnostics);

/// `<folder>/unit.yaml` alone; a map without children when it cannot be read.
AuthoredValue read_unit_file(const World& world, const std::filesystem::path& folder, Sources& sources,
                             Diagnostics& diagnostics);

/// Last year's file beside `year_file`, or an empty path when there is none.
std::filesystem::path prior_year_file(const World& world, const std::filesystem::path& year_file);

/// Reads <home>/data/classification/subjects.csv.
Classification read_classification(const World& world, Sources& sources, Diagnostics& diagnostics);

}  // namespace gongkai
