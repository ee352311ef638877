#pragma once

#include "compare/comparison.h"
#include "compare/sequence_match.h"

namespace gongkai {

/// Within a gap, sets old sentences beside the new ones they became: the alignment with the greatest likeness.
void compare_sentence_gap(const Snapshot& before, const Snapshot& after, const SequenceGap& gap, Comparison& out);

}  // namespace gongkai
