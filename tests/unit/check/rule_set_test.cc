// rules.yaml: what is refused when a pack is loaded.
#include "check/rule_set.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace gongkai {
namespace {

std::string base_facts() {
  std::ifstream stream(std::string(GONGKAI_SOURCE_DIR) + "/templates/base/facts.yaml", std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

struct Loaded {
  RuleSet rules;
  std::vector<std::string> codes;
};

Loaded load(std::map<std::string, std::string> files, const std::vector<std::string>& paths) {
  Sources sources;
  Diagnostics diagnostics;
  FactCatalog catalog;
  catalog.load(sources.add("facts.yaml", base_facts()), sources, diagnostics);
  Loaded loaded;
  loaded.rules = load_rules(MemoryWorld(std::move(files)), paths, catalog, sources, diagnostics);
  for (const Diagnostic& d : diagnostics.items()) loaded.codes.push_back(d.code);
  return loaded;
}

Loaded load_one(const std::string& text) {
  return load({{"/rules.yaml", text}}, {"/rules.yaml"});
}

using Codes = std::vector<std::string>;

TEST(LoadRules, RefusesAnUnknownKeyWithASuggestion) {
  EXPECT_EQ(load_one("规则:\n  E0399:\n    须: 有.上年\n    文: 不对\n    看看: 年度\n").codes, Codes{"E0560"});
}

TEST(LoadRules, RefusesAPairThatIsNone) {
  const Loaded loaded = load_one("规则:\n  E0399:\n    相等: [收支总计]\n    文: 不对\n");
  ASSERT_FALSE(loaded.codes.empty());
  EXPECT_EQ(loaded.codes.front(), "E0561");
}

TEST(LoadRules, RefusesAFileWithoutRules) {
  EXPECT_EQ(load_one("规定: {}\n").codes, Codes{"E0562"});
}

TEST(LoadRules, RefusesAnIncompleteRuleAndABadCode) {
  EXPECT_EQ(load_one("规则:\n  E0399:\n    须: 有.上年\n").codes, Codes{"E0563"});
  EXPECT_EQ(load_one("规则:\n  甲:\n    须: 有.上年\n    文: 不对\n").codes, Codes{"E0563"});
}

TEST(LoadRules, RefusesAFileThatCannotBeRead) {
  EXPECT_EQ(load({}, {"/rules.yaml"}).codes, Codes{"E0564"});
}

TEST(LoadRules, RefusesANameNobodyKnows) {
  const Loaded loaded = load_one("规则:\n  E0399:\n    须: 有.上一年\n    文: 不对\n");
  ASSERT_FALSE(loaded.codes.empty());
  EXPECT_EQ(loaded.codes.front(), "E0504");
}

TEST(LoadRules, ChecksTheValuesAMessageQuotes) {
  EXPECT_EQ(load_one("规则:\n  E0399:\n    须: 有.上年\n    文: '收入 {本年收入合计}'\n").codes, Codes());
  EXPECT_EQ(load_one("规则:\n  E0399:\n    须: 有.上年\n    文: '收入 {本年收入}'\n").codes, Codes{"E0504"});
}

TEST(LoadRules, ALaterFileReplacesARuleOfTheSameCode) {
  const std::string rule = "规则:\n  E0399:\n    须: 有.上年\n    文: ";
  const Loaded loaded = load({{"/a.yaml", rule + "甲\n"}, {"/b.yaml", rule + "乙\n"}}, {"/a.yaml", "/b.yaml"});
  ASSERT_EQ(loaded.rules.rules.size(), 1U);
  EXPECT_EQ(loaded.rules.rules.front().message, "乙");
}

std::vector<std::string> codes_said_of_rules(const std::string& own) {
  Sources sources;
  Diagnostics diagnostics;
  FactCatalog catalog;
  catalog.load(sources.add("facts.yaml", base_facts()), sources, diagnostics);
  const std::string upper = "规则:\n  E0399: {须: 有.上年, 文: 甲}\n";
  const RuleSet rules = load_rules(MemoryWorld({{"/a.yaml", upper}, {"/b.yaml", own}}), {"/a.yaml", "/b.yaml"}, catalog,
                                   sources, diagnostics);
  report_rule_codes(
      rules, [&](const Span& at) { return sources.file(at.file).path == "/b.yaml"; }, diagnostics);
  std::vector<std::string> codes;
  for (const Diagnostic& d : diagnostics.items()) codes.push_back(d.code);
  return codes;
}

TEST(RuleCodes, AreReportedWhenTheyReplaceAnUpperRuleOrLieOutsideTheNumbersOfRules) {
  EXPECT_EQ(codes_said_of_rules("规则:\n  E0399: {须: 有.上年, 文: 乙}\n"), Codes{"N0502"});
  EXPECT_EQ(codes_said_of_rules("规则:\n  W0400: {须: 有.上年, 文: 乙}\n"), Codes{"W0503"});
  EXPECT_EQ(codes_said_of_rules("规则:\n  W9000: {须: 有.上年, 文: 乙}\n"), Codes{"W0503"});
  EXPECT_EQ(codes_said_of_rules("规则:\n  W9001: {须: 有.上年, 文: 乙}\n  W0398: {须: 有.上年, 文: 乙}\n"), Codes());
}

}  // namespace
}  // namespace gongkai
