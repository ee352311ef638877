// How much room a figure takes.
#pragma once

#include <map>

#include "layout/frame.h"

namespace gongkai::pdf {

/// A rectangle on a page, counted upwards as PDF does.
struct FigureBox {
  double left = 0, bottom = 0, right = 0, top = 0;
};

/// The box around everything that belongs to each figure on the first page it stands on.
std::map<StructureId, FigureBox> figure_boxes(const Frames& frames);

}  // namespace gongkai::pdf
