// A department's ledger is the exact sum of its units' ledgers, without what they pay each other.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "model/ledger.h"

namespace gongkai {

/// A ledger to disclose, and for a department the ledgers it is the sum of. Every figure of the sum knows the units'
/// lines it comes from.
struct DisclosedLedger {
  std::optional<Ledger> ledger;  ///< present whenever the files could be typed at all, even with errors
  std::vector<Ledger> units;     ///< in the order of 下属单位; empty for a unit by itself
};

/// Reads a year file like read_ledger; when the unit names 下属单位 with 文件夹, also theirs of the same year, and adds
/// them up. Of the units' own files only errors are reported: their warnings are theirs.
DisclosedLedger read_disclosed_ledger(const World& world, const std::filesystem::path& year_file,
                                      const Classification& classification, Sources& sources, Diagnostics& diagnostics);

/// 名称 of a ledger's unit.
std::string unit_name(const Ledger& ledger);

}  // namespace gongkai
