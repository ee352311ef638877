#include "input/source_file.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string trouble(ReadStatus status) {
  switch (status) {
    case ReadStatus::NotFound:
      return "没有这个文件";
    case ReadStatus::NotAFile:
      return "这不是一个文件";
    case ReadStatus::TooLarge:
      return "文件太大";
    case ReadStatus::Unreadable:
      return "文件读不了";
    case ReadStatus::Ok:
      break;
  }
  return {};
}

void report_encoding(FileId file, const std::string& path, std::string_view text, std::size_t offset,
                     Diagnostics& diagnostics) {
  const auto line = 1 + std::ranges::count(text.substr(0, offset), '\n');
  diagnostics.error("E0103", {file, static_cast<std::uint32_t>(line), 1, 1}, "“" + path + "”不是 UTF-8 编码",
                    "请用记事本等另存为 UTF-8（原来多半是 GBK／ANSI）");
}

/// The path without "." and doubled slashes, when it stays inside the folder.
std::optional<fs::path> inside_folder(const std::string& name) {
  const fs::path path(name);
  if (name.empty() || path.is_absolute() || name.find('\\') != std::string::npos ||
      name.find('\0') != std::string::npos) {
    return std::nullopt;
  }
  const bool climbs = std::ranges::any_of(path, [](const fs::path& part) { return part == ".."; });
  return climbs ? std::nullopt : std::optional(path.lexically_normal());
}

bool passes_a_link(const World& world, const fs::path& folder, const fs::path& relative) {
  fs::path at = folder;
  for (const fs::path& part : relative) {
    at /= part;
    if (world.is_symlink(at)) return true;
  }
  return false;
}

}  // namespace

std::optional<FileId> load_source(const World& world, const fs::path& path, std::size_t max_bytes, Span place,
                                  Sources& sources, Diagnostics& diagnostics) {
  ReadResult read = world.read_file(path, max_bytes);
  const std::string shown = path.string();
  if (read.status != ReadStatus::Ok) {
    if (!place.known()) place = {sources.add(shown, ""), 0, 0, 1};
    const bool large = read.status == ReadStatus::TooLarge;
    diagnostics.error(
        large ? "E0102" : "E0101", place, trouble(read.status) + "：" + shown,
        large ? "一个文件最多 " + std::to_string(max_bytes / 1024) + " KB" : "请检查文件名和所在的文件夹");
    return std::nullopt;
  }
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (read.text.starts_with(kByteOrderMark)) read.text.erase(0, kByteOrderMark.size());
  const FileId file = sources.add(shown, std::move(read.text));
  const std::string& text = sources.file(file).text;
  const auto invalid = find_invalid_utf8(text);
  if (invalid) report_encoding(file, shown, text, *invalid, diagnostics);
  const bool binary = !invalid && text.find('\0') != std::string::npos;
  if (binary)
    diagnostics.error("E0103", {file, 1, 1, 1}, "“" + shown + "”不是文本文件", "请用文本编辑器存为 UTF-8 文本");
  return invalid || binary ? std::nullopt : std::optional(file);
}

std::optional<FileId> load_text_file(const std::string& name, Span place, ReadContext& context) {
  const auto relative = inside_folder(name);
  if (!relative) {
    context.diagnostics.error("E0104", place, "文件路径“" + name + "”不能用",
                              "只能写本单位文件夹里的相对路径，不用 ..，分隔用 /");
    return std::nullopt;
  }
  if (passes_a_link(context.world, context.folder, *relative)) {
    context.diagnostics.error("E0104", place, "“" + name + "”是链接，不能用", "请放实际的文件");
    return std::nullopt;
  }
  return load_source(context.world, context.folder / *relative, kMaxTextBytes, place, context.sources,
                     context.diagnostics);
}

}  // namespace gongkai
