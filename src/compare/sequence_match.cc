#include "compare/sequence_match.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gongkai {
namespace {

using Same = std::function<bool(std::size_t, std::size_t)>;

/// Beyond this the table would take too much memory; the middle is then one gap.
constexpr std::size_t kMostCells = 16U << 20U;

/// Collects single steps into gaps.
class GapCollector {
 public:
  void drop(std::size_t i, std::size_t j) { extend(i, i + 1, j, j); }
  void insert(std::size_t i, std::size_t j) { extend(i, i, j, j + 1); }
  void extend(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end) {
    const bool adjoins = !gaps_.empty() && gaps_.back().before_end == i && gaps_.back().after_end == j;
    if (!adjoins) gaps_.push_back({i, i, j, j});
    gaps_.back().before_end = i_end;
    gaps_.back().after_end = j_end;
  }
  std::vector<SequenceGap> take() { return std::move(gaps_); }

 private:
  std::vector<SequenceGap> gaps_;
};

/// Lengths of common subsequences of the tails, row by row.
class TailLengths {
 public:
  TailLengths(std::size_t before, std::size_t after, std::size_t offset, const Same& same)
      : width_(after + 1), lengths_((before + 1) * (after + 1), 0) {
    for (std::size_t i = before; i-- > 0;) {
      for (std::size_t j = after; j-- > 0;) {
        at(i, j) = same(offset + i, offset + j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
  }
  std::uint32_t& at(std::size_t i, std::size_t j) { return lengths_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> lengths_;
};

}  // namespace

std::vector<SequenceGap> sequence_gaps(std::size_t before, std::size_t after, const Same& same) {
  std::size_t head = 0;
  while (head < before && head < after && same(head, head)) ++head;
  std::size_t tail = 0;
  while (tail < before - head && tail < after - head && same(before - 1 - tail, after - 1 - tail)) ++tail;
  const std::size_t olds = before - head - tail;
  const std::size_t news = after - head - tail;
  GapCollector gaps;
  if (olds == 0 && news == 0) return {};
  if (olds == 0 || news == 0 || (olds + 1) * (news + 1) > kMostCells) {
    gaps.extend(head, head + olds, head, head + news);
    return gaps.take();
  }
  TailLengths lengths(olds, news, head, same);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < olds || j < news) {
    if (i < olds && j < news && same(head + i, head + j)) {
      ++i;
      ++j;
    } else if (j == news || (i < olds && lengths.at(i + 1, j) >= lengths.at(i, j + 1))) {
      gaps.drop(head + i, head + j);
      ++i;
    } else {
      gaps.insert(head + i, head + j);
      ++j;
    }
  }
  return gaps.take();
}

}  // namespace gongkai
