// The last pass over a PDF: what Cairo does not write, and bytes that depend on nothing but the content.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "layout/frame.h"

namespace gongkai {

/// Takes the file Cairo drew and returns the finished one: navigation, dates, language, title in the window,
/// an /ID computed from the content. Empty after an E0806.
std::string finish_pdf(const std::string& drawn, const Frames& frames, int year, Diagnostics& diagnostics);

}  // namespace gongkai
