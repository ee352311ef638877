#pragma once

#include <filesystem>
#include <string>

namespace gongkai {

/// Reads a written workbook back: every part must unpack to its stated size and checksum and be XML with its end.
/// libxlsxwriter reports success on a full disk although a sheet is cut short, so its word is not enough.
/// "" when whole, else what is wrong in Chinese.
std::string package_problem(const std::filesystem::path& path);

}  // namespace gongkai
