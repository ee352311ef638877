#pragma once

#include <filesystem>
#include <string>

#include "app/build_options.h"
#include "app/build_summary.h"
#include "app/phase_times.h"
#include "app/run_inputs.h"
#include "app/units.h"
#include "base/world.h"
#include "layout/fonts.h"
#include "pdf/font_shelf.h"

namespace gongkai {

/// What became of one unit.
struct UnitResult {
  UnitYear unit;
  UnitOutcome outcome = UnitOutcome::Refused;
  std::string name;                ///< 名称
  std::filesystem::path folder;    ///< where its files are
  std::vector<std::string> files;  ///< names in `folder`
  std::size_t pages = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::string reason;     ///< the first error; "" when built
  std::string report;     ///< rendered diagnostics, "" when there is nothing to say
  std::string fallbacks;  ///< characters a fallback font served, on one line; "" when none
  std::string changes;    ///< what changed since what was published, on one line; "" when nothing was
  PhaseTimes::Laps times;

  bool built() const { return outcome == UnitOutcome::Built; }
};

/// The fonts of one worker.
struct UnitFonts {
  FontLibrary& library;
  const std::string& identity;  ///< fonts_identity()
  pdf::FontShelf& outlines;
};

/// Has the helpers read the unit's pack while the fonts are opened and its ledger is read, if it is sure to be built.
void begin_unit(const RunInputs& inputs, const UnitYear& unit, const BuildOptions& options);

/// Builds one unit's PDF and workbook and publishes both in one step, with a manifest; leaves alone what is up to date.
UnitResult build_unit(const RunInputs& inputs, UnitFonts fonts, const UnitYear& unit, const BuildOptions& options,
                      bool color);

/// The same; whatever breaks in the unit ends with it, as MachineFailed.
UnitResult build_unit_guarded(const RunInputs& inputs, UnitFonts fonts, const UnitYear& unit,
                              const BuildOptions& options, bool color);

}  // namespace gongkai
