// 驱动: the ledger lines that make up a change (design §6). They say where the change is, never why.
#include <algorithm>
#include <map>

#include "facts/arithmetic.h"
#include "facts/evaluator.h"

namespace gongkai {
namespace {

/// At most this many items, making up at least this share, name a change.
constexpr std::size_t kMostItems = 3;
constexpr std::int64_t kEnoughPercent = 70;
/// An opposite movement of this share of the change is worth a word.
constexpr std::int64_t kLargeOppositePercent = 30;

/// One ledger line's part in the change: this year's lines count +, last year's −.
struct Leaf {
  const AuthoredInput* input = nullptr;
  Money part;
  bool current = false;
};

struct Group {
  std::string code;
  std::string name;
  Money difference;
  std::vector<Leaf> leaves;
};

enum class Dimension { Fund, Class, Section, Item, Column, EconomicClass, EconomicSection };

constexpr Dimension kLevels[] = {Dimension::Fund,           Dimension::Class,  Dimension::Section,
                                 Dimension::Item,           Dimension::Column, Dimension::EconomicClass,
                                 Dimension::EconomicSection};

std::string_view dimension_name(Dimension dimension) {
  switch (dimension) {
    case Dimension::Fund:
      return "资金";
    case Dimension::Class:
      return "类";
    case Dimension::Section:
      return "款";
    case Dimension::Item:
      return "项";
    case Dimension::Column:
      return "支出性质";
    case Dimension::EconomicClass:
      return "经济分类类";
    case Dimension::EconomicSection:
      return "经济分类款";
  }
  return {};
}

void collect(const Fact& fact, int sign, bool current, std::vector<Leaf>& leaves) {
  for (const AuthoredInput& input : fact.authored) {
    if (input.entry == nullptr || input.sign == 0) continue;
    const Money amount = input.sign * sign > 0 ? input.entry->amount : -input.entry->amount;
    leaves.push_back({&input, current ? amount : -amount, current});
  }
  for (const FactInput& input : fact.inputs) {
    if (input.sign != 0 && input.fact != nullptr) collect(*input.fact, sign * input.sign, current, leaves);
  }
}

std::size_t digits_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::Class:
    case Dimension::EconomicClass:
      return 3;
    case Dimension::Section:
    case Dimension::EconomicSection:
      return 5;
    default:
      return 7;
  }
}

std::string balance_name(const std::string& column) {
  return column == "年初" || column == "年末" ? column + "结转和结余" : column;
}

std::string fund_name(const LedgerEntry& entry) {
  if (entry.book == Book::Balance) return balance_name(entry.column);
  const std::string_view fund = fund_of_source(entry.fund);
  const std::string suffix = entry.book == Book::Income ? "收入" : "支出";
  if (fund == kNonFiscal) return entry.fund == kNonFiscal ? entry.fund + suffix : entry.fund;
  return entry.fund + (fund == kGovernmentFund ? "预算" : "") + "财政拨款" + suffix;
}

/// The group an entry belongs to at a level; an empty code when the level does not apply to it.
std::pair<std::string, std::string> group_of(const LedgerEntry& entry, Dimension dimension,
                                             const Classification& subjects) {
  const bool economic = entry.book == Book::Economic;
  const bool economic_level = dimension == Dimension::EconomicClass || dimension == Dimension::EconomicSection;
  if (dimension == Dimension::Fund) return {entry.book == Book::Balance ? entry.column : entry.fund, fund_name(entry)};
  if (entry.book == Book::Balance) return {"~" + entry.column, balance_name(entry.column)};
  if (dimension == Dimension::Column) {
    return entry.column.empty() ? std::pair<std::string, std::string>() : std::pair(entry.column, entry.column);
  }
  if (economic != economic_level) return {};
  const std::string code = entry.code.substr(0, digits_of(dimension));
  return {code, subjects.name(code)};
}

std::vector<Group> grouped(const std::vector<Leaf>& leaves, Dimension dimension, const Classification& subjects) {
  std::map<std::string, Group> groups;
  for (const Leaf& leaf : leaves) {
    const auto [code, name] = group_of(*leaf.input->entry, dimension, subjects);
    if (code.empty()) return {};
    Group& group = groups[code];
    group.code = code;
    group.name = name;
    group.difference += leaf.part;
    group.leaves.push_back(leaf);
  }
  std::vector<Group> result;
  for (auto& [code, group] : groups) result.push_back(std::move(group));
  return result;
}

bool at_least_percent(Money part, Money whole, std::int64_t percent) {
  return static_cast<Int128>(part.abs().fen()) * 100 >= static_cast<Int128>(whole.abs().fen()) * percent;
}

/// The items of this level that name the change, or empty when the level is too fine or says nothing.
std::vector<Group> chosen(std::vector<Group> groups, Money change) {
  // With one group the level only repeats the total.
  if (groups.size() < 2) return {};
  const bool up = change > Money();
  std::stable_sort(groups.begin(), groups.end(),
                   [](const Group& a, const Group& b) { return a.difference.abs() > b.difference.abs(); });
  std::vector<Group> with;
  std::vector<Group> against;
  Money named;
  for (Group& group : groups) {
    if (group.difference.is_zero()) continue;
    if ((group.difference > Money()) != up) {
      if (at_least_percent(group.difference, change, kLargeOppositePercent)) against.push_back(std::move(group));
    } else if (with.size() < kMostItems && (with.empty() || !at_least_percent(named, change, kEnoughPercent))) {
      named += group.difference;
      with.push_back(std::move(group));
    }
  }
  if (with.empty() || !at_least_percent(named, change, kEnoughPercent)) return {};
  for (Group& group : against) with.push_back(std::move(group));
  return with;
}

}  // namespace

