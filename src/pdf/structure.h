// The structure tree: what each piece of a page is, for readers that speak the text.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"
#include "pdf/object_file.h"
#include "pdf/page_content.h"

namespace gongkai::pdf {

/// A link's annotation and the node that stands for it.
struct LinkObject {
  StructureId structure = kArtifact;
  int annotation = 0;
  int page = 0;    ///< the page's object
  int parent = 0;  ///< its key in the parent tree
};

/// What the tree refers to; pages by index.
struct StructureInput {
  const Frames& frames;
  const std::vector<int>& pages;
  const std::vector<PageContent>& contents;
  const std::vector<LinkObject>& links;
};

/// Adds the tree and returns its root's object.
int write_structure(const StructureInput& input, ObjectFile& file);

}  // namespace gongkai::pdf
