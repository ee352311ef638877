#include "input/dictionary.h"

#include <gtest/gtest.h>

#include "input/schema.h"
#include "read_helpers.h"

namespace gongkai {
namespace {

/// Calls `visit` with every key and its description, at every depth.
template <typename Visit>
void each_key(const Shape& shape, const Visit& visit) {
  for (const Shape& element : shape.element) each_key(element, visit);
  for (const Field& field : shape.fields) {
    visit(field.key, field.description);
    each_key(field.shape, visit);
  }
  for (const KeyPattern& pattern : shape.patterns) {
    if (!pattern.refusal.empty()) continue;
    visit("<" + pattern.placeholder + ">", pattern.description);
    each_key(pattern.shape, visit);
  }
}

TEST(DataDictionary, ShowsEveryKeyWithItsMeaning) {
  const std::string manual = data_dictionary_markdown();
  int count = 0;
  const auto check = [&](const std::string& key, const std::string& description) {
    ++count;
    EXPECT_FALSE(description.empty()) << key;
    const bool as_row = manual.find(key + "` | ") != std::string::npos;
    const bool as_title = manual.find("### `" + key + "`") != std::string::npos;
    EXPECT_TRUE(as_row || as_title || key == "金额") << key;
  };
  each_key(unit_schema(), check);
  each_key(year_schema(), check);
  EXPECT_GT(count, 300);
}

TEST(DataDictionary, WritesTableCellsThatCloseWhereTheyShould) {
  const std::string manual = data_dictionary_markdown();
  std::size_t from = 0;
  while (from < manual.size()) {
    const std::size_t end = manual.find('\n', from);
    const std::string line = manual.substr(from, end - from);
    from = end + 1;
    if (!line.starts_with("| `")) continue;
    EXPECT_EQ(std::count(line.begin(), line.end(), '|') - (line.find("\\|") != std::string::npos ? 1 : 0), 5) << line;
  }
}

TEST(DataDictionary, GivesExamplesThatTheReaderAccepts) {
  for (const Field& field : year_schema().fields) {
    if (field.example.empty()) continue;
    std::string year = "年度: 2024\n金额单位: 万元\n自定义科目: {22960: 甲, 2296002: 乙}\n";
    if (field.key == "自定义科目") year = "年度: 2024\n金额单位: 万元\n";
    if (field.key != "收入") year += "收入: {}\n";
    if (field.key != "支出") year += "支出: {}\n";
    if (field.key != "国有资产") year += "国有资产: {车辆: {}, 百万元以上设备: 0}\n";
    const test::Reading reading = test::read_year(year + field.example);
    EXPECT_EQ(reading.problems(Severity::Error) + reading.problems(Severity::Warning), "") << field.key;
    EXPECT_NE(reading.outcome.ledger->year.find(field.key), nullptr) << field.key;
  }
}

}  // namespace
}  // namespace gongkai
