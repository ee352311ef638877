// What became of every unit of a run: for the terminal, for a spreadsheet and for programs.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "app/shard.h"
#include "base/diagnostic.h"

namespace gongkai {

enum class UnitOutcome { Built, Unchanged, Refused, MachineFailed };
/// 已生成、没有变化、没有生成、机器故障.
std::string_view unit_outcome_name(UnitOutcome outcome);

struct SummaryRow {
  std::string unit;  ///< folder, below the folder of units
  std::string year;
  std::string name;  ///< 名称, "" when unit.yaml could not be read
  UnitOutcome outcome = UnitOutcome::Refused;
  std::string reason;  ///< why it was refused: the first error
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t pages = 0;
  std::chrono::milliseconds time{0};
  std::string folder;  ///< where its files are
};

/// Rows are kept in the order given, whatever order the units were done in.
struct BuildSummary {
  std::vector<SummaryRow> rows;

  std::size_t count(UnitOutcome outcome) const;
  std::size_t refused() const { return count(UnitOutcome::Refused) + count(UnitOutcome::MachineFailed); }
};

/// A count line, then one line a refused unit with its reason; at most `most` of them.
std::string summary_text(const BuildSummary& summary, std::size_t most = 20);
/// With a byte order mark, so that spreadsheets read the Chinese.
std::string summary_csv(const BuildSummary& summary);
std::string summary_json(const BuildSummary& summary);

/// Writes summary.csv and summary.json (summary-3-of-10.csv … for a part) into `folder`, each in one step.
void write_summary(const BuildSummary& summary, const Shard& shard, const std::filesystem::path& folder,
                   Diagnostics& diagnostics);

}  // namespace gongkai
