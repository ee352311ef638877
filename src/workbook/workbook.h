#pragma once

#include <filesystem>

#include "base/diagnostic.h"
#include "document/document.h"

namespace gongkai {

/// Writes one sheet for each table of the document that names a sheet, in document order, with native charts.
/// `last`, when given, becomes the last sheet, after the charts. Deterministic bytes. Reports E08xx and returns false
/// when a sheet cannot be written as stated.
bool write_workbook(const Document& document, const std::filesystem::path& path, Diagnostics& diagnostics,
                    const Table* last = nullptr);

}  // namespace gongkai
