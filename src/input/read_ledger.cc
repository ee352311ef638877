#include "input/read_ledger.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "input/blanks.h"
#include "input/cross_rules.h"
#include "input/ledger_entries.h"
#include "input/project_details.h"
#include "input/scalar_reader.h"
#include "input/schema.h"
#include "input/source_file.h"
#include "input/subject_codes.h"
#include "input/value_reader.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

struct LoadedFile {
  YamlNode root;
  bool complete = false;
};

/// Reads and parses one YAML file whose top is a map.
std::optional<LoadedFile> load_yaml(const World& world, const fs::path& path, Sources& sources,
                                    Diagnostics& diagnostics) {
  const auto file = load_source(world, path, kMaxYamlBytes, {}, sources, diagnostics);
  if (!file) return std::nullopt;
  YamlDocument document = parse_yaml(*file, sources, diagnostics);
  if (!document.root) return std::nullopt;
  if (document.root->kind != YamlKind::Map) {
    if (document.complete) {
      diagnostics.error("E0211", {*file, 1, 1, 1}, "文件里要写“键: 值”，这里不是",
                        "每行一个“键: 值”；冒号用半角，后面空一格");
    }
    return std::nullopt;
  }
  return LoadedFile{std::move(*document.root), document.complete};
}

/// The whole file as an entry without a key; problems of the whole are shown at its first line.
YamlEntry whole(YamlNode root) {
  YamlEntry entry;
  entry.key_span = {root.span.file, 1, 1, 1};
  entry.value = std::move(root);
  return entry;
}

std::string_view scalar_text(const YamlNode& root, std::string_view key) {
  const YamlNode* node = root.find(key);
  return node == nullptr ? std::string_view() : trim(node->text);
}

/// 自定义科目 has to be known before any code is checked; its own problems are reported when its turn comes.
void declare_subjects(const YamlNode& root, const Shape& schema, const ReadContext& reader, Classification& subjects) {
  const auto entry = std::ranges::find(root.entries, "自定义科目", &YamlEntry::key);
  const auto field = std::ranges::find(schema.fields, "自定义科目", &Field::key);
  if (entry == root.entries.end() || field == schema.fields.end()) return;
  Diagnostics unheard;
  ReadContext context{reader.world, reader.folder, reader.sources, unheard, subjects};
  const AuthoredValue declared = read_value(*entry, field->shape, field->need, context);
  add_declared_subjects(declared, subjects, reader.diagnostics);
}

void check_file_name(const fs::path& year_file, const AuthoredValue& year, Diagnostics& diagnostics) {
  const AuthoredValue* number = year.find("年度");
  if (number == nullptr || number->kind != ValueKind::Integer) return;
  const std::string stem = year_file.stem().string();
  if (number->integer < 2000 || number->integer > 2100) {
    diagnostics.error("E0214", number->span, "“年度”要写四位的公历年份", "例如 2024");
  } else if (stem != std::to_string(number->integer)) {
    diagnostics.error("E0105", number->span,
                      "“年度”是 " + std::to_string(number->integer) + "，文件名却是“" + stem + ".yaml”",
                      "文件名要与年度一致，请改其中一个");
  }
}

/// The year file's 单位 replaces whole keys of unit.yaml from that year on.
void override_unit(AuthoredValue& unit, const AuthoredValue& year) {
  const AuthoredValue* overrides = year.find("单位");
  if (overrides == nullptr) return;
  for (const AuthoredValue& value : overrides->children) {
    const auto old = std::ranges::find(unit.children, value.key, &AuthoredValue::key);
    if (old != unit.children.end()) {
      *old = value;
    } else {
      unit.children.push_back(value);
    }
  }
}

AuthoredValue read_unit(ReadContext& context) {
  auto file = load_yaml(context.world, context.folder / "unit.yaml", context.sources, context.diagnostics);
  AuthoredValue unit;
  unit.kind = ValueKind::Map;
  if (!file) return unit;
  context.partial = !file->complete;
  static const Shape kSchema = unit_schema();
  unit = read_map(whole(std::move(file->root)), kSchema, context);
  report_blanks(unit, context);
  context.partial = false;
  return unit;
}

AuthoredValue read_year(LoadedFile file, const Shape& schema, ReadContext& context) {
  context.unit = scalar_text(file.root, "金额单位") == "元" ? LedgerUnit::Yuan : LedgerUnit::WanYuan;
  context.base_only = scalar_text(file.root, "仅作基数") == "是";
  context.partial = !file.complete;
  AuthoredValue year = read_map(whole(std::move(file.root)), schema, context);
  report_blanks(year, context);
  return year;
}

}  // namespace

ReadOutcome read_ledger(const World& world, const fs::path& year_file, Classification classification, Sources& sources,
                        Diagnostics& diagnostics) {
  const std::size_t errors_before = diagnostics.count(Severity::Error);
  Classification subjects = std::move(classification);
  ReadContext context{world, year_file.parent_path(), sources, diagnostics, subjects};
  Ledger ledger;
  ledger.unit = read_unit(context);
  context.department = sums_up_units(ledger.unit);
  auto file = load_yaml(world, year_file, sources, diagnostics);
  if (!file) return {};
  static const Shape kSchema = year_schema();  // hundreds of keys, the same for every ledger
  declare_subjects(file->root, kSchema, context, subjects);
  ledger.year = read_year(std::move(*file), kSchema, context);
  ledger.folder = context.folder.string();
  ledger.year_path = year_file.string();
  ledger.amount_unit = context.unit;
  ledger.base_only = context.base_only;
  if (const AuthoredValue* number = ledger.year.find("年度")) ledger.year_number = static_cast<int>(number->integer);
  override_unit(ledger.unit, ledger.year);
  join_project_details(ledger.year, diagnostics);
  collect_entries(ledger);
  check_file_name(year_file, ledger.year, diagnostics);
  if (!context.partial) check_cross_rules(ledger, diagnostics);
  note_unverified_names(context);
  ledger.subjects = std::move(subjects);
  return {std::move(ledger), diagnostics.count(Severity::Error) == errors_before};
}

AuthoredValue read_unit_file(const World& world, const fs::path& folder, Sources& sources, Diagnostics& diagnostics) {
  const Classification subjects;
  ReadContext context{world, folder, sources, diagnostics, subjects};
  return read_unit(context);
}

fs::path prior_year_file(const World& world, const fs::path& year_file) {
  const auto year = plain_digits(year_file.stem().string());
  if (!year || year->size() != 4) return {};
  int number = 0;
  for (char c : *year) number = number * 10 + (c - '0');
  fs::path prior = year_file.parent_path() / (std::to_string(number - 1) + year_file.extension().string());
  return world.is_file(prior) ? prior : fs::path();
}

}  // namespace gongkai
