#pragma once

#include <string>

#include "base/diagnostic.h"
#include "pack/pack_yaml.h"
#include "pack/template_ast.h"

namespace gongkai {

/// Reads forms/<id>.yaml.
FormTemplate load_form(std::string id, const PackNode& root, Diagnostics& diagnostics);

}  // namespace gongkai
