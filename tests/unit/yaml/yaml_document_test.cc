// The tree of a YAML text, its places, and what is refused that YAML accepts.
#include <gtest/gtest.h>

#include "parsed.h"

namespace gongkai {
namespace {

using test::Parsed;
using test::Places;

std::string place(const Span& span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length);
}

TEST(ParseYaml, KeepsKindsOrderAndPlaces) {
  const Parsed parsed("乙: 一二三\n甲: [1, {丙: 2}]\n丁:\n");
  ASSERT_TRUE(parsed.document.complete);
  EXPECT_EQ(parsed.problems(), Places{});
  const std::vector<YamlEntry>& entries = parsed.document.root->entries;
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].key, "乙");
  EXPECT_EQ(place(entries[0].value.span), "1:4+3");
  EXPECT_EQ(place(entries[1].key_span), "2:1+1");
  ASSERT_EQ(entries[1].value.kind, YamlKind::List);
  EXPECT_TRUE(entries[1].value.flow);
  const YamlNode& inner = entries[1].value.entries[1].value;
  EXPECT_EQ(inner.kind, YamlKind::Map);
  EXPECT_EQ(place(inner.find("丙")->span), "2:12+1");
  EXPECT_EQ(entries[2].value.kind, YamlKind::Null);
}

TEST(ParseYaml, CountsCharactersNotBytesAfterOtherTokensOfTheLine) {
  const Parsed parsed("{甲乙: 丙, 丁戊: '己庚'}\n");
  EXPECT_EQ(place(parsed.at("甲乙").span), "1:6+1");
  EXPECT_EQ(place(parsed.document.root->entries[1].key_span), "1:9+2");
  EXPECT_EQ(place(parsed.at("丁戊").span), "1:13+4");
}

TEST(ParseYaml, UnifiesKeysButNotValues) {
  const Parsed parsed("'\u3000甲(乙) ': 丙(丁)\n");
  EXPECT_EQ(parsed.at("甲（乙）").text, "丙(丁)");
}

TEST(CleanKey, CutsBlanksOfAnyKindAndNothingElse) {
  for (const std::string blank : {" ", "\t", "\r", "\n", "\u3000", "\u00A0", "\u200B", "\uFEFF"}) {
    EXPECT_EQ(clean_key(blank + "甲" + blank + "乙"), "甲" + blank + "乙");
    EXPECT_EQ(clean_key("甲" + blank), "甲");
    EXPECT_EQ(clean_key(" " + blank + "甲(乙)" + blank + " "), "甲（乙）");
    EXPECT_EQ(clean_key(blank), "");
  }
  // Each ends or begins with a byte that a blank ends or begins with.
  for (const std::string key : {"、", "　甲、", "“甲”", "（甲）", "éà", "怀", "一", "耀"}) {
    const std::string cleaned = clean_key(key);
    EXPECT_EQ(cleaned, key.starts_with("　") ? "甲、" : key);
  }
}

TEST(ParseYaml, ALiteralBlockKnowsThePlaceOfEachLine) {
  const Parsed parsed("甲: |\n  一\n\n  二三\n");
  const YamlNode& block = parsed.at("甲");
  EXPECT_EQ(block.style, YamlStyle::Literal);
  EXPECT_EQ(block.text, "一\n\n二三\n");
  ASSERT_EQ(block.lines.size(), 3U);
  EXPECT_EQ(place(block.lines[0]), "2:3+1");
  EXPECT_EQ(place(block.lines[2]), "4:3+2");
}

TEST(ParseYaml, MarksTextThatRunsOverSeveralLines) {
  const Parsed parsed("甲: 一\n  二\n乙: '三\n  四'\n丙: 五\n");
  EXPECT_TRUE(parsed.at("甲").folded);
  EXPECT_TRUE(parsed.at("乙").folded);
  EXPECT_FALSE(parsed.at("丙").folded);
}

TEST(ParseYaml, AnEmptyListItemStandsAtItsDash) {
  const Parsed parsed("甲:\n  - 一\n  -\n乙: 二\n");
  EXPECT_EQ(place(parsed.at("甲").entries[1].value.span), "3:3+1");
}

TEST(TextOrigin, IsInsideTheQuotes) {
  const Parsed parsed("甲: 一\n乙: '二'\n丙: [\"三\"]\n丁: ''\n");
  EXPECT_EQ(text_origin(parsed.at("甲")).column, 4U);
  EXPECT_EQ(text_origin(parsed.at("乙")).column, 5U);
  EXPECT_EQ(text_origin(parsed.at("丙").entries[0].value).column, 6U);
  EXPECT_EQ(text_origin(parsed.at("丁")).column, 5U);
}

