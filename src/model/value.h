// The typed tree of what a unit authored: every value knows its span. Keys are in normalised Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/source.h"

namespace gongkai {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

enum class ValueKind {
  Blank,     ///< the key is written, the value is not (未填)
  Amount,    ///< 金额
  Integer,   ///< 整数, 计数
  Number,    ///< 数: an indicator value, not money
  Percent,   ///< 百分数: decimal holds 80 for 80%
  Text,      ///< 文字, 枚举, 编码: one line in `text`
  LongText,  ///< 长文: one entry of `lines` a paragraph
  Boolean,   ///< 是否
  Date,      ///< 日期
  Map,       ///< children have keys, in the order of writing
  List       ///< children have no keys
};

/// One line of a 长文 and where it stands.
struct TextLine {
  std::string text;
  Span span;
};

struct AuthoredValue {
  ValueKind kind = ValueKind::Blank;
  std::string key;  ///< "" for list elements and the root
  Span key_span;    ///< the key, or the element itself
  Span span;        ///< the value

  Money amount;
  std::int64_t integer = 0;
  Decimal decimal;
  bool boolean = false;
  Date date;
  std::string text;
  std::vector<TextLine> lines;
  std::vector<AuthoredValue> children;
  std::vector<AuthoredValue> parts;  ///< of a department's figure: the units' figures it is the sum of

  /// Child by key; nullptr when the key is not written.
  const AuthoredValue* find(std::string_view child_key) const;
  /// Descendant by dotted path "三公经费.公务接待费.决算". Keys with a full stop inside cannot be reached.
  const AuthoredValue* at(std::string_view dotted_path) const;
};

}  // namespace gongkai
