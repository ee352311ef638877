// The sheet of charts: for each, a block of labelled figures and the native chart drawn from it.
#pragma once

#include <vector>

#include "document/document.h"
#include "workbook/workbook_file.h"
#include "workbook/write_table.h"

namespace gongkai {

/// A figure that a table's sheet shows is taken from there by a formula; the others (last year's) are written.
/// Nothing is written when there is no chart. False after a diagnostic.
bool write_charts(const Document& document, const std::vector<const Chart*>& charts, const AmountPlaces& places,
                  WorkbookFile& file, Diagnostics& diagnostics);

}  // namespace gongkai
