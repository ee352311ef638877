// roles.yaml of a fonts folder: which families serve which role, in which order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace gongkai {

/// One line of a role.
struct FaceSpec {
  std::string file;           ///< beside roles.yaml
  std::string family;         ///< as the font itself says
  std::string digit_feature;  ///< OpenType feature for its digits ("hwid"); "" for none
  std::string licence;        ///< shown by `gongkai fonts`; "" when not stated
};

struct RoleSpec {
  std::string name;
  std::vector<FaceSpec> faces;     ///< at least one, in the order they are asked
  std::optional<FaceSpec> digits;  ///< serves digits and Latin before the others
};

/// Reads the text of roles.yaml; `path` is named in messages. Empty, with E0711, when anything in it is wrong.
std::optional<std::vector<RoleSpec>> parse_font_roles(std::string_view text, std::string_view path,
                                                      Diagnostics& diagnostics);

}  // namespace gongkai
