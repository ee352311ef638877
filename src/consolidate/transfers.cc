#include "consolidate/transfers.h"

#include <array>
#include <string>
#include <string_view>

#include "base/number_format.h"
#include "consolidate/department.h"

namespace gongkai {
namespace {

/// One kind of transfer: received as this source, paid in that column.
struct TransferKind {
  std::string_view source;
  std::string_view column;
};

constexpr std::array kTransfers = {TransferKind{"上级补助收入", "对附属单位补助支出"},
                                   TransferKind{"附属单位上缴收入", "上缴上级支出"}};

struct Side {
  Money total;
  std::vector<LedgerEntry> entries;  ///< to take out
  std::vector<DiagnosticNote> notes;
};

std::string yuan(Money amount) {
  return format_yuan(amount, DecimalStyle{2, true, true}) + " 元";
}

/// The part of an entry that stays inside the department.
const AuthoredValue* inside_part(const LedgerEntry& entry, const std::string& key) {
  const AuthoredValue* part = entry.notes == nullptr ? nullptr : entry.notes->find(key);
  return part != nullptr && part->kind == ValueKind::Amount ? part : nullptr;
}

void take_out(const Ledger& unit, const LedgerEntry& entry, const std::string& key, Side& side) {
  const AuthoredValue* part = inside_part(entry, key);
  LedgerEntry out = entry;
  out.amount = -(part == nullptr ? entry.amount : part->amount);
  if (part != nullptr) out.span = part->span;
  if (out.amount.is_zero()) return;
  side.total -= out.amount;
  side.notes.push_back({out.span, unit_name(unit) + "：" + yuan(-out.amount)});
  side.entries.push_back(std::move(out));
}

Side received(const std::vector<Ledger>& units, const TransferKind& kind) {
  Side side;
  for (const Ledger& unit : units) {
    for (const LedgerEntry& entry : unit.entries) {
      const bool fits = entry.book == Book::Income && entry.fund == kind.source;
      if (fits) take_out(unit, entry, std::string(kInsideDepartment), side);
    }
  }
  return side;
}

Side paid(const std::vector<Ledger>& units, const TransferKind& kind) {
  Side side;
  const std::string key = std::string(kind.column) + std::string(kInsideDepartment);
  for (const Ledger& unit : units) {
    for (const LedgerEntry& entry : unit.entries) {
      if (entry.book == Book::Expenditure && entry.column == kind.column) take_out(unit, entry, key, side);
    }
  }
  return side;
}

void report_gap(const TransferKind& kind, const Side& in, const Side& out, Diagnostics& diagnostics) {
  const Span place = !in.notes.empty() ? in.notes.front().span : out.notes.front().span;
  Diagnostic& problem = diagnostics.error(
      "E0244", place,
      "部门内部的往来两边不等：各单位的“" + std::string(kind.source) + "”共 " + yuan(in.total) + "，“" +
          std::string(kind.column) + "”共 " + yuan(out.total) + "，相差 " + yuan((in.total - out.total).abs()),
      "查是哪个单位漏写、错写；有一部分是与部门以外往来的，用“其中本部门”写明内部的数");
  for (const Side* side : {&in, &out}) {
    for (const DiagnosticNote& note : side->notes) {
      problem.notes.push_back({note.span, (side == &in ? "收：" : "付：") + note.message});
    }
  }
}

}  // namespace

std::vector<LedgerEntry> eliminate_transfers(const std::vector<Ledger>& units, Diagnostics& diagnostics) {
  std::vector<LedgerEntry> eliminated;
  for (const TransferKind& kind : kTransfers) {
    Side in = received(units, kind);
    Side out = paid(units, kind);
    if (in.total != out.total) report_gap(kind, in, out, diagnostics);
    for (Side* side : {&in, &out}) {
      for (LedgerEntry& entry : side->entries) eliminated.push_back(std::move(entry));
    }
  }
  return eliminated;
}

}  // namespace gongkai
