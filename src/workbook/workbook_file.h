// One workbook being written: its sheets, its properties, and its end on disk.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "workbook/native_chart.h"
#include "workbook/sheet_writer.h"

namespace gongkai {

struct WorkbookProperties {
  std::string title;
  std::string author;
  int year = 0;  ///< the file says it was made on 31 December of this year, on whatever day it is made
};

/// Nothing stands on disk before close(); without close() nothing is written.
class WorkbookFile {
 public:
  WorkbookFile(const std::filesystem::path& path, Diagnostics& diagnostics);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  void set_properties(const WorkbookProperties& properties);
  /// nullptr after E0851. `group` is the table the diagnostics of this sheet belong to.
  SheetWriter* add_sheet(const std::string& name, const std::string& group);
  bool has_sheet(const std::string& name) const;
  /// Reports E0857 when the library refuses.
  bool add_chart(SheetWriter& sheet, const NativeChart& chart);
  /// Writes the file and reads it back; E0858 when it is not whole. False also when a sheet refused a cell.
  bool close();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
