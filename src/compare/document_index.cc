#include "compare/document_index.h"

#include <variant>

namespace gongkai {

DocumentIndex::DocumentIndex(const Document& document, const Frames* frames) : document_(document), frames_(frames) {
  if (frames != nullptr) pages_.emplace(document, *frames);
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* table = std::get_if<Table>(&document.blocks[block].content);
    if (table != nullptr) names_.try_emplace(block, *table);
  }
}

}  // namespace gongkai
