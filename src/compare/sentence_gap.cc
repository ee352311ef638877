#include "compare/sentence_gap.h"

#include <algorithm>

namespace gongkai {
namespace {

/// How alike two sentences are: the bytes of their common beginning and end.
std::size_t likeness(const std::string& a, const std::string& b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < most && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < most - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return head + tail;
}

class GapAligner {
 public:
  GapAligner(const Snapshot& before, const Snapshot& after, const SequenceGap& gap, Comparison& out)
      : before_(before), after_(after), gap_(gap), out_(out) {}

  void run() {
    const std::size_t olds = gap_.before_end - gap_.before_begin;
    const std::size_t news = gap_.after_end - gap_.after_begin;
    if (olds * news > kMostPairs) {
      for (std::size_t i = 0; i < std::max(olds, news); ++i) {
        report(i < olds ? &old_at(i) : nullptr, i < news ? &new_at(i) : nullptr);
      }
      return;
    }
    std::vector<std::vector<std::size_t>> best(olds + 1, std::vector<std::size_t>(news + 1, 0));
    for (std::size_t i = olds; i-- > 0;) {
      for (std::size_t j = news; j-- > 0;) {
        best[i][j] = std::max({best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score(i, j)});
      }
    }
    follow(best);
  }

 private:
  static constexpr std::size_t kMostPairs = 250000;

  void follow(const std::vector<std::vector<std::size_t>>& best) {
    const std::size_t olds = best.size() - 1;
    const std::size_t news = best.front().size() - 1;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < olds || j < news) {
      const bool both = i < olds && j < news;
      if (both && score(i, j) > 0 && best[i][j] == best[i + 1][j + 1] + score(i, j)) {
        report(&old_at(i++), &new_at(j++));
      } else if (j == news || (i < olds && best[i][j] == best[i + 1][j])) {
        report(&old_at(i++), nullptr);
      } else {
        report(nullptr, &new_at(j++));
      }
    }
  }

  const SnapSentence& old_at(std::size_t i) const { return before_.sentences[gap_.before_begin + i]; }
  const SnapSentence& new_at(std::size_t j) const { return after_.sentences[gap_.after_begin + j]; }

  /// Sentences that share less than a third are different ones, not one rewritten.
  std::size_t score(std::size_t i, std::size_t j) const {
    const std::size_t alike = likeness(old_at(i).text, new_at(j).text);
    return alike * 3 >= std::max(old_at(i).text.size(), new_at(j).text.size()) ? alike : 0;
  }

  void report(const SnapSentence* old, const SnapSentence* fresh) {
    SentenceChange change;
    change.section = (fresh != nullptr ? fresh : old)->section;
    if (old != nullptr) {
      change.before = old->text;
      change.page_before = page_name(before_.pages, *old);
    }
    if (fresh != nullptr) {
      change.after = fresh->text;
      change.page_after = page_name(after_.pages, *fresh);
    }
    out_.sentences.push_back(std::move(change));
  }

  const Snapshot& before_;
  const Snapshot& after_;
  const SequenceGap& gap_;
  Comparison& out_;
};

}  // namespace

void compare_sentence_gap(const Snapshot& before, const Snapshot& after, const SequenceGap& gap, Comparison& out) {
  GapAligner(before, after, gap, out).run();
}

}  // namespace gongkai
