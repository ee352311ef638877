#include "trial/try_pack.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "compose/compose.h"
#include "input/read_ledger.h"
#include "trial/flaws.h"
#include "trial/trials.h"

namespace gongkai {
namespace {

/// A ledger with last year's beside it.
struct TrialLedgers {
  std::optional<Ledger> ledger;
  std::optional<Ledger> prior;
};

/// The options a ledger is tried with.
struct Choice {
  std::string words;  ///< what is not the default: "科目级次：项"; empty for the defaults
  std::map<std::string, std::string> options;
};

/// The defaults, then every other value of every option by itself.
std::vector<Choice> choices_of(const Pack& pack) {
  std::vector<Choice> choices{{"", pack.options}};
  for (const auto& [option, values] : pack.option_values) {
    for (const std::string& value : values) {
      if (value == pack.options.at(option)) continue;
      choices.push_back({option + "：" + value, pack.options});
      choices.back().options[option] = value;
    }
  }
  return choices;
}

class Trial {
 public:
  Trial(const World& world, const Pack& pack, Sources& sources, Diagnostics& diagnostics)
      : world_(world), pack_(pack), sources_(sources), diagnostics_(diagnostics) {}

  void run() {
    const Classification standard = read_classification(world_, sources_, diagnostics_);
    const std::vector<Choice> choices = choices_of(pack_);
    for (const TrialCase& trial : read_trials(world_, sources_, diagnostics_)) {
      const TrialLedgers ledgers = read(trial, standard);
      if (!ledgers.ledger) continue;
      std::set<Key> seen;  // what is wrong with the defaults already is not said again of another value
      for (const Choice& choice : choices) {
        Diagnostics found;
        compose_one(ledgers, choice, found);
        collect(found, choice.words.empty() ? trial.name : trial.name + "（" + choice.words + "）", seen);
      }
    }
    for (auto& [diagnostic, names] : findings_) {
      diagnostic.notes.push_back({{}, "试账：" + names});
      diagnostics_.add(std::move(diagnostic));
    }
  }

 private:
  using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;  ///< what makes two findings one

  TrialLedgers read(const TrialCase& trial, const Classification& standard) {
    Diagnostics problems;
    const std::filesystem::path file = world_.home() / trial.file;
    TrialLedgers ledgers;
    ledgers.ledger = read_ledger(world_, file, standard, sources_, problems).ledger;
    const std::filesystem::path before = prior_year_file(world_, file);
    if (!before.empty()) ledgers.prior = read_ledger(world_, before, standard, sources_, problems).ledger;
    if (!ledgers.ledger || problems.has_errors()) {
      for (const Diagnostic& problem : problems.items()) {
        if (problem.severity == Severity::Error) diagnostics_.add(problem);
      }
      diagnostics_.error("E0570", {}, "试账“" + trial.name + "”读不了", "试账随程序一起安装，请重新安装");
      ledgers.ledger.reset();
    }
    return ledgers;
  }

  void compose_one(const TrialLedgers& ledgers, const Choice& choice, Diagnostics& found) const {
    const BookSettings settings{pack_.glossary, pack_.glossary_order, choice.options};
    std::optional<FactBook> prior;
    if (ledgers.prior) prior.emplace(pack_.catalog, *ledgers.prior, nullptr, found, settings);
    const FactBook book(pack_.catalog, *ledgers.ledger, prior ? &*prior : nullptr, found, settings);
    const auto document = compose(pack_, book, found);
    if (!document) return;
    Diagnostics flaws;
    find_flaws(*document, flaws);
    for (const Diagnostic& flaw : flaws.items()) {
      if (!has_missing_value(found, flaw.span)) found.add(flaw);
    }
  }

  /// A sentence with a hole in it is broken because of the hole, which is reported already.
  static bool has_missing_value(const Diagnostics& found, const Span& span) {
    return std::ranges::any_of(found.items(), [&](const Diagnostic& item) {
      return item.code == "E0601" && item.span.file == span.file && item.span.line == span.line;
    });
  }

  /// What stands in a trial ledger is no finding about the pack.
  bool concerns_pack(const Diagnostic& diagnostic) const {
    if (diagnostic.severity == Severity::Note) return false;
    if (!diagnostic.span.known()) return diagnostic.severity == Severity::Error;
    const std::string& path = sources_.file(diagnostic.span.file).path;
    return path.find("/templates/") != std::string::npos || path.starts_with("templates/");
  }

  void collect(const Diagnostics& found, const std::string& trial, std::set<Key>& seen) {
    for (const Diagnostic& diagnostic : found.items()) {
      if (!concerns_pack(diagnostic)) continue;
      const Key key{diagnostic.code, diagnostic.span.line, diagnostic.span.column,
                    std::to_string(diagnostic.span.file) + diagnostic.message};
      if (!seen.insert(key).second) continue;
      const auto [place, added] = index_.emplace(key, findings_.size());
      if (added) {
        findings_.emplace_back(diagnostic, trial);
      } else {
        findings_[place->second].second += "、" + trial;
      }
    }
  }

  const World& world_;
  const Pack& pack_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::map<Key, std::size_t> index_;
  std::vector<std::pair<Diagnostic, std::string>> findings_;
};

}  // namespace

void try_pack(const World& world, const Pack& pack, Sources& sources, Diagnostics& diagnostics) {
  Trial(world, pack, sources, diagnostics).run();
}

}  // namespace gongkai