const Fact* FactBook::Impl::decomposed(const std::string& name) {
  const auto match = catalog.match(split_name(name));
  if (!match || match->definition->drivers.empty()) return find(name);
  Environment environment;
  environment.bindings = &match->bindings;
  const auto other = filled(match->definition->drivers, &environment, match->definition->span);
  return other ? find(*other) : nullptr;
}

Outcome FactBook::Impl::economic_view(const Fact& fact) const {
  LedgerSelection selection{std::string(kGeneralBudget), {}, {}};
  std::vector<Leaf> leaves;
  collect(fact, 1, true, leaves);
  Money total;
  std::map<std::string, Money> columns;
  for (const Leaf& leaf : leaves) {
    const LedgerEntry& entry = *leaf.input->entry;
    if (entry.book != Book::Expenditure || entry.fund != kGeneralBudget) return {};
    columns[entry.column] += entry.amount;
    total += leaf.part;
  }
  for (const auto& [column, amount] : columns) selection.column += (selection.column.empty() ? "" : "、") + column;
  Outcome outcome = sum_entries(index_.select(Book::Economic, selection));
  // The other view explains the change only when it is a view of the same money.
  return outcome.amount() != nullptr && *outcome.amount() == total ? outcome : Outcome{};
}

std::vector<FactRecord> FactBook::Impl::driver_records(const std::string& name, const Fact& current,
                                                       const Fact& before) {
  std::vector<Leaf> leaves;
  collect(current, 1, true, leaves);
  collect(before, 1, false, leaves);
  // The economic view of the same money, for when no functional level says enough.
  const Outcome economic_now = economic_view(current);
  const Outcome economic_before = prior->impl_->economic_view(before);
  std::vector<Leaf> economic;
  for (const AuthoredInput& input : economic_now.authored) economic.push_back({&input, input.entry->amount, true});
  for (const AuthoredInput& input : economic_before.authored) economic.push_back({&input, -input.entry->amount, false});
  if (economic_now.authored.empty() || economic_before.authored.empty()) economic.clear();
  Money total;
  for (const Leaf& leaf : leaves) total += leaf.part;
  std::vector<FactRecord> records;
  if (total.is_zero()) return records;
  for (const Dimension dimension : kLevels) {
    const bool other_view =
        (dimension == Dimension::EconomicClass || dimension == Dimension::EconomicSection) && !economic.empty();
    const std::vector<Group> items = chosen(grouped(other_view ? economic : leaves, dimension, ledger.subjects), total);
    for (const Group& item : items) {
      DriverItem driver{item.code, item.name, std::string(dimension_name(dimension)), item.difference, total, {}};
      for (const Leaf& leaf : item.leaves) {
        driver.authored.push_back(*leaf.input);
        driver.authored.back().sign = leaf.current ? 1 : -1;
      }
      records.push_back(driver_record(name, driver));
    }
    if (!records.empty()) break;
  }
  return records;
}

Fact* FactBook::Impl::drivers(const std::string& name, const Fact& change) {
  Fact& fact = new_fact(name, FactType::List);
  fact.inputs.push_back({&change, 0});
  fact.formula = "按资金、类款项、支出性质、经济分类分解的主要变化";
  fact.value = std::vector<FactRecord>();
  const auto* value = std::get_if<ChangeValue>(&change.value);
  const bool against_prior = change.name.ends_with(".较上年");
  if (value == nullptr || value->base == nullptr || prior == nullptr || !against_prior) return &fact;
  const Fact* current = decomposed(value->current->name);
  const Fact* before = prior->impl_->decomposed(value->current->name);
  if (current == nullptr || before == nullptr) return &fact;
  fact.value = driver_records(name, *current, *before);
  return &fact;
}

FactRecord FactBook::Impl::driver_record(const std::string& name, const DriverItem& item) {
  FactRecord record;
  const std::string prefix = name + "." + item.code;
  const auto field = [&](const std::string& key, FactType type, FactValue value) -> Fact& {
    Fact& fact = new_fact(prefix + "." + key, type);
    fact.value = std::move(value);
    record.fields.emplace_back(key, remember(fact.name, &fact));
    return fact;
  };
  const bool up = item.difference > Money();
  field("名称", FactType::Text, item.name);
  field("维度", FactType::Text, item.dimension);
  field("编码", FactType::Text, item.code);
  Fact& difference = field("差额", FactType::Amount, item.difference);
  difference.formula = "本年与上年之差";
  difference.authored = item.authored;
  Fact& size = field("绝对额", FactType::Amount, item.difference.abs());
  size.inputs.push_back({&difference, 0});
  field("增减", FactType::Text, std::string(up ? "增加" : "减少"));
  field("同向", FactType::Boolean, up == (item.total > Money()));
  const auto share = make_ratio(item.difference.fen(), item.total.fen());
  Fact& part = field("占差额", FactType::Ratio, share ? FactValue(*share) : FactValue(std::monostate()));
  part.inputs.push_back({&difference, 0});
  return record;
}

}  // namespace gongkai
