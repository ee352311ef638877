// Rules run over a book: what their findings say.
#include "check/rule_runner.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "model/ledger.h"

namespace gongkai {
namespace {

std::string base_facts() {
  std::ifstream stream(std::string(GONGKAI_SOURCE_DIR) + "/templates/base/facts.yaml", std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// The message of one broken rule over an empty ledger.
std::string message_of(const std::string& rule) {
  Sources sources;
  Diagnostics diagnostics;
  FactCatalog catalog;
  catalog.load(sources.add("facts.yaml", base_facts()), sources, diagnostics);
  const RuleSet rules = load_rules(MemoryWorld({{"/rules.yaml", "规则:\n  E9001: " + rule + "\n"}}), {"/rules.yaml"},
                                   catalog, sources, diagnostics);
  const Ledger ledger;
  const FactBook book(catalog, ledger, nullptr, diagnostics, {});
  RuleRunner runner(book, diagnostics);
  for (const LedgerRule& one : rules.rules) runner.run(one);
  runner.finish();
  return diagnostics.items().size() == 1 ? diagnostics.items().front().message : render_text(diagnostics, sources);
}

TEST(RuleRunner, CallsFiguresByTheRuleOrByTheirExpressions) {
  EXPECT_EQ(message_of("{相等: [收支总计 + 58002.3元, 58002元], 左: 甲, 右: 乙, 文: 不等}"),
            "不等：甲 58,002.30 元，乙 58,002.00 元，相差 0.30 元");
  EXPECT_EQ(message_of("{相等: [收支总计 + 58002.3元, 58002元], 文: 不等}"),
            "不等：“收支总计 ＋ 58002.3元” 58,002.30 元，“58002元” 58,002.00 元，相差 0.30 元");
}

}  // namespace
}  // namespace gongkai
