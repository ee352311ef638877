#pragma once

namespace gongkai {

/// 128-bit integer for exact products; an extension of every compiler we build with.
__extension__ using Int128 = __int128;

}  // namespace gongkai
