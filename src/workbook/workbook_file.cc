#include "workbook/workbook_file.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <deque>
#include <fstream>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

#include "workbook/cell_look.h"
#include "workbook/library_error.h"
#include "workbook/sheet_name.h"
#include "workbook/verify_package.h"

namespace gongkai {
namespace {

/// 31 December of `year`, 00:00 UTC. Zero means “now” to the library, so a document without a year gets 2000.
time_t end_of_year(int year) {
  using namespace std::chrono;
  const sys_days day = std::chrono::year(year > 0 ? year : 2000) / December / 31;
  return static_cast<time_t>(duration_cast<seconds>(day.time_since_epoch()).count());
}

/// Where the library gathers the thirty parts of a package, each in a file without a name: in memory where the machine
/// has room for them, since a disk takes as long to make them as the rest of the workbook; else beside the file itself,
/// not in /tmp: one disk to fill, one place to clean.
std::string parts_folder(const std::filesystem::path& file) {
  constexpr const char* kInMemory = "/dev/shm";
  constexpr std::uintmax_t kRoom = std::uintmax_t{64} << 20U;  // no workbook's parts come near this
  std::error_code problem;
  const std::filesystem::space_info space = std::filesystem::space(kInMemory, problem);
  if (!problem && space.available >= kRoom && access(kInMemory, W_OK | X_OK) == 0) return kInMemory;
  return file.has_parent_path() ? file.parent_path().string() : std::string(".");
}

/// Closing formats dates with gmtime(), whose buffer belongs to the process: one workbook at a time.
lxw_error close_alone(lxw_workbook* workbook) {
  static std::mutex closing;
  const std::lock_guard<std::mutex> lock(closing);
  return workbook_close(workbook);
}

}  // namespace

struct WorkbookFile::Impl {
  std::filesystem::path path;
  Diagnostics& diagnostics;
  lxw_workbook* workbook;
  CellFormats formats;
  std::deque<SheetWriter> sheets;
  std::set<std::string> names;
  bool ok = true;

  Impl(const std::filesystem::path& where, Diagnostics& sink)
      : path(where), diagnostics(sink), workbook(open(where)), formats(workbook) {}

  /// What went wrong, or "".
  std::string finish() {
    // The library would print its own English line on stderr.
    if (!std::ofstream(path, std::ios::binary)) return library_error_text(LXW_ERROR_CREATING_XLSX_FILE);
    lxw_workbook* closing = std::exchange(workbook, nullptr);  // closing frees it, whatever comes of it
    const lxw_error error = close_alone(closing);
    return error == LXW_NO_ERROR ? package_problem(path) : library_error_text(error);
  }

  static lxw_workbook* open(const std::filesystem::path& where) {
    std::string folder = parts_folder(where);
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    return workbook_new_opt(where.c_str(), &options);
  }
};

WorkbookFile::WorkbookFile(const std::filesystem::path& path, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(path, diagnostics)) {}

WorkbookFile::~WorkbookFile() {
  if (impl_->workbook != nullptr) lxw_workbook_free(impl_->workbook);
}

void WorkbookFile::set_properties(const WorkbookProperties& properties) {
  if (impl_->workbook == nullptr) return;
  std::string title = properties.title;
  std::string author = properties.author;
  lxw_doc_properties values{};
  values.title = title.data();
  values.author = author.data();
  values.company = author.data();
  values.created = end_of_year(properties.year);
  const lxw_error error = workbook_set_properties(impl_->workbook, &values);
  if (error == LXW_NO_ERROR) return;
  impl_->ok = false;
  impl_->diagnostics.error("E0857", {}, "工作簿的标题或单位名称没有写成：" + library_error_text(error),
                           "标题和单位名称各不超过 255 个字");
}

SheetWriter* WorkbookFile::add_sheet(const std::string& name, const std::string& group) {
  std::string problem = sheet_name_problem(name);
  if (problem.empty() && !impl_->names.insert(sheet_name_key(name)).second) problem = "名称与另一张工作表相同";
  lxw_worksheet* sheet = nullptr;
  if (problem.empty() && impl_->workbook != nullptr) {
    sheet = workbook_add_worksheet(impl_->workbook, name.c_str());
    if (sheet == nullptr) problem = "名称不被接受";
  }
  if (sheet != nullptr) {
    return &impl_->sheets.emplace_back(sheet, name, group, impl_->formats, impl_->diagnostics);
  }
  impl_->ok = false;
  if (!problem.empty()) {
    impl_->diagnostics
        .error("E0851", {}, "工作表“" + name + "”不能用：" + problem,
               "在版式包的表定义里改工作表名称：不超过 31 个字，不含 [ ] : * ? / \\，互不相同")
        .group = group;
  }
  return nullptr;
}

bool WorkbookFile::has_sheet(const std::string& name) const {
  return impl_->names.contains(sheet_name_key(name));
}

bool WorkbookFile::add_chart(SheetWriter& sheet, const NativeChart& chart) {
  if (insert_native_chart(impl_->workbook, sheet, chart)) return true;
  impl_->ok = false;
  impl_->diagnostics.error("E0857", {}, "图“" + chart.title + "”没有放进工作簿",
                           "这多半是程序的缺陷，请连同账本一起报告");
  return false;
}

bool WorkbookFile::close() {
  const bool cells_ok =
      std::all_of(impl_->sheets.begin(), impl_->sheets.end(), [](const SheetWriter& sheet) { return sheet.ok(); });
  if (!impl_->ok || !cells_ok || impl_->workbook == nullptr) return false;
  const std::string problem = impl_->finish();
  if (problem.empty()) return true;
  std::error_code ignored;
  std::filesystem::remove(impl_->path, ignored);
  impl_->diagnostics.error("E0858", {}, "工作簿“" + impl_->path.filename().string() + "”没有写成：" + problem,
                           "检查磁盘空间和写入权限，然后重新生成");
  return false;
}

}  // namespace gongkai
