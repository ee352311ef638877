// What a selection 支出[资金: …, 编码: …, 列: …] may ask for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/ledger.h"

namespace gongkai {

/// What is wrong with one value of a filter; both empty when nothing is.
struct SelectComplaint {
  std::string message;
  std::string hint;
};

/// `value` as written, alternatives joined by 、. Codes need only look like codes: units declare their own.
SelectComplaint complaint_about_select(Book book, std::string_view dimension, std::string_view value);

}  // namespace gongkai
