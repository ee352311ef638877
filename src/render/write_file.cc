#include "render/write_file.h"

#include <fstream>
#include <system_error>

namespace gongkai {

bool write_file(const std::filesystem::path& path, const std::string& bytes, Diagnostics& diagnostics) {
  std::filesystem::path part = path;
  part += ".part";
  std::error_code problem;
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) problem = std::make_error_code(std::errc::io_error);
  }
  if (!problem) std::filesystem::rename(part, path, problem);
  if (!problem) return true;
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  diagnostics.error("E0805", {}, "写不了文件 " + path.string(), "检查磁盘空间和文件夹的写权限，再重新生成");
  return false;
}

}  // namespace gongkai
