#pragma once

#include <optional>

#include "compose/runs.h"

namespace gongkai {

/// A chart with the points whose value exists; a pie leaves out what it cannot draw. Empty, with a note (N0606), when
/// nothing remains or all is zero. `number` is its running number, {图序}.
std::optional<Chart> compose_chart(const ComposeContext& context, const ChartTemplate& chart, const Scope* scope,
                                   int number);

}  // namespace gongkai
