#include "compare/comparison.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "compare/sentence_gap.h"
#include "compare/sequence_match.h"

namespace gongkai {
namespace {

/// Numbers repeated keys, so that the second row of a name meets the second row of that name.
template <typename Key>
class Ordinals {
 public:
  std::pair<Key, int> next(const Key& key) { return {key, ++seen_[key]}; }

 private:
  std::map<Key, int> seen_;
};

/// Reports pairs that differ: in the new order first, then what is gone in its old order.
template <typename Item, typename KeyOf, typename Report>
void match_by_key(const std::vector<Item>& before, const std::vector<Item>& after, KeyOf key_of, Report report) {
  using Key = decltype(key_of(before.front()));
  Ordinals<Key> old_ordinals;
  std::map<std::pair<Key, int>, const Item*> olds;
  std::vector<std::pair<Key, int>> old_keys;
  for (const Item& item : before) {
    old_keys.push_back(old_ordinals.next(key_of(item)));
    olds[old_keys.back()] = &item;
  }
  Ordinals<Key> new_ordinals;
  std::set<std::pair<Key, int>> met;
  for (const Item& item : after) {
    const auto key = new_ordinals.next(key_of(item));
    met.insert(key);
    const auto old = olds.find(key);
    const Item* partner = old == olds.end() ? nullptr : old->second;
    if (partner == nullptr || partner->text != item.text) report(partner, &item);
  }
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!met.contains(old_keys[i])) report(&before[i], nullptr);
  }
}

template <typename Item>
std::string text_of(const Item* item) {
  return item == nullptr ? std::string() : item->text;
}

void compare_figures(const Snapshot& before, const Snapshot& after, Comparison& out) {
  match_by_key(
      before.figures, after.figures, [](const SnapFigure& figure) { return figure.path; },
      [&](const SnapFigure* old, const SnapFigure* fresh) {
        out.figures.push_back({(fresh != nullptr ? fresh : old)->path, text_of(old), text_of(fresh),
                               old == nullptr ? "" : old->place, fresh == nullptr ? "" : fresh->place});
      });
}

/// What follows from typed figures at once stands first, then what follows from that, and so on.
void sort_by_distance(std::vector<FactChange>& facts) {
  std::map<std::string, std::size_t> distances;
  for (const FactChange& fact : facts) distances[fact.name] = 0;
  for (std::size_t round = 0; round < facts.size(); ++round) {
    bool moved = false;
    for (const FactChange& fact : facts) {
      std::size_t& distance = distances[fact.name];
      for (const std::string& input : fact.because) {
        const auto found = distances.find(input);
        if (found == distances.end() || found->second < distance) continue;
        distance = found->second + 1;
        moved = true;
      }
    }
    if (!moved) break;
  }
  std::ranges::stable_sort(facts, {}, [&](const FactChange& fact) { return distances[fact.name]; });
}

void compare_facts(const Snapshot& before, const Snapshot& after, Comparison& out) {
  std::set<std::string> changed;
  for (const FigureChange& figure : out.figures) changed.insert(figure.path);
  std::vector<std::pair<FactChange, const SnapFact*>> found;
  const std::set<std::string> authored = changed;
  match_by_key(
      before.facts, after.facts, [](const SnapFact& fact) { return fact.name; },
      [&](const SnapFact* old, const SnapFact* fresh) {
        const SnapFact* now = fresh != nullptr ? fresh : old;
        if (authored.contains(now->name)) return;  // the typed figure itself, told already
        changed.insert(now->name);
        found.emplace_back(FactChange{now->name, text_of(old), text_of(fresh), {}}, now);
      });
  for (auto& [change, fact] : found) {
    for (const std::string& input : fact->inputs) {
      if (changed.contains(input)) change.because.push_back(input);
    }
    out.facts.push_back(std::move(change));
  }
  sort_by_distance(out.facts);
}

void compare_cells(const Snapshot& before, const Snapshot& after, Comparison& out) {
  match_by_key(
      before.cells, after.cells, [](const SnapCell& cell) { return std::tuple(cell.table, cell.row, cell.column); },
      [&](const SnapCell* old, const SnapCell* fresh) {
        const SnapCell* now = fresh != nullptr ? fresh : old;
        const auto& pages = fresh != nullptr ? after.pages : before.pages;
        out.cells.push_back(
            {now->table, now->row, now->column, text_of(old), text_of(fresh), page_name(pages, now->page)});
      });
}

void compare_sentences(const Snapshot& before, const Snapshot& after, Comparison& out) {
  const auto same = [&](std::size_t i, std::size_t j) { return before.sentences[i].text == after.sentences[j].text; };
  for (const SequenceGap& gap : sequence_gaps(before.sentences.size(), after.sentences.size(), same)) {
    compare_sentence_gap(before, after, gap, out);
  }
}

void compare_pages(const Snapshot& before, const Snapshot& after, Comparison& out) {
  if (before.pages.empty() || after.pages.empty()) return;
  const auto same = [&](std::size_t i, std::size_t j) { return before.pages[i].digest == after.pages[j].digest; };
  const auto name = [](const Snapshot& snapshot, std::size_t index) {
    return page_name(snapshot.pages, static_cast<int>(index));
  };
  for (const SequenceGap& gap : sequence_gaps(before.pages.size(), after.pages.size(), same)) {
    const std::size_t olds = gap.before_end - gap.before_begin;
    const std::size_t news = gap.after_end - gap.after_begin;
    for (std::size_t i = 0; i < std::max(olds, news); ++i) {
      out.pages.push_back(
          {i < olds ? name(before, gap.before_begin + i) : "", i < news ? name(after, gap.after_begin + i) : ""});
    }
  }
}

}  // namespace

Comparison compare_snapshots(const Snapshot& before, const Snapshot& after) {
  Comparison out;
  out.unit = after.unit;
  out.year_before = before.year;
  out.year_after = after.year;
  compare_figures(before, after, out);
  compare_facts(before, after, out);
  compare_cells(before, after, out);
  compare_sentences(before, after, out);
  compare_pages(before, after, out);
  return out;
}

}  // namespace gongkai
