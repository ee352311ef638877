#pragma once

#include <optional>
#include <string>

#include "compare/snapshot.h"

namespace gongkai {

/// Same snapshot, same bytes. Every text stands once, in `texts`; rows are numbers in that list, and pages.
std::string snapshot_json(const Snapshot& snapshot);

/// Empty when it is no text of that form.
std::optional<Snapshot> parse_snapshot(const std::string& json);

}  // namespace gongkai
