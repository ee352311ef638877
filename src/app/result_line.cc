#include "app/result_line.h"

#include <fmt/format.h>

namespace gongkai {
namespace {

std::string timing_line(const PhaseTimes::Laps& laps) {
  std::string line;
  for (const auto& [name, time] : laps) {
    const auto tenths = std::chrono::duration_cast<std::chrono::microseconds>(time).count() / 100;
    line += fmt::format("{}{} {}.{} 毫秒", line.empty() ? "\n    " : "，", name, tenths / 10, tenths % 10);
  }
  return line;
}

}  // namespace

std::string title_of(const UnitYear& unit) {
  return unit.folder_name + " " + unit.year;
}

std::string result_line(const UnitResult& result, std::chrono::milliseconds time, bool timings) {
  const std::string name = title_of(result.unit);
  if (result.outcome == UnitOutcome::Unchanged) {
    const std::string warnings = result.warnings > 0 ? fmt::format("（有 {} 处提醒）", result.warnings) : "";
    return name + "：没有变化，不用重新生成" + warnings;
  }
  std::string line = name + "：没有生成，原来的文件没有改动";
  if (result.built()) {
    line = fmt::format("{}：已生成 → {}（", name, result.folder.string());
    if (result.pages > 0) line += fmt::format("{} 页，", result.pages);
    line += fmt::format("{} 毫秒）", time.count());
  }
  if (!result.changes.empty()) line += "\n    比上次生成的：" + result.changes;
  if (timings) line += timing_line(result.times);
  if (!result.fallbacks.empty()) line += "\n    补缺字：" + result.fallbacks;
  if (!result.report.empty()) line += "\n" + result.report;
  return line;
}

}  // namespace gongkai
