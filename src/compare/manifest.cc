#include "compare/manifest.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/sha256.h"
#include "base/json_text.h"

namespace gongkai {

using Json = nlohmann::json;

// Found by the library through its argument's namespace.
static void from_json(const Json& json, FileRecord& file) {
  json.at(0).get_to(file.file);
  json.at(1).get_to(file.sha256);
}

namespace {

constexpr const char* kFormat = "gongkai-2";
// A record is three lines: the manifest, the content, and the digest of the two lines.
constexpr std::string_view kBegin = "{\"record\":";
constexpr std::string_view kContent = ",\n\"content\":";
constexpr std::string_view kDigest = ",\n\"sha256\":\"";
constexpr std::string_view kEnd = "\"}\n";

void add_files(const std::vector<FileRecord>& files, JsonText& json) {
  json.open('[');
  for (const FileRecord& file : files) json.open('[').add(file.file).add(file.sha256).close(']');
  json.close(']');
}

std::string manifest_json(const Manifest& manifest) {
  JsonText json;
  json.open('{').key("format").add(kFormat).key("program").add(manifest.program).key("unit").add(manifest.unit);
  json.key("pack").add(manifest.pack).key("settings").add(manifest.settings).key("fonts").add(manifest.fonts);
  json.key("pages").add(manifest.pages).key("warnings").add(manifest.warnings).key("inputs");
  add_files(manifest.inputs, json);
  json.key("outputs");
  add_files(manifest.outputs, json);
  json.close('}');
  return json.take();
}

std::optional<Manifest> read_manifest(const Json& json) {
  if (json.at("format") != kFormat) return std::nullopt;
  Manifest manifest;
  json.at("program").get_to(manifest.program);
  json.at("unit").get_to(manifest.unit);
  json.at("pack").get_to(manifest.pack);
  json.at("settings").get_to(manifest.settings);
  json.at("fonts").get_to(manifest.fonts);
  json.at("pages").get_to(manifest.pages);
  json.at("warnings").get_to(manifest.warnings);
  json.at("inputs").get_to(manifest.inputs);
  json.at("outputs").get_to(manifest.outputs);
  return manifest;
}

/// The two lines a record's digest is of; empty when it is another's, or none.
std::optional<std::string_view> digested_part(std::string_view text) {
  const std::size_t end = text.rfind(kDigest);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view lines = text.substr(0, end);
  const bool whole = text.substr(end) == std::string(kDigest) + sha256(lines) + std::string(kEnd);
  return whole ? std::optional(lines) : std::nullopt;
}

}  // namespace

std::string record_json(const Manifest& manifest, const std::string& content) {
  std::string text(kBegin);
  text += manifest_json(manifest);
  text += kContent;
  text += content;
  const std::string digest = sha256(text);
  text += kDigest;
  text += digest;
  text += kEnd;
  return text;
}

std::optional<BuildRecord> parse_record(const std::string& text) {
  const std::optional<std::string_view> lines = digested_part(text);
  const std::size_t border = lines ? lines->find(kContent) : std::string_view::npos;
  if (border == std::string_view::npos || !lines->starts_with(kBegin)) return std::nullopt;
  try {
    std::optional<Manifest> manifest = read_manifest(Json::parse(lines->substr(kBegin.size(), border - kBegin.size())));
    if (!manifest) return std::nullopt;
    return BuildRecord{std::move(*manifest), std::string(lines->substr(border + kContent.size()))};
  } catch (const std::exception&) {
    return std::nullopt;  // a damaged or foreign file is as good as none
  }
}

}  // namespace gongkai
