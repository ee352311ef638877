// What tests ask of laid-out pages.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"
#include "layout/page_area.h"

namespace gongkai {

/// Ink box of an item, roughly: for text one size above each origin and to its right.
struct ItemBox {
  double left = 0, top = 0, right = 0, bottom = 0;
};
ItemBox box_of(const Item& item);

/// Text of a page without blanks, in drawing order; artefacts left out unless asked for.
std::string text_of(const Page& page, bool artefacts = false);

/// Whether the page shows this text, runs joined and blanks dropped.
bool shows(const Page& page, const std::string& text);

/// Index of the page that holds the destination; pages.size() when none does.
std::size_t page_of(const Frames& frames, const std::string& destination);

/// Messages for items outside the text block; page numbers and stamps (artefacts in the margin) excepted.
std::vector<std::string> outside_text_block(const Frames& frames, const PageMeasure& measure);

std::string without_blanks(const std::string& text);

}  // namespace gongkai
