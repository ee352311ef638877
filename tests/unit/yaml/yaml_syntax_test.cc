// Where our reading of YAML differs from libyaml's, and how its errors are said.
#include <gtest/gtest.h>

#include "parsed.h"

namespace gongkai {
namespace {

using test::Parsed;
using test::Places;

/// "代码:行:列 消息" of the only problem.
std::string only_problem(const std::string& text) {
  const Parsed parsed(text);
  if (parsed.diagnostics.items().size() != 1) return std::to_string(parsed.diagnostics.items().size()) + " problems";
  return parsed.problems().front() + " " + parsed.diagnostics.items().front().message;
}

TEST(YamlSyntax, AKeyInBracesMayEndInItsColon) {
  const Parsed parsed("甲: {乙:, 丙 :, 丁: 1, 戊:}\n");
  EXPECT_EQ(parsed.problems(), Places{});
  const YamlNode& map = parsed.at("甲");
  ASSERT_EQ(map.entries.size(), 4U);
  EXPECT_EQ(map.entries[0].key, "乙");
  EXPECT_EQ(map.entries[0].key_span.length, 1U);
  EXPECT_EQ(map.entries[0].value.kind, YamlKind::Null);
  EXPECT_EQ(map.entries[1].key, "丙");
  EXPECT_EQ(map.entries[2].value.text, "1");
  EXPECT_EQ(map.entries[3].key, "戊");
  EXPECT_EQ(map.entries[3].value.kind, YamlKind::Null);
}

TEST(YamlSyntax, AColonBeforeACommaIsTextElsewhere) {
  const Parsed parsed("甲: 一:, 二:{三}\n乙: '四:, 五'\n丙: {丁: \"六:]\", '戊':, 己: 庚}\n辛: |\n  七:,\n# 八:,\n");
  EXPECT_EQ(parsed.problems(), Places{});
  EXPECT_EQ(parsed.at("甲").text, "一:, 二:{三}");
  EXPECT_EQ(parsed.at("甲").span.length, 9U);
  EXPECT_EQ(parsed.at("乙").text, "四:, 五");
  EXPECT_EQ(parsed.at("丙").find("丁")->text, "六:]");
  EXPECT_EQ(parsed.at("丙").find("戊")->kind, YamlKind::Null);
  EXPECT_EQ(parsed.at("辛").text, "七:,\n");
  EXPECT_EQ(parsed.at("辛").lines.at(0).length, 3U);
}

TEST(YamlSyntax, CharactersThatLibyamlRefusesAreReportedWhereTheyStand) {
  EXPECT_EQ(Parsed("甲: 一\u0007二\n乙: {丙: 三\u007F}\n丁: '\u0001'\n").problems(),
            (Places{"E0236:1:5", "E0236:2:9", "E0236:3:4"}));
  EXPECT_EQ(Parsed("# \u0007\n甲: 一\n").problems(), Places{});
  const Parsed marked("甲: 一\uFEFF二\n乙\uFEFF: 三\n");
  EXPECT_EQ(marked.problems(), Places{});
  EXPECT_EQ(marked.at("甲").text, "一\uFEFF二");
  EXPECT_EQ(marked.at("乙").text, "三");
  EXPECT_EQ(Parsed("乙\uFEFF丙: 三\n").problems(), Places{"E0236:1:1"});
}

TEST(YamlSyntax, OnlyLineFeedsEndALine) {
  const Parsed parsed("甲: 一\u0085二\u2028三\u2029四 # 五\u2028六\n乙: 七\n");
  EXPECT_EQ(parsed.problems(), Places{});
  EXPECT_EQ(parsed.at("甲").text, "一\u0085二\u2028三\u2029四");
  EXPECT_FALSE(parsed.at("甲").folded);
  EXPECT_EQ(parsed.at("乙").span.line, 2U);
}

TEST(YamlSyntax, ALoneReturnEndsNoLine) {
  const Parsed parsed("甲: 一\r二\n乙: 三\n");
  EXPECT_EQ(parsed.at("甲").text, "一\r二");
  EXPECT_EQ(parsed.at("乙").span.line, 2U);
  EXPECT_EQ(Parsed("甲: [\r").problems(), Places{"E0201:1:4"});
}

TEST(YamlSyntax, LinesMayEndAsInWindows) {
  const Parsed parsed("甲: |\r\n  一\r\n\r\n  二\r\n乙: '三\r\n  四'\r\n丙: 五\r\n");
  EXPECT_EQ(parsed.problems(), Places{});
  EXPECT_EQ(parsed.at("甲").text, "一\n\n二\n");
  EXPECT_EQ(parsed.at("甲").lines.at(2).line, 4U);
  EXPECT_EQ(parsed.at("乙").text, "三 四");
  EXPECT_EQ(parsed.at("乙").span.length, 2U);
  EXPECT_EQ(parsed.at("丙").text, "五");
}

TEST(YamlSyntax, ATabIsABlankWhereNothingHangsOnIt) {
  const Parsed parsed("甲: |\n  一\n\t\n  二\n\t\n乙:\t三\t# 四\n丙: [五,\t六]\t\n");
  EXPECT_EQ(parsed.problems(), Places{});
  EXPECT_EQ(parsed.at("甲").text, "一\n\n二\n");
  EXPECT_EQ(parsed.at("乙").text, "三");
  EXPECT_EQ(parsed.at("丙").entries.at(1).value.text, "六");
  EXPECT_EQ(only_problem("甲:\n  -\t一\n"), "E0202:2:4 “-”后面用了制表符（Tab）");
}

TEST(YamlSyntax, TabsWithoutEndTakeNoTimeWithoutEnd) {
  const std::string tabs(1'000'000, '\t');
  EXPECT_EQ(Parsed("甲: 1" + tabs + "\n" + tabs + "\n乙: 2\n").problems(), Places{});
}

TEST(YamlSyntax, ALineWithoutColonIsSaidOfThatLine) {
  EXPECT_EQ(only_problem("甲: 1\n乙丙\n丁: 2\n"), "E0201:2:1 这里没有冒号，不成“键: 值”");
  EXPECT_EQ(only_problem("甲: 1\n乙丙\n"), "E0201:2:1 这里没有冒号，不成“键: 值”");
  EXPECT_EQ(only_problem("甲: 1\n乙：丙\n丁: 2\n"), "E0201:2:2 键后面用了全角冒号“：”");
  EXPECT_EQ(only_problem("甲: 1\n乙:丙\n丁: 2\n"), "E0201:2:2 冒号后面少了一个空格");
  EXPECT_EQ(only_problem("甲: 1\n[乙: 2\n"), "E0201:2:1 括号 { 或 [ 没有配对的 } 或 ]");
}

TEST(YamlSyntax, BracketsAndCommasThatFitNowhere) {
  EXPECT_EQ(only_problem(","), "E0201:1:1 这里多了一个逗号");
  EXPECT_EQ(only_problem("年度: 2024\n,\n"), "E0201:2:1 这里多了一个逗号");
  EXPECT_EQ(only_problem("甲: {乙: 1,, 丙: 2}\n"), "E0201:1:10 这里多了一个逗号");
  EXPECT_EQ(only_problem("甲: 1\n}\n"), "E0201:2:1 多出一个 } 或 ]");
  EXPECT_EQ(only_problem("甲: {乙: [1, 2}\n"), "E0201:1:13 多出一个 } 或 ]");
  EXPECT_EQ(only_problem("甲: {乙: 1]}\n"), "E0201:1:9 多出一个 } 或 ]");
  EXPECT_EQ(only_problem("甲:\n  - {乙: 1\n  - {乙: 2}\n"), "E0201:2:5 括号 { 或 [ 没有配对的 } 或 ]");
  EXPECT_EQ(only_problem("甲: {乙: 1\n"), "E0201:1:4 括号 { 或 [ 没有配对的 } 或 ]");
  EXPECT_EQ(only_problem("甲: {乙: 1，丙: 2}\n"), "E0201:1:9 大括号里用全角逗号“，”隔开了两项");
  EXPECT_EQ(only_problem("甲: {乙}丙\n"), "E0201:1:7 括号后面又有文字");
  EXPECT_EQ(only_problem("甲: {乙: 1}, 丙: 2\n"), "E0201:1:10 括号后面又有文字");
}

TEST(YamlSyntax, KeysThatAreNoWordsOnOneLine) {
  EXPECT_EQ(only_problem("甲: 1\n: 2\n"), "E0206:2:1 键要写成一行文字，不能空着");
  EXPECT_EQ(only_problem("甲: {: 1, 乙: 2}\n"), "E0206:1:5 键要写成一行文字，不能空着");
  EXPECT_EQ(only_problem("甲: {乙\n  丙, 丁: 1}\n"), "E0206:1:5 键要写成一行文字，不能空着");
  EXPECT_EQ(only_problem("甲: 1\n~: 2\n"), "E0206:2:1 键要写成一行文字，不能空着");
}

TEST(YamlSyntax, AKeyLongerThanLibyamlLooksAheadIsAnError) {
  std::string key;
  for (int i = 0; i < 1100; ++i) key += "长";
  EXPECT_EQ(Parsed("甲: 1\n" + key + ": 2\n").problems(), Places{"E0201:2:1"});
  EXPECT_EQ(Parsed("甲: 1\n乙: " + key + "\n").problems(), Places{});
}

TEST(YamlSyntax, MarksOfYamlWithAnyName) {
  EXPECT_EQ(only_problem("甲: &乙 1\n丙: 2\n"), "E0204:1:4 用了 YAML 的锚点（&）");
  EXPECT_EQ(only_problem("甲: !乙 1\n"), "E0204:1:4 用了 YAML 的标签（!）");
  EXPECT_EQ(only_problem("甲: ! 1\n"), "E0204:1:4 用了 YAML 的标签（!）");
  EXPECT_EQ(only_problem("甲: !<乙 1\n"), "E0204:1:4 用了 YAML 的标签（!）");
  EXPECT_EQ(only_problem("甲: !b!c 1\n"), "E0204:1:4 用了 YAML 的标签（!）");
  EXPECT_EQ(only_problem("甲: *乙\n"), "E0201:1:4 文字以 * 开头");
  EXPECT_EQ(only_problem("甲: * 乙\n"), "E0201:1:4 文字以 * 开头");
  const Parsed unknown("甲: *a\n乙: *b\n丙: 1\n");
  EXPECT_EQ(unknown.problems(), (Places{"E0201:1:4", "E0201:2:4"}));
  EXPECT_EQ(unknown.at("丙").text, "1");
}

TEST(YamlSyntax, TextThatBeginsWithAnIndicator) {
  EXPECT_EQ(only_problem("甲: @乙\n"), "E0201:1:4 这里的文字以不能作开头的符号开始（@ ` % 等）");
  EXPECT_EQ(only_problem("%甲\n"), "E0201:1:1 文字以 % 开头");
  EXPECT_EQ(only_problem("甲: | 乙\n"), "E0201:1:6 “|”或“>”后面不能再写文字");
  EXPECT_EQ(only_problem("甲: \"\\丙\"\n"), "E0201:1:5 双引号里的反斜杠写法不认识");
  EXPECT_EQ(only_problem("甲: - 1\n"), "E0201:1:4 这里不能写“- ”");
}

TEST(YamlSyntax, AQuoteLeftOpenEndsTheReading) {
  const Parsed parsed("甲: 一\n乙: \"二\n丙: 三\n");
  EXPECT_EQ(parsed.problems(), Places{"E0201:2:4"});
  EXPECT_FALSE(parsed.document.complete);
  EXPECT_EQ(parsed.at("甲").text, "一");
  EXPECT_EQ(Parsed("甲: ['一, 二]\n").problems(), Places{"E0201:1:5"});
}

TEST(YamlSyntax, WhatFollowsTheDocumentIsASecondOne) {
  const Parsed outdented("  甲: 1\n乙: 2\n");
  EXPECT_EQ(outdented.problems(), Places{"E0205:2:1"});
  EXPECT_TRUE(outdented.document.complete);
  EXPECT_EQ(outdented.at("甲").text, "1");
  EXPECT_EQ(Parsed("甲: 1\n---\n  乙: 2\n丙: 3\n").problems(), Places{"E0205:2:1"});
  EXPECT_EQ(Parsed("甲: 1\n---\n乙: 2\n---\n丙: 3\n").problems(), Places{"E0205:2:1"});
}

}  // namespace
}  // namespace gongkai
