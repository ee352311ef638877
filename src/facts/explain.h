#pragma once

#include <string>

#include "base/source.h"
#include "facts/fact.h"
#include "facts/print.h"

namespace gongkai {

std::string explain_text(const Fact& fact, const Sources& sources, const PrintStyle& style);

}  // namespace gongkai
