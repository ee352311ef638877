#pragma once

#include <filesystem>
#include <string>

#include "app/disclosure.h"
#include "compare/comparison.h"
#include "layout/fonts.h"

namespace gongkai {

/// Writes the 更正说明 of a comparison as PDF, worded by the pack of the corrected disclosure. False with the reason in
/// `diagnostics`.
bool write_correction_notice(const Disclosure& corrected, const Comparison& comparison, const std::string& reason,
                             FontLibrary& fonts, const std::filesystem::path& path, Diagnostics& diagnostics);

}  // namespace gongkai
