#include "app/build_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.h"
#include "publish/publish_file.h"

namespace gongkai {
namespace {

/// RFC 4180: quoted where a comma, a quote or a line end is inside.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string_view json_outcome(UnitOutcome outcome) {
  switch (outcome) {
    case UnitOutcome::Built:
      return "built";
    case UnitOutcome::Unchanged:
      return "unchanged";
    case UnitOutcome::Refused:
      return "refused";
    case UnitOutcome::MachineFailed:
      return "machine-failed";
  }
  return "";
}

std::string json_row(const SummaryRow& row) {
  return fmt::format(
      R"({{"unit":{},"year":{},"name":{},"status":"{}","reason":{},"errors":{},"warnings":{},"pages":{},)"
      R"("milliseconds":{},"folder":{}}})",
      json_quote(row.unit), json_quote(row.year), json_quote(row.name), json_outcome(row.outcome),
      json_quote(row.reason), row.errors, row.warnings, row.pages, row.time.count(), json_quote(row.folder));
}

}  // namespace

std::string_view unit_outcome_name(UnitOutcome outcome) {
  switch (outcome) {
    case UnitOutcome::Built:
      return "已生成";
    case UnitOutcome::Unchanged:
      return "没有变化";
    case UnitOutcome::Refused:
      return "没有生成";
    case UnitOutcome::MachineFailed:
      return "机器故障";
  }
  return "";
}

std::size_t BuildSummary::count(UnitOutcome outcome) const {
  return static_cast<std::size_t>(std::ranges::count(rows, outcome, &SummaryRow::outcome));
}

std::string summary_text(const BuildSummary& summary, std::size_t most) {
  std::string out = fmt::format("共 {} 个单位：生成 {} 个", summary.rows.size(), summary.count(UnitOutcome::Built));
  if (const auto unchanged = summary.count(UnitOutcome::Unchanged)) out += fmt::format("，没有变化 {} 个", unchanged);
  out += fmt::format("，没有生成 {} 个\n", summary.refused());
  std::size_t shown = 0;
  for (const SummaryRow& row : summary.rows) {
    if (row.outcome != UnitOutcome::Refused && row.outcome != UnitOutcome::MachineFailed) continue;
    if (++shown > most) break;
    out += "  " + row.unit + (row.year.empty() ? "" : " " + row.year) + "：" + row.reason + "\n";
  }
  if (shown > most) out += fmt::format("  ……其余 {} 个见 summary.csv\n", summary.refused() - most);
  return out;
}

std::string summary_csv(const BuildSummary& summary) {
  std::string out = "\xEF\xBB\xBF单位文件夹,年度,单位名称,结果,原因,错误,提醒,页数,用时（毫秒）,文件在\r\n";
  for (const SummaryRow& row : summary.rows) {
    out += fmt::format("{},{},{},{},{},{},{},{},{},{}\r\n", csv_field(row.unit), row.year, csv_field(row.name),
                       unit_outcome_name(row.outcome), csv_field(row.reason), row.errors, row.warnings, row.pages,
                       row.time.count(), csv_field(row.folder));
  }
  return out;
}

std::string summary_json(const BuildSummary& summary) {
  std::string out =
      fmt::format("{{\"total\":{},\"built\":{},\"unchanged\":{},\"refused\":{},\n\"units\":[", summary.rows.size(),
                  summary.count(UnitOutcome::Built), summary.count(UnitOutcome::Unchanged), summary.refused());
  for (std::size_t i = 0; i < summary.rows.size(); ++i) out += (i == 0 ? "\n" : ",\n") + json_row(summary.rows[i]);
  return out + "\n]}\n";
}

void write_summary(const BuildSummary& summary, const Shard& shard, const std::filesystem::path& folder,
                   Diagnostics& diagnostics) {
  const std::string name = shard.whole() ? "summary" : fmt::format("summary-{}-of-{}", shard.index, shard.count);
  replace_file(folder / (name + ".csv"), summary_csv(summary), diagnostics);
  replace_file(folder / (name + ".json"), summary_json(summary), diagnostics);
}

}  // namespace gongkai