TEST(ParseYaml, RefusesRepeatedKeysAnchorsAliasesAndTags) {
  EXPECT_EQ(Parsed("甲: 1\n甲: 2\n").problems(), Places{"E0207:2:1"});
  EXPECT_EQ(Parsed("甲(乙): 1\n甲（乙）: 2\n").problems(), Places{"E0207:2:1"});
  EXPECT_EQ(Parsed("甲: &a 1\n乙: *a\n").problems(), (Places{"E0204:1:4", "E0204:2:4"}));
  EXPECT_EQ(Parsed("甲: !!str 1\n").problems(), Places{"E0204:1:4"});
}

TEST(ParseYaml, ARepeatedKeyNamesTheEarlierPlace) {
  const Parsed parsed("甲: 1\n乙: 2\n甲: 3\n");
  ASSERT_EQ(parsed.diagnostics.items().size(), 1U);
  EXPECT_EQ(parsed.diagnostics.items()[0].notes.at(0).span.line, 1U);
  EXPECT_TRUE(parsed.document.root->entries[2].repeated);
}

TEST(ParseYaml, RefusesASecondDocumentAndAnEmptyOne) {
  const Parsed two("甲: 1\n---\n乙: 2\n");
  EXPECT_EQ(two.problems(), Places{"E0205:2:1"});
  EXPECT_EQ(two.at("甲").text, "1");
  const Parsed none("# 说明\n");
  EXPECT_EQ(none.problems(), Places{"E0205:1:1"});
  EXPECT_TRUE(none.document.complete);
  EXPECT_FALSE(none.document.root.has_value());
}

TEST(ParseYaml, RefusesKeysThatAreNoWords) {
  EXPECT_EQ(Parsed("甲: {[1]: 2, '': 3, 乙: 4}\n").problems(), (Places{"E0206:1:5", "E0206:1:13"}));
}

TEST(ParseYaml, ReportsAnAmountCutByItsSeparators) {
  const Parsed parsed("甲: {乙: 1,234.56, 丙: 7}\n");
  ASSERT_EQ(parsed.problems(), Places{"E0213:1:8"});
  EXPECT_EQ(parsed.diagnostics.items()[0].hint, "应写 1234.56");
  ASSERT_EQ(parsed.at("甲").entries.size(), 2U);
  EXPECT_TRUE(parsed.at("甲").entries[0].value.broken);
}

TEST(ParseYaml, ASyntaxErrorIsReportedOnceAtItsCause) {
  const Parsed parsed("标题: 甲\n列: [乙\n行: }\n");
  EXPECT_EQ(parsed.problems(), Places{"E0201:2:4"});
  EXPECT_FALSE(parsed.document.complete);
}

TEST(ParseYaml, SaysWhereASyntaxErrorStoppedIt) {
  const Parsed parsed("甲: 一\n乙: [二\n");
  EXPECT_EQ(parsed.problems(), Places{"E0201:2:4"});
  ASSERT_TRUE(parsed.document.stopped_at.has_value());
  EXPECT_EQ(place(*parsed.document.stopped_at), "3:1+1");
  EXPECT_FALSE(Parsed("甲: 一\n").document.stopped_at.has_value());
  EXPECT_FALSE(Parsed("甲:\n\t乙: 1\n").document.stopped_at.has_value());
}

TEST(ParseYaml, KeepsWhatStandsBeforeASyntaxError) {
  const Parsed parsed("甲: 一\n乙: 二\n丙: @三\n");
  EXPECT_FALSE(parsed.document.complete);
  ASSERT_TRUE(parsed.document.root.has_value());
  EXPECT_EQ(parsed.at("甲").text, "一");
  EXPECT_EQ(parsed.document.root->find("丙"), nullptr);
}

TEST(ParseYaml, ReportsAQuoteThatIsNeverClosed) {
  EXPECT_EQ(Parsed("甲: 一\n乙: '二\n丙: 三\n").problems(), Places{"E0201:2:4"});
}

TEST(ParseYaml, RefusesTabsAndFullWidthBlanksAsIndentation) {
  EXPECT_EQ(Parsed("甲:\n\t乙: 1\n　丙: 2\n").problems(), (Places{"E0202:2:1", "E0202:3:1"}));
  EXPECT_EQ(Parsed("甲: 一\t\n乙: 二　三\n").problems(), Places{});
}

TEST(ParseYaml, MeetsHostileDepthWithOneError) {
  std::string stairs;
  for (std::size_t i = 0; i < 3000; ++i) stairs += std::string(i, ' ') + "甲:\n";
  std::string marks;
  for (int i = 0; i < 50; ++i) marks += "? ";
  for (const std::string& text : {std::string(100'000, '['), std::string(100'000, '{'), stairs, marks + "a\n",
                                  "甲: " + std::string(kMaxYamlDepth, '[') + std::string(kMaxYamlDepth, ']')}) {
    const Parsed parsed(text);
    ASSERT_EQ(parsed.diagnostics.items().size(), 1U) << text.substr(0, 40);
    EXPECT_EQ(parsed.diagnostics.items()[0].code, "E0203") << text.substr(0, 40);
    EXPECT_FALSE(parsed.document.complete);
  }
}

}  // namespace
}  // namespace gongkai
