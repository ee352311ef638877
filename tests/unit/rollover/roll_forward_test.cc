// Every sample rolled forward: the new file has the old one's structure, every amount is blank, and filled with the old
// values again it reads as the same ledger.
#include "rollover/roll_forward.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "input/read_ledger.h"
#include "rollover/roll_rules.h"
#include "rollover/source_places.h"
#include "rollover/text_edits.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// All texts of a unit's folder, as "单位/…".
std::map<std::string, std::string> files_of(const std::string& sample) {
  const fs::path folder = fs::path(GONGKAI_SOURCE_DIR) / "data" / sample;
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files["单位/" + fs::relative(entry.path(), folder).string()] = read_text(entry.path());
  }
  return files;
}

struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  Ledger ledger;
  YamlNode root;
  std::string text;
};

Classification standard() {
  const RealWorld world(GONGKAI_SOURCE_DIR);
  Sources sources;
  Diagnostics diagnostics;
  return read_classification(world, sources, diagnostics);
}

void read_into(Reading& reading, const std::map<std::string, std::string>& files, const std::string& year) {
  const MemoryWorld world(files);
  const std::string path = "单位/" + year + ".yaml";
  ReadOutcome outcome = read_ledger(world, path, standard(), reading.sources, reading.diagnostics);
  ASSERT_TRUE(outcome.ledger) << render_text(reading.diagnostics, reading.sources);
  reading.ledger = std::move(*outcome.ledger);
  const FileId file = reading.ledger.year.key_span.file;
  reading.text = reading.sources.file(file).text;
  Diagnostics unheard;
  YamlDocument document = parse_yaml(file, reading.sources, unheard);
  ASSERT_TRUE(document.root && document.complete && !unheard.has_errors())
      << render_text(unheard, reading.sources) << reading.text;
  reading.root = std::move(*document.root);
}

/// The rolled file with the old file's values written behind the colons again.
class Refill {
 public:
  Refill(const Reading& rolled, const Reading& old)
      : rolled_(rolled),
        old_(old),
        new_lines_(rolled.root.span.file, rolled.text),
        old_lines_(old.root.span.file, old.text),
        new_places_(new_lines_),
        old_places_(old_lines_),
        edits_(rolled.text) {}

  std::string run() {
    fill(rolled_.root, old_.root);
    return edits_.apply(kRollMark);
  }
  std::size_t blanks() const { return blanks_; }

 private:
  void fill(const YamlNode& rolled, const YamlNode& old) {
    ASSERT_EQ(rolled.kind, old.kind) << rolled.span.line;
    ASSERT_EQ(rolled.flow, old.flow || old.entries.empty() || rolled.entries.empty()) << rolled.span.line;
    std::size_t at = 0;
    for (std::size_t i = 0; i < rolled.entries.size(); ++i, ++at) {
      const YamlEntry& entry = rolled.entries[i];
      while (at < old.entries.size() && old.entries[at].key != entry.key) ++at;  // dropped ones
      ASSERT_LT(at, old.entries.size()) << entry.key;
      fill_entry(entry, old.entries[at]);
    }
  }

  void fill_entry(const YamlEntry& rolled, const YamlEntry& old) {
    if (rolled.value.kind != YamlKind::Null) {
      if (!rolled.value.entries.empty()) fill(rolled.value, old.value);
      return;
    }
    ASSERT_NE(old.value.kind, YamlKind::Null) << old.key;
    ++blanks_;
    const std::size_t from = old_places_.offset(old.value.span);
    const std::size_t colon = new_places_.after_colon(rolled);
    edits_.replace(colon, colon, " " + old_.text.substr(from, old_places_.end(old.value) - from));
  }

  const Reading& rolled_;
  const Reading& old_;
  LineIndex new_lines_;
  LineIndex old_lines_;
  SourcePlaces new_places_;
  SourcePlaces old_places_;
  TextEdits edits_;
  std::size_t blanks_ = 0;
};

