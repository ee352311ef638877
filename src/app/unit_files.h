// The files of one unit's year, written into the folder that is about to be published.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/build_options.h"
#include "app/disclosure.h"
#include "app/finish.h"
#include "app/leftovers.h"
#include "app/recorded_world.h"
#include "compare/snapshot.h"
#include "layout/frame.h"
#include "pdf/font_shelf.h"

namespace gongkai {

inline constexpr const char* kProvenanceName = "数据来源.json";

/// What the files are made from.
struct UnitWork {
  const RecordedWorld& world;  ///< what was read on the way
  Disclosure& disclosure;
  const std::string& fonts;  ///< fonts_identity()
  pdf::FontShelf& outlines;
  Helpers* helpers = nullptr;  ///< null: other units wait for the processors
  Leftovers* leftovers = nullptr;
};

struct UnitFiles {
  std::vector<std::string> names;  ///< in the folder
  Snapshot snapshot;               ///< what they say
  std::string content;             ///< the same as the record has it
};

/// Makes the pages and tells of them when they are laid out; they stay with their maker. No PDF asked for: nothing to
/// tell. False, with the reason in the disclosure's diagnostics, when the document may not be published.
using PageMaker = std::function<bool(const LaidOut& laid_out)>;

/// Makes the pages and writes what `options` ask for, the provenance, and last the manifest, which lists the others.
/// False with the reason in the disclosure's diagnostics. With helpers the workbook is written while the pages
/// are made, the PDF beside their audit and the rest.
bool write_unit_files(const UnitWork& work, const BuildOptions& options, const std::filesystem::path& folder,
                      const PageMaker& make_pages, UnitFiles& files);

}  // namespace gongkai
