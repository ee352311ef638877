#include "compare/manifest.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "compare/comparison.h"
#include "compare/snapshot_json.h"

namespace gongkai {
namespace {

Snapshot sample() {
  Snapshot snapshot;
  snapshot.unit = "示范“中心”";
  snapshot.year = "2024";
  snapshot.figures = {{"支出.2080101", "10万元", "2024.yaml:5"}, {"支出.2080109", "", ""}};
  snapshot.facts = {{"合计", "13万元", {"支出.2080101", "支出.2080109"}}, {"合计.占比", "100%", {}}};
  snapshot.cells = {{"公开05表", "合计", "小计", "13.00", 1}, {"公开05表", "合计", "", "13.00", -1}};
  snapshot.sentences = {{"一、", "支出合计\n13万元。", 0, 1}, {"", "合计", -1, -1}};
  snapshot.pages = {{"", "aa"}, {"1", "bb"}};
  return snapshot;
}

Manifest sample_manifest() {
  Manifest manifest;
  manifest.program = "gongkai 1";
  manifest.unit = "示范“中心”";
  manifest.pack = "hubei";
  manifest.settings = "pdf,xlsx";
  manifest.fonts = "ff";
  manifest.pages = 3;
  manifest.warnings = 2;
  manifest.inputs = {{"单位/2024.yaml", sha256("一")}, {"单位/2023.yaml", ""}};
  manifest.outputs = {{"a\"b\n.pdf", "cc"}};
  return manifest;
}

TEST(BuildRecord, ComesBackAsItWas) {
  const std::string text = record_json(sample_manifest(), snapshot_json(sample()));
  const auto record = parse_record(text);
  ASSERT_TRUE(record);
  const auto snapshot = parse_snapshot(record->content);
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(record_json(record->manifest, snapshot_json(*snapshot)), text);
  EXPECT_EQ(record->manifest.unit, "示范“中心”");
  EXPECT_EQ(record->manifest.pages, 3U);
  EXPECT_EQ(record->manifest.inputs, sample_manifest().inputs);
  EXPECT_EQ(record->manifest.outputs, sample_manifest().outputs);
  EXPECT_EQ(snapshot->facts.at(0).inputs, sample().facts.at(0).inputs);
  EXPECT_EQ(snapshot->cells.at(1).page, -1);
  EXPECT_EQ(snapshot->sentences.at(0).last_page, 1);
  EXPECT_TRUE(compare_snapshots(*snapshot, sample()).empty());
}

TEST(BuildRecord, IsJson) {
  const auto json = nlohmann::json::parse(record_json(sample_manifest(), snapshot_json(sample())));
  EXPECT_EQ(json.at("record").at("outputs").at(0).at(0), "a\"b\n.pdf");
  EXPECT_EQ(json.at("content").at("texts").size(), 17U) << "each text once";
}

TEST(BuildRecord, OneOfNothingComesBack) {
  const auto record = parse_record(record_json({}, snapshot_json({})));
  ASSERT_TRUE(record);
  EXPECT_TRUE(parse_snapshot(record->content));
}

TEST(BuildRecord, AChangedOneIsNone) {
  const std::string text = record_json(sample_manifest(), snapshot_json(sample()));
  for (std::size_t at = 0; at < text.size(); ++at) {
    EXPECT_FALSE(parse_record(text.substr(0, at))) << at;
    std::string changed = text;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    EXPECT_FALSE(parse_record(changed)) << at;
  }
  EXPECT_FALSE(parse_record(text + "\n"));
}

TEST(BuildRecord, AForeignOneIsNone) {
  EXPECT_FALSE(parse_record("{\"format\":\"other\"}"));
  EXPECT_FALSE(parse_record("[1,2]"));
  // What the first form was: its digest is of the object alone.
  const std::string old = "{\"format\":\"gongkai-1\",\"program\":\"gongkai 1\"}";
  EXPECT_FALSE(parse_record("{\"record\":" + old + ",\n\"sha256\":\"" + sha256(old) + "\"}\n"));
  // Whole, but of a form yet to come.
  std::string lines = record_json({}, snapshot_json({}));
  lines = lines.substr(0, lines.rfind(",\n"));
  lines.replace(lines.find("gongkai-2"), 9, "gongkai-9");
  EXPECT_FALSE(parse_record(lines + ",\n\"sha256\":\"" + sha256(lines) + "\"}\n"));
}

TEST(BuildRecord, AContentThatIsNoneIsNotRead) {
  EXPECT_FALSE(parse_snapshot(""));
  EXPECT_FALSE(parse_snapshot("{}"));
  std::string text = snapshot_json(sample());
  text.replace(text.find("[[0,1,2]"), 8, "[[0,1,99]");
  EXPECT_FALSE(parse_snapshot(text)) << "a text that is not there";
}

}  // namespace
}  // namespace gongkai
