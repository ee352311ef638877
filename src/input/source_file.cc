#include "input/source_file.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "input/not_text.h"

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

/// The place of byte `offset`.
Span place_of(FileId file, std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::ranges::count(before, '\n');
  const std::size_t column = count_characters(before.substr(before.rfind('\n') + 1)) + 1;
  return {file, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column), 1};
}

/// A carriage return that is no part of a line end: YAML takes it for one, editors do not.
std::optional<std::size_t> find_lone_return(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (!text.substr(at + 1).starts_with('\n')) return at;
  }
  return std::nullopt;
}

/// False after reporting E0103 or E0107.
bool check_text(FileId file, const std::string& path, std::string_view text, Diagnostics& diagnostics) {
  auto bad = find_invalid_utf8(text);
  if (!bad && text.find('\0') != std::string_view::npos) bad = text.find('\0');
  if (bad) {
    NotText kind = guess_kind(text);
    diagnostics.error("E0103", place_of(file, text, *bad), "“" + path + "”" + kind.what, std::move(kind.hint));
    return false;
  }
  const auto lone = find_lone_return(text);
  if (lone) {
    diagnostics.error("E0107", place_of(file, text, *lone), "“" + path + "”里有单独的回车符（CR），分不清哪里换行",
                      "请用文本编辑器把换行存成 Windows（CRLF）或 Unix（LF）格式");
  }
  return !lone;
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
  return check_text(file, shown, text, diagnostics) ? std::optional(file) : std::nullopt;
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
