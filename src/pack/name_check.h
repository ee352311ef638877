#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pack/pack.h"

namespace gongkai {

/// Checks every expression of a loaded pack where it stands, with the loop elements visible there: unknown names,
/// lists that are none (E0540), tables, charts and forms that do not exist (E0537).
/// Tables, forms and charts of the pack's own folder (`own`) that the text does not use are noted (N0501).
void check_names(const Pack& pack, const std::vector<std::string>& own, Diagnostics& diagnostics);

}  // namespace gongkai
