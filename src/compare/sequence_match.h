// The longest common part of two sequences of texts.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace gongkai {

/// A stretch that differs: [before_begin, before_end) of the old became [after_begin, after_end) of the new.
struct SequenceGap {
  std::size_t before_begin = 0, before_end = 0;
  std::size_t after_begin = 0, after_end = 0;
};

/// The gaps between the pairs of a longest common subsequence, in order. `same(i, j)` compares old i with new j.
std::vector<SequenceGap> sequence_gaps(std::size_t before, std::size_t after,
                                       const std::function<bool(std::size_t, std::size_t)>& same);

}  // namespace gongkai