/// A typed tree as text, without places and without what rolling drops.
void describe(const AuthoredValue& value, const std::string& path, std::string& out) {
  for (const AuthoredValue& child : value.children) {
    const bool dropped = child.key == "上年" || child.key == "核对" || child.key == "年度" ||
                         (child.key == "得分" && path.find("指标") != std::string::npos);
    if (dropped) continue;
    out += path + "/" + child.key + ":" + std::to_string(static_cast<int>(child.kind)) + " " +
           std::to_string(child.amount.fen()) + " " + std::to_string(child.integer) + " " + to_string(child.decimal) +
           " " + child.text + (child.boolean ? " 是" : "") + "\n";
    for (const TextLine& line : child.lines) out += "  | " + line.text + "\n";
    describe(child, path + "/" + child.key, out);
  }
}

std::string describe(const Ledger& ledger) {
  std::string out;
  describe(ledger.year, "", out);
  for (const LedgerEntry& e : ledger.entries) {
    out += std::string(book_name(e.book)) + " " + e.fund + " " + e.code + " " + e.column + " " +
           std::to_string(e.amount.fen()) + "\n";
  }
  return out;
}

class Samples : public testing::TestWithParam<std::string> {};

TEST_P(Samples, FilledAgainAreTheSameLedger) {
  auto files = files_of(GetParam());
  Reading old;
  read_into(old, files, "2024");
  const RolledYear result = roll_forward(old.text, old.root, old.ledger);
  files["单位/2025.yaml"] = result.text;
  Reading rolled;
  read_into(rolled, files, "2025");
  EXPECT_EQ(rolled.ledger.year_number, 2025);
  EXPECT_TRUE(rolled.ledger.entries.empty()) << "amounts are left";
  EXPECT_EQ(rolled.ledger.year.find("上年"), nullptr);
  EXPECT_EQ(rolled.ledger.year.find("核对"), nullptr);
  for (const Diagnostic& d : rolled.diagnostics.items()) {
    EXPECT_TRUE(d.severity == Severity::Note || d.code.ends_with("0231") || d.code == "W0363")
        << render_text(d, rolled.sources);
  }
  Refill refill(rolled, old);
  files["单位/2025.yaml"] = refill.run();
  EXPECT_EQ(refill.blanks(), result.figures + result.texts);
  Reading filled;
  read_into(filled, files, "2025");
  std::istringstream now(describe(filled.ledger));
  std::istringstream before(describe(old.ledger));
  for (std::string a, b; std::getline(before, b);) {
    std::getline(now, a);
    ASSERT_EQ(a, b);
  }
}

