// data/classification/subjects.csv: 编码,名称,级次,分类,来源.
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "input/read_ledger.h"
#include "input/source_file.h"
#include "yaml/line_index.h"

namespace gongkai {
namespace {

constexpr std::string_view kHeader = "编码,名称,级次,分类,来源";
constexpr std::string_view kUnverified = "待核";

std::vector<std::string_view> split_commas(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    const auto comma = line.find(',');
    out.push_back(trim(line.substr(0, comma)));
    if (comma == std::string_view::npos) return out;
    line.remove_prefix(comma + 1);
  }
}

std::string_view level_word(std::string_view code) {
  switch (level_of(code)) {
    case SubjectLevel::Class:
      return "类";
    case SubjectLevel::Section:
      return "款";
    case SubjectLevel::Item:
      return "项";
  }
  return "";
}

/// What is wrong with a row; empty when nothing is.
std::string complaint(const std::vector<std::string_view>& cells, const Classification& subjects) {
  if (cells.size() != 5) return "应有 5 栏";
  if (!is_subject_code(cells[0])) return "编码应为 3、5、7 位数字";
  if (cells[1].empty()) return "没有名称";
  if (cells[2] != level_word(cells[0])) return "级次与编码位数不符";
  if (subjects.find(cells[0]) != nullptr) return "编码重复";
  return {};
}

}  // namespace

Classification read_classification(const World& world, Sources& sources, Diagnostics& diagnostics) {
  Classification subjects;
  const auto path = world.home() / "data" / "classification" / "subjects.csv";
  const auto file = load_source(world, path, kMaxTextBytes, {}, sources, diagnostics);
  if (!file) return subjects;
  const LineIndex lines(*file, sources.file(*file).text);
  if (trim(lines.line(0)) != kHeader) {
    diagnostics.error("E0106", lines.span(0, 0), "科目库的第一行应为“" + std::string(kHeader) + "”");
    return subjects;
  }
  for (std::size_t i = 1; i < lines.line_count(); ++i) {
    const std::string_view line = trim(lines.line(i));
    if (line.empty()) continue;
    const auto cells = split_commas(line);
    const std::string problem = complaint(cells, subjects);
    if (problem.empty()) {
      subjects.add({.code = std::string(cells[0]), .name = std::string(cells[1]), .verified = cells[4] != kUnverified});
    } else {
      diagnostics.error("E0106", lines.span(i, 0), "科目库的这一行不对：" + problem);
    }
  }
  return subjects;
}

}  // namespace gongkai
