// Where the parts of a document stand and what they are called, for all who tell of it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>

#include "compare/cell_names.h"
#include "compare/page_index.h"
#include "document/document.h"
#include "layout/frame.h"

namespace gongkai {

/// The document and its frames outlive it.
class DocumentIndex {
 public:
  /// `frames` may be null: then nothing has a page.
  DocumentIndex(const Document& document, const Frames* frames);

  const Document& document() const { return document_; }
  const Frames* frames() const { return frames_; }
  /// Null without frames.
  const PageIndex* pages() const { return pages_ ? &*pages_ : nullptr; }
  /// Of a block that is a table.
  const CellNames& names(std::size_t block) const { return names_.at(block); }

 private:
  const Document& document_;
  const Frames* frames_;
  std::optional<PageIndex> pages_;
  std::map<std::size_t, CellNames> names_;
};

}  // namespace gongkai
