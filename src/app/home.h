#pragma once

#include <filesystem>
#include <optional>

namespace gongkai {

/// Where templates/ and data/classification/ lie, and the prepared fonts.
struct Installation {
  std::filesystem::path home;   ///< holds templates/base/pack.yaml
  std::filesystem::path fonts;  ///< holds roles.yaml and the font files
};

/// Looks upwards from the program's own folder; GONGKAI_HOME and GONGKAI_FONTS win when set.
std::optional<Installation> find_installation();

}  // namespace gongkai
