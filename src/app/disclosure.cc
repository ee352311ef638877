#include "app/disclosure.h"

#include <algorithm>
#include <utility>

#include "check/check.h"
#include "compose/compose.h"
#include "consolidate/department.h"
#include "input/read_ledger.h"

namespace gongkai {
namespace {

Classification standard_subjects(const World& world, PackShelf& packs, Disclosure& disclosure) {
  std::optional<Classification> shared = packs.classification();
  return shared ? *std::move(shared) : read_classification(world, disclosure.sources, disclosure.diagnostics);
}

/// The pack named by the unit; problems of the pack are the unit's problems too.
void choose_pack(Disclosure& disclosure, PackShelf& packs) {
  const AuthoredValue* name = disclosure.ledger->unit.find("模板");
  const bool no_year = disclosure.ledger->year_number == 0;  // reported; no pack serves it
  if (name == nullptr || no_year) return;
  disclosure.shelved = packs.get(name->text, disclosure.ledger->year_number);
  disclosure.sources.set_shared(disclosure.shelved->sources);
  for (Diagnostic d : disclosure.shelved->diagnostics.items()) {
    if (!disclosure.shelved->pack && !d.span.known()) d.span = name->span;
    disclosure.diagnostics.add(std::move(d));
  }
}

/// Both years read unit.yaml; what is wrong there is said once.
bool is_reported(const Disclosure& disclosure, const Diagnostic& d) {
  const auto place = [&](const Diagnostic& one) { return disclosure.sources.describe(one.span); };
  return std::ranges::any_of(disclosure.diagnostics.items(), [&](const Diagnostic& earlier) {
    return earlier.code == d.code && earlier.message == d.message && place(earlier) == place(d);
  });
}

void read_prior_year(const World& world, const std::filesystem::path& year_file, const Classification& standard,
                     Disclosure& disclosure) {
  const std::filesystem::path prior = prior_year_file(world, year_file);
  if (prior.empty()) return;
  Diagnostics found;
  DisclosedLedger read = read_disclosed_ledger(world, prior, standard, disclosure.sources, found);
  disclosure.prior_ledger = std::move(read.ledger);
  disclosure.prior_units = std::move(read.units);
  for (const Diagnostic& d : found.items()) {
    if (!is_reported(disclosure, d)) disclosure.diagnostics.add(d);
  }
}

void build_books(Disclosure& disclosure) {
  const Pack& pack = *disclosure.shelved->pack;
  const BookSettings settings{pack.glossary, pack.glossary_order, pack.options};
  if (disclosure.prior_ledger) {
    disclosure.prior_book =
        std::make_unique<FactBook>(pack.catalog, *disclosure.prior_ledger, nullptr, disclosure.diagnostics, settings);
  }
  disclosure.book = std::make_unique<FactBook>(pack.catalog, *disclosure.ledger, disclosure.prior_book.get(),
                                               disclosure.diagnostics, settings);
}

/// Last year's ledger of the same unit, or nullptr.
const Ledger* prior_of(const Ledger& unit, const std::vector<Ledger>& prior_units) {
  for (const Ledger& prior : prior_units) {
    if (prior.folder == unit.folder) return &prior;
  }
  return nullptr;
}

/// Which unit of a department breaks a balance: each one's errors, with its name.
void check_units(Disclosure& disclosure) {
  const Pack& pack = *disclosure.shelved->pack;
  const BookSettings settings{pack.glossary, pack.glossary_order, pack.options};
  for (const Ledger& unit : disclosure.units) {
    Diagnostics found;
    Diagnostics unheard;
    std::unique_ptr<FactBook> prior;
    if (const Ledger* ledger = prior_of(unit, disclosure.prior_units)) {
      prior = std::make_unique<FactBook>(pack.catalog, *ledger, nullptr, unheard, settings);
    }
    const FactBook book(pack.catalog, unit, prior.get(), unheard, settings);
    check_balances(book, disclosure.shelved->rules, found);
    for (Diagnostic d : found.items()) {
      if (d.severity != Severity::Error) continue;
      d.notes.insert(d.notes.begin(), {{}, "规则 " + d.code + "，出在下属单位“" + unit_name(unit) + "”"});
      d.code = "E0245";
      d.message = "“" + unit_name(unit) + "”：" + d.message;
      disclosure.diagnostics.add(std::move(d));
    }
  }
}

}  // namespace

std::unique_ptr<Disclosure> prepare_disclosure(const World& world, PackShelf& packs,
                                               const std::filesystem::path& year_file, Stage stage) {
  auto disclosure = std::make_unique<Disclosure>();
  Diagnostics& diagnostics = disclosure->diagnostics;
  const Classification standard = standard_subjects(world, packs, *disclosure);
  DisclosedLedger read = read_disclosed_ledger(world, year_file, standard, disclosure->sources, diagnostics);
  disclosure->ledger = std::move(read.ledger);
  disclosure->units = std::move(read.units);
  if (!disclosure->ledger) return disclosure;
  read_prior_year(world, year_file, standard, *disclosure);
  disclosure->times.lap("读账本");
  choose_pack(*disclosure, packs);
  disclosure->times.lap("版式包");
  if (!disclosure->shelved || !disclosure->shelved->pack || diagnostics.has_errors()) return disclosure;
  build_books(*disclosure);
  if (stage == Stage::Facts) return disclosure;
  check_units(*disclosure);
  // A unit that does not balance is the cause of whatever the sum shows.
  if (!diagnostics.has_errors()) check_ledger(*disclosure->book, disclosure->shelved->rules, diagnostics);
  disclosure->times.lap("算数和检查");
  if (stage == Stage::Draft || !diagnostics.has_errors()) {
    disclosure->document = compose(*disclosure->shelved->pack, *disclosure->book, diagnostics);
    disclosure->times.lap("组成全文");
  }
  return disclosure;
}

}  // namespace gongkai
