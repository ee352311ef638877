// A first look at a font file, before any library trusts it.
#pragma once

#include <filesystem>
#include <string>

namespace gongkai {

/// Checks that the file is an OpenType font or collection and that every table its directory names lies inside it
/// (a file cut in half otherwise loads and shows nothing). Says what is wrong in Chinese; "" when nothing is.
std::string find_font_file_problem(const std::filesystem::path& path);

}  // namespace gongkai
