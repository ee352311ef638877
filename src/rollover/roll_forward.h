// Next year's file out of this year's text: same structure, order and comments; amounts blank, last year's in comments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "model/ledger.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// What `# 上年：…` begins with, and the two lines that tell how to fill the file.
inline constexpr std::string_view kRollMark = "# 上年：";
inline constexpr std::string_view kRollHead = "# 填法：";

struct RolledYear {
  std::string text;
  std::size_t figures = 0;        ///< amounts, counts, dates … left to fill
  std::size_t texts = 0;          ///< texts left to fill
  std::vector<Span> still_named;  ///< kept texts that name the old year
};

/// `root` and `ledger` are of the same text, which has no errors. The new year is one later.
RolledYear roll_forward(std::string_view text, const YamlNode& root, const Ledger& ledger);

}  // namespace gongkai