TEST_P(Samples, RolledTwiceKeepNoOldRemarks) {
  auto files = files_of(GetParam());
  Reading old;
  read_into(old, files, "2024");
  files["单位/2025.yaml"] = roll_forward(old.text, old.root, old.ledger).text;
  Reading rolled;
  read_into(rolled, files, "2025");
  const std::string again = roll_forward(rolled.text, rolled.root, rolled.ledger).text;
  EXPECT_EQ(again.find(kRollMark), std::string::npos) << again;
  EXPECT_EQ(again.find(kRollHead, again.find("年度")), std::string::npos);
  EXPECT_NE(again.find("年度: 2026"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Rollover, Samples, testing::Values("gedian", "jianghan", "shifan", "wuhai"));

/// The rolled text of a small file, without the two lines of advice.
std::string roll(const std::string& year) {
  Reading old;
  const std::string unit =
      "名称: 示范市测试中心\n类型: 单位\n性质: 公益一类事业单位\n主管部门: 示范市测试局\n财政级次: 市级\n"
      "模板: 测试版式\n主要职责: 承担测试工作\n";
  read_into(old, {{"单位/unit.yaml", unit}, {"单位/2024.yaml", year}}, "2024");
  std::string text = roll_forward(old.text, old.root, old.ledger).text;
  for (int i = 0; i < 2; ++i) text.erase(0, text.find('\n') + 1);
  return text;
}

constexpr const char* kBooks =
    "年度: 2024\n金额单位: 万元\n收入:\n  一般公共预算: {2080101: 10}\n支出:\n  一般公共预算:\n"
    "    2080101: {基本支出: 10}  # 含补发\n国有资产: {车辆: {}, 百万元以上设备: 0}\n";

TEST(RollForward, KeepsOnesOwnCommentsAndMovesTheYearOnTop) {
  const std::string rolled = roll(std::string("# 2024 年的账，上年见 2023.yaml，电话 120245\n") + kBooks);
  EXPECT_TRUE(rolled.starts_with("# 2025 年的账，上年见 2024.yaml，电话 120245\n年度: 2025\n")) << rolled;
  EXPECT_NE(rolled.find("2080101: {基本支出: }  # 含补发"), std::string::npos) << rolled;
}

TEST(RollForward, DropsLastYearsTotalsWithTheirComment) {
  const std::string rolled =
      roll(std::string(kBooks) + "\n# 去年公开的数\n上年:\n  收支总计: 9\n\n原因:\n  收支总计: 人员增加\n" +
           "机关运行经费: {上年: 3}\n公用经费: {上年: 3, 变动原因: 压减, 年初预算: 4}\n");
  EXPECT_EQ(rolled.find("去年公开的数"), std::string::npos) << rolled;
  EXPECT_EQ(rolled.find("收支总计: 9"), std::string::npos) << rolled;
  EXPECT_NE(rolled.find("机关运行经费: {}\n"), std::string::npos) << rolled;
  EXPECT_NE(rolled.find("公用经费: {变动原因: , 年初预算: }"), std::string::npos) << rolled;
}

TEST(RollForward, TakesAMapOverSeveralLines) {
  const std::string rolled = roll(std::string(kBooks) + "核对: {收支总计: 10,\n  本年收入合计: 10}\n" +
                                  "政府采购: {货物: 1,\n  服务: 2, 总额: }\n");
  EXPECT_EQ(rolled.find("核对"), std::string::npos) << rolled;
  EXPECT_NE(rolled.find("政府采购: {货物: ,"), std::string::npos) << rolled;
  EXPECT_NE(rolled.find("  服务: , 总额: }"), std::string::npos) << rolled;
}

TEST(RollForward, TellsOfKeptTextsThatNameTheOldYear) {
  Reading old;
  const std::string unit = "名称: 甲\n类型: 单位\n性质: 公益一类事业单位\n财政级次: 市级\n模板: 乙\n主要职责: 丙\n";
  const std::string projects = "项目绩效:\n  - {项目: 2024年设备更新, 预算数: 1, 执行数: 1, 自评得分: 90}\n";
  read_into(old, {{"单位/unit.yaml", unit}, {"单位/2024.yaml", kBooks + projects}}, "2024");
  const RolledYear rolled = roll_forward(old.text, old.root, old.ledger);
  ASSERT_EQ(rolled.still_named.size(), 1U);
  EXPECT_EQ(rolled.still_named.front().line, 10U);
}

TEST(RollRules, NameKeysOfTheSchema) {
  AuthoredValue number;
  number.kind = ValueKind::Number;
  EXPECT_EQ(roll_action({"项目绩效", "", "指标", "", "目标"}, number), RollAction::Keep);
  EXPECT_EQ(roll_action({"项目绩效", "", "指标", "", "得分"}, number), RollAction::Drop);
  EXPECT_EQ(roll_action({"项目绩效", "", "评价", "", "得分"}, number), RollAction::Clear);
  EXPECT_EQ(roll_action({"项目绩效", "", "自评得分"}, number), RollAction::Clear);
}

}  // namespace
}  // namespace gongkai
