#pragma once

#include "compose/runs.h"

namespace gongkai {

/// Whether the unit's 选项 are declared by the pack, with values it knows (E0608).
void check_options(const ComposeContext& context);

}  // namespace gongkai
