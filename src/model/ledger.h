// A unit's year as authored: four books and two views of amounts as flat entries, everything else as a typed tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/source.h"
#include "model/classification.h"
#include "model/value.h"

namespace gongkai {

enum class Book {
  Income,         ///< 收入: fund = 来源 (八种), code = 项, column ""
  Expenditure,    ///< 支出: fund = 资金 (四种), code = 项, column 基本支出/项目支出/上缴上级支出/经营支出/对附属单位补助支出
  Balance,        ///< 结转结余: fund = 资金, code = 项 or "", column 年初/年末/使用非财政拨款结余/结余分配
  Economic,       ///< 经济分类: fund = 资金 (一般公共预算 unless nested), code = 款, column 基本支出/项目支出
  InitialBudget,  ///< 年初预算: fund = 资金, code = 项 (written in 支出), 类/款 or 合计 (written in 年初预算)
  FullBudget      ///< 全年预算: fund = 资金, code = 项
};

/// The Chinese name of a book as used in expressions: 收入, 支出, 结转结余, 经济分类, 年初预算, 全年预算.
std::string_view book_name(Book book);

/// One authored amount of a book.
struct LedgerEntry {
  Book book = Book::Income;
  std::string fund;
  std::string code;
  std::string column;
  Money amount;
  Span span;
  const AuthoredValue* notes = nullptr;  ///< the map form's node with 用途, 差异原因 …; may be null
};

/// Points into `year` and `unit`, so a Ledger moves but is not copied.
struct Ledger {
  Ledger() = default;
  Ledger(Ledger&&) = default;
  Ledger& operator=(Ledger&&) = default;
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  std::string folder;      ///< the unit's folder, as given
  std::string year_path;   ///< the year file, as given
  int year_number = 0;     ///< 年度
  LedgerUnit amount_unit = LedgerUnit::Yuan;
  bool base_only = false;  ///< 仅作基数
  AuthoredValue unit;      ///< unit.yaml, overridden by the year file's 单位
  AuthoredValue year;      ///< the whole year file, typed
  std::vector<LedgerEntry> entries;  ///< in the order of writing
  Classification subjects;           ///< the standard library plus 自定义科目
};

/// Whether a unit.yaml names 下属单位 with 文件夹: then its ledger is the sum of theirs.
bool sums_up_units(const AuthoredValue& unit);

/// Text of a subject row in 支出 or 经济分类 (用途, 差异原因, 变动原因), at any level; nullptr if not written.
/// `fund` as in LedgerEntry; `column` only matters for 经济分类 (基本支出/项目支出).
const AuthoredValue* subject_text(const Ledger& ledger, Book book, std::string_view fund, std::string_view column,
                                  std::string_view code, std::string_view key);

inline constexpr std::string_view kGeneralBudget = "一般公共预算";
inline constexpr std::string_view kGovernmentFund = "政府性基金";
inline constexpr std::string_view kStateCapital = "国有资本经营预算";
inline constexpr std::string_view kNonFiscal = "非财政拨款";

/// 其中本部门: the part of a transfer between units of one department, beside 金额 or behind a column's name.
inline constexpr std::string_view kInsideDepartment = "其中本部门";

/// The eight 来源 and the four 资金, in the order of 公开01表.
const std::vector<std::string>& income_sources();
const std::vector<std::string>& expenditure_funds();
const std::vector<std::string>& expenditure_columns();
/// 一般公共预算 etc. -> itself; the five other sources -> 非财政拨款.
std::string_view fund_of_source(std::string_view source);

}  // namespace gongkai
