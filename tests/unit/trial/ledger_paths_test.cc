#include "trial/ledger_paths.h"

#include <gtest/gtest.h>

#include <string>

namespace gongkai {
namespace {

std::string report_on(const std::string& facts) {
  Sources sources;
  Diagnostics diagnostics;
  FactCatalog catalog;
  catalog.load(sources.add("facts.yaml", facts), sources, diagnostics);
  check_ledger_paths(catalog, diagnostics);
  std::string said;
  for (const Diagnostic& item : diagnostics.items()) {
    said += item.code + ":" + std::to_string(item.span.line) + " " + item.message + item.hint + "\n";
  }
  return said;
}

TEST(LedgerPaths, OfWhatALedgerCanHoldPass) {
  EXPECT_EQ(report_on("变量: {项: [公务接待费, 公务用车购置费], 码: 功能编码}\n"
                      "事实:\n"
                      "  甲: '账(三公经费.[项].决算)'\n"
                      "  乙: {类型: 文字, 式: 账基(三公经费.公务接待费.国内.用途)}\n"
                      "  丙: {类型: 文字, 式: 单位账(联系方式.电话)}\n"
                      "  丁: {类型: 是否, 式: 有账(政府采购)}\n"
                      "列表: {戊: {账行: 重点工作.事项, 字段: {己: {类型: 文字, 式: 行账(事项)}}}}\n"),
            "");
}

TEST(LedgerPaths, ThatNoLedgerCanHoldAreReportedWithAGuess) {
  EXPECT_EQ(report_on("事实:\n"
                      "  甲: 账(三公经费.公务接带费.决算)\n"
                      "  乙: {类型: 文字, 式: 单位账(联系方式.电活)}\n"
                      "列表: {丙: {账行: 重点工做.事项, 字段: {丁: {类型: 文字, 式: 行键()}}}}\n"),
            "E0504:2 年度文件里写不出“三公经费.公务接带费.决算”：没有“公务接带费”这个键是不是“公务接待费”？\n"
            "E0504:3 unit.yaml 里写不出“联系方式.电活”：没有“电活”这个键是不是“电话”？\n"
            "E0504:4 年度文件里写不出“重点工做.事项”：没有“重点工做”这个键是不是“重点工作”？\n");
}

}  // namespace
}  // namespace gongkai
