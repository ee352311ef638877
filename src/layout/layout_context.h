#pragma once

#include <string>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/frame.h"
#include "layout/line_composer.h"

namespace gongkai {

/// What every part of a layout run shares.
struct LayoutContext {
  const Document& document;
  LineComposer& composer;
  Diagnostics& diagnostics;
  Frames& frames;

  const Style& style() const { return document.style; }
  double grid_pitch() const { return grid_line_pitch(document.style.page); }

  /// A new node of the structure tree; node 0 is the Document.
  StructureId structure(StructureRole role, StructureId parent = 0) {
    frames.structure.push_back({.role = role, .parent = parent});
    return static_cast<StructureId>(frames.structure.size()) - 1;
  }
};

}  // namespace gongkai
