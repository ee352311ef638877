// What a pack's correction.txt may say besides the facts of the ledger.
#pragma once

#include "facts/catalog.h"

namespace gongkai {

/// The element 更正: 原因 and 页数, and the lists 句子 (节, 页, 原, 新) and 格 (表, 行, 列, 页, 原, 新).
NameScope correction_names();

}  // namespace gongkai
