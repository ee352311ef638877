#include "compare/manifest.h"

#include <exception>
#include <nlohmann/json.hpp>

#include "base/sha256.h"

namespace gongkai {

using Json = nlohmann::ordered_json;

// Rows are arrays, not objects: a record holds thousands of them. Found by the library through their argument's
// namespace.

static void to_json(Json& json, const FileRecord& file) {
  json = Json::array({file.file, file.sha256});
}
static void from_json(const Json& json, FileRecord& file) {
  json.at(0).get_to(file.file);
  json.at(1).get_to(file.sha256);
}

static void to_json(Json& json, const SnapFigure& figure) {
  json = Json::array({figure.path, figure.text, figure.place});
}
static void from_json(const Json& json, SnapFigure& figure) {
  json.at(0).get_to(figure.path);
  json.at(1).get_to(figure.text);
  json.at(2).get_to(figure.place);
}

static void to_json(Json& json, const SnapFact& fact) {
  json = Json::array({fact.name, fact.text, fact.inputs});
}
static void from_json(const Json& json, SnapFact& fact) {
  json.at(0).get_to(fact.name);
  json.at(1).get_to(fact.text);
  json.at(2).get_to(fact.inputs);
}

static void to_json(Json& json, const SnapCell& cell) {
  json = Json::array({cell.table, cell.row, cell.column, cell.text, cell.page});
}
static void from_json(const Json& json, SnapCell& cell) {
  json.at(0).get_to(cell.table);
  json.at(1).get_to(cell.row);
  json.at(2).get_to(cell.column);
  json.at(3).get_to(cell.text);
  json.at(4).get_to(cell.page);
}

static void to_json(Json& json, const SnapSentence& sentence) {
  json = Json::array({sentence.section, sentence.text, sentence.page, sentence.last_page});
}
static void from_json(const Json& json, SnapSentence& sentence) {
  json.at(0).get_to(sentence.section);
  json.at(1).get_to(sentence.text);
  json.at(2).get_to(sentence.page);
  json.at(3).get_to(sentence.last_page);
}

static void to_json(Json& json, const SnapPage& page) {
  json = Json::array({page.label, page.digest});
}
static void from_json(const Json& json, SnapPage& page) {
  json.at(0).get_to(page.label);
  json.at(1).get_to(page.digest);
}

namespace {

constexpr const char* kFormat = "gongkai-1";

/// File names may hold any bytes; everything else is UTF-8.
std::string bytes_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json snapshot_json(const Snapshot& snapshot) {
  return {{"unit", snapshot.unit},        {"year", snapshot.year},   {"figures", snapshot.figures},
          {"facts", snapshot.facts},      {"cells", snapshot.cells}, {"sentences", snapshot.sentences},
          {"page_labels", snapshot.pages}};
}

void read_snapshot(const Json& json, Snapshot& out) {
  json.at("unit").get_to(out.unit);
  json.at("year").get_to(out.year);
  json.at("figures").get_to(out.figures);
  json.at("facts").get_to(out.facts);
  json.at("cells").get_to(out.cells);
  json.at("sentences").get_to(out.sentences);
  json.at("page_labels").get_to(out.pages);
}

Manifest read_content(const Json& content) {
  Manifest manifest;
  content.at("program").get_to(manifest.program);
  content.at("pack").get_to(manifest.pack);
  content.at("settings").get_to(manifest.settings);
  content.at("fonts").get_to(manifest.fonts);
  content.at("pages").get_to(manifest.pages);
  content.at("warnings").get_to(manifest.warnings);
  content.at("inputs").get_to(manifest.inputs);
  content.at("outputs").get_to(manifest.outputs);
  read_snapshot(content.at("content"), manifest.snapshot);
  return manifest;
}

}  // namespace

std::string manifest_json(const Manifest& manifest) {
  const Json content = {{"format", kFormat},
                        {"program", manifest.program},
                        {"pack", manifest.pack},
                        {"settings", manifest.settings},
                        {"fonts", manifest.fonts},
                        {"pages", manifest.pages},
                        {"warnings", manifest.warnings},
                        {"inputs", manifest.inputs},
                        {"outputs", manifest.outputs},
                        {"content", snapshot_json(manifest.snapshot)}};
  const std::string bytes = bytes_of(content);
  return "{\"record\":" + bytes + ",\n\"sha256\":\"" + sha256(bytes) + "\"}\n";
}

std::optional<Manifest> parse_manifest(const std::string& text) {
  try {
    const Json root = Json::parse(text);
    const Json& content = root.at("record");
    if (content.at("format") != kFormat || root.at("sha256") != sha256(bytes_of(content))) return std::nullopt;
    return read_content(content);
  } catch (const std::exception&) {
    return std::nullopt;  // a damaged or foreign file is as good as none
  }
}

}  // namespace gongkai
