// Title, author and date, in both places readers look for them.
#pragma once

#include <string>

#include "layout/frame.h"
#include "pdf/object_file.h"

namespace gongkai::pdf {

/// The information dictionary; returns its object. The date is noon in China on 31 December of `year`: the one date
/// every build of the same ledger has.
int write_information(const Frames& frames, int year, ObjectFile& file);

/// The XMP packet with the same values; returns its object. It claims PDF/A-2a and PDF/UA-1: every clause that can be
/// tested is tested on every sample (docs/PDF标准.md).
int write_xmp(const Frames& frames, int year, ObjectFile& file);

/// The catalog's /OutputIntents entry: the colours are those of sRGB.
std::string write_output_intent(ObjectFile& file);

}  // namespace gongkai::pdf
