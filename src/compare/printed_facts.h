// The figures a document prints, with where.
#pragma once

#include <string>
#include <vector>

#include "compare/document_index.h"
#include "facts/fact.h"

namespace gongkai {

struct PrintedFact {
  const Fact* fact = nullptr;
  std::string where;  ///< 公开05表 208 小计, 第9页, 图1：收、支决算总计变动情况
};

/// In the order of the document. Without pages, figures in prose are only “正文”.
std::vector<PrintedFact> printed_facts(const DocumentIndex& index);

}  // namespace gongkai
