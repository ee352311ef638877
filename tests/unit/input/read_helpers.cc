#include "read_helpers.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <utility>

namespace gongkai::test {

std::string brief(const Diagnostic& d) {
  return std::to_string(d.span.line) + ":" + std::to_string(d.span.column) + " " + d.code;
}

std::string Reading::problems(Severity severity) const {
  std::string out;
  for (const Diagnostic& d : diagnostics.items()) {
    if (d.severity == severity) out += render_text(d, sources);
  }
  return out;
}

const Diagnostic* Reading::find(std::string_view code) const {
  for (const Diagnostic& d : diagnostics.items()) {
    if (d.code == code) return &d;
  }
  return nullptr;
}

std::string plain_unit() {
  return "名称: 示范市测试中心\n类型: 单位\n性质: 公益一类事业单位\n主管部门: 示范市测试局\n财政级次: 市级\n"
         "模板: 测试版式\n主要职责: 承担测试工作\n";
}

std::string plain_year(const std::string& more) {
  return "年度: 2024\n金额单位: 万元\n收入:\n  一般公共预算: {2080101: 10}\n支出:\n  一般公共预算:\n"
         "    2080101: {基本支出: 10}\n国有资产: {车辆: {}, 百万元以上设备: 0}\n" +
         more;
}

std::string source_text(const std::string& path) {
  std::ifstream stream(std::string(GONGKAI_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path;
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Classification real_classification() {
  const RealWorld world(GONGKAI_SOURCE_DIR);
  Sources sources;
  Diagnostics diagnostics;
  Classification subjects = read_classification(world, sources, diagnostics);
  EXPECT_EQ(render_text(diagnostics, sources).find("错误 E"), std::string::npos);
  return subjects;
}

Reading read(std::map<std::string, std::string> files, const std::string& year_file) {
  const MemoryWorld world(std::move(files));
  Reading reading;
  reading.outcome = read_ledger(world, year_file, real_classification(), reading.sources, reading.diagnostics);
  reading.diagnostics.sort_and_deduplicate();
  return reading;
}

Reading read_year(const std::string& year) {
  return read({{"单位/unit.yaml", plain_unit()}, {"单位/2024.yaml", year}});
}

}  // namespace gongkai::test
