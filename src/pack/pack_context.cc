#include "pack/pack_context.h"

#include <string>
#include <utility>

#include "base/utf8.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

constexpr std::size_t kMaxFileBytes = 4U << 20U;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void report(const PackContext& context, const std::filesystem::path& path, std::string message, std::string hint) {
  const FileId file = context.sources.add(path.string(), {});
  context.diagnostics.error("E0523", {.file = file}, std::move(message), std::move(hint));
}

}  // namespace

std::optional<FileId> read_pack_file(const PackContext& context, const std::filesystem::path& path) {
  if (!context.world.is_file(path)) return std::nullopt;
  ReadResult read = context.world.read_file(path, kMaxFileBytes);
  if (read.status != ReadStatus::Ok) {
    report(context, path, "版式包的文件读不了", "查一查文件的权限；一个文件不得超过 4 MB");
    return std::nullopt;
  }
  if (read.text.starts_with(kByteOrderMark)) read.text.erase(0, kByteOrderMark.size());
  if (const auto bad = find_invalid_utf8(read.text)) {
    report(context, path, "不是 UTF-8 编码（第 " + std::to_string(*bad + 1) + " 个字节起）", "用编辑器另存为 UTF-8");
    return std::nullopt;
  }
  return context.sources.add(path.string(), std::move(read.text));
}

std::optional<YamlNode> read_pack_yaml(const PackContext& context, const std::filesystem::path& path) {
  const auto file = read_pack_file(context, path);
  return file ? parse_pack_yaml(*file, context.sources, context.diagnostics) : std::nullopt;
}

std::optional<YamlNode> parse_pack_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  YamlDocument document = parse_yaml(file, sources, diagnostics);
  return document.complete ? std::move(document.root) : std::nullopt;
}

}  // namespace gongkai
