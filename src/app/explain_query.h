// What `gongkai explain` was asked.
#pragma once

#include <string>
#include <vector>

namespace gongkai {

struct ExplainQuery {
  enum class Kind {
    Name,       ///< a fact's name; or, when there is none of that name, printed words
    Cell,       ///< 表号 行 列
    SheetCell,  ///< 公开05表!D9, as the workbook counts
    Printed     ///< words on a page: 第9页 "下降14.6%", or just the words in quotes
  };
  Kind kind = Kind::Name;
  std::string text;  ///< the name, the words, or the cell's address "D9"
  std::string page;  ///< "9"; "" when none was said
  std::string table;
  std::string row;
  std::string column;
};

/// Reads the words after the year file. Quotes (“”, 「」, " or ') may be those of the shell or typed.
ExplainQuery parse_explain_query(const std::vector<std::string>& words);

}  // namespace gongkai
