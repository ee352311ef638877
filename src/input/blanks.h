// Keys written without a value (未填): a file rolled forward has a hundred of them, and nobody reads a hundred
// messages.
#pragma once

#include "input/read_context.h"
#include "model/value.h"

namespace gongkai {

/// Reports and forgets what was left blank in the file whose top is `root`: a few each by itself (E0209, W0209), more
/// as one E0231 for figures and one W0231 for texts, block by block with their lines.
void report_blanks(const AuthoredValue& root, ReadContext& context);

}  // namespace gongkai
