// Title, author and date, in both places readers look for them.
#pragma once

#include "layout/frame.h"
#include "pdf/object_file.h"

namespace gongkai::pdf {

/// The information dictionary; returns its object. The date is noon in China on 31 December of `year`: the one date
/// every build of the same ledger has.
int write_information(const Frames& frames, int year, ObjectFile& file);

/// The XMP packet with the same values; returns its object. Claims no conformance.
int write_xmp(const Frames& frames, int year, ObjectFile& file);

}  // namespace gongkai::pdf
