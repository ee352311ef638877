// The manifest of a build: written beside the files, and read by the next build to leave alone what is up to date.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/build_options.h"
#include "app/disclosure.h"
#include "app/recorded_world.h"
#include "app/run_inputs.h"
#include "compare/manifest.h"
#include "layout/fonts.h"
#include "layout/frame.h"

namespace gongkai {

/// Digest of the font files in use: names, sizes and their tables' own checksums, not every byte.
std::string fonts_identity(const FontLibrary& fonts);

/// What was asked for, as far as it changes the files: "pdf,xlsx,draft".
std::string settings_of(const BuildOptions& options);

/// What is known when the files are written. `outputs`: the other files of the folder.
Manifest make_manifest(const Disclosure& disclosure, const Frames* frames, const RecordedWorld& world,
                       const BuildOptions& options, const std::string& fonts, std::vector<FileRecord> outputs);

/// The record in a published folder; empty when there is none.
std::optional<BuildRecord> read_record(const World& world, const std::filesystem::path& folder);

/// Whether every input, the program, the fonts, the settings and the files themselves are as they were.
bool is_current(const Manifest& manifest, const RunInputs& run, const std::filesystem::path& unit_folder,
                const std::filesystem::path& folder, const BuildOptions& options, const std::string& fonts);

}  // namespace gongkai
