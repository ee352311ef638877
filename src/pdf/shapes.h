// Rules, fills and paths as PDF operators.
#pragma once

#include <string>

#include "layout/frame.h"

namespace gongkai::pdf {

/// Draws on a page `height` points high: frames count downwards, PDF upwards. The grey for filling is left at black.
void draw_rule(std::string& out, const Rule& rule, double height);
void draw_fill(std::string& out, const Fill& fill, double height);
void draw_path(std::string& out, const Path& path, double height);

}  // namespace gongkai::pdf
