// The one definition of every authored key: the reader validates against it and docs/数据字典.md is made from it.
//
// Shorthands are stored in their long form, so that consumers meet one shape:
//   a bare 金额项 becomes {金额: …}, a bare reason {变动原因: …}, a bare business figure {值: …}, and so on
//   (`shorthand`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

enum class ValueType {
  Amount,      ///< 金额
  AmountItem,  ///< 金额项: an amount, or a map with 金额 and notes
  Integer,     ///< 整数
  Number,      ///< 数
  Figure,      ///< 数, or 文字 where the row's 方向 is 定性
  Percent,     ///< 百分数
  Code,        ///< 编码
  Text,        ///< 文字
  LongText,    ///< 长文
  Boolean,     ///< 是否
  Date,        ///< 日期
  Enum,        ///< 枚举
  Map,         ///< 映射
  List         ///< 列表
};

/// Where a negative amount may stand (dictionary 0.3).
enum class Sign {
  NonNegative,
  RedInk,  ///< a correction in red: allowed with a warning
  Any
};

enum class Need {
  Optional,
  Advised,    ///< a warning when missing
  Required,   ///< an error when missing
  IfOwn,      ///< an error when missing, but not in a department's file: the amounts are its units'
  IfComplete  ///< an error when missing, but not in such a file, nor in one that is only a base (仅作基数)
};

enum class KeyKind {
  FunctionCode,  ///< 功能分类 code
  EconomicCode,  ///< 经济分类 code
  NewCode,       ///< a code being declared
  Ordinal,       ///< 1, 2, 3 …
  Term,          ///< any text; digits must be a code
  Name           ///< any text
};

struct Field;
struct KeyPattern;

/// A key that is often written and must not be.
struct Refusal {
  std::string key;
  std::string code;    ///< of the diagnostic
  std::string reason;  ///< completes “<键>”…
  std::string hint;
};

/// Of the groups at most one may be written.
struct Exclusion {
  std::vector<std::vector<std::string>> groups;
  bool one_needed = false;  ///< an error when none is written
  std::string hint;
};

struct Shape {
  ValueType type = ValueType::Text;
  Sign sign = Sign::NonNegative;
  std::vector<std::string> values;   ///< Enum
  std::vector<Field> fields;         ///< fixed keys of a Map; notes of an AmountItem
  std::vector<KeyPattern> patterns;  ///< other keys of a Map
  std::vector<Refusal> refusals;
  std::vector<Exclusion> exclusions;
  std::vector<Shape> element;       ///< List: exactly one
  std::vector<Shape> scalar;        ///< Map: what a bare value may be instead; at most one
  std::string shorthand;            ///< Map: the key a bare value stands for
  std::string scalar_refusal;       ///< Map: why a bare amount is refused here
  bool fields_or_patterns = false;  ///< Map: either the fixed keys or the others, not both
  std::string unique_key;           ///< List of maps: no two elements share its value; List of texts: "*"
};

struct Field {
  std::string key;
  Shape shape;
  std::string description;
  Need need = Need::Optional;
  std::string also_containing;  ///< a local name with this word in it stands for the key
  std::string example;          ///< YAML of a top-level key, for the manual
};

struct KeyPattern {
  KeyKind kind = KeyKind::Name;
  std::vector<std::size_t> digits;  ///< of a code
  std::string placeholder;          ///< how the manual writes the key: <项编码>
  Shape shape;
  std::string description;
  std::string refusal;  ///< when not empty such a key is an error, for this reason
  std::string hint;
};

/// unit.yaml.
Shape unit_schema();
/// <年度>.yaml.
Shape year_schema();

/// "金额", "文字" …
std::string_view type_name(ValueType type);

/// Totals and ratios no map accepts, with what they are computed from.
const std::vector<Refusal>& derived_keys();

}  // namespace gongkai
