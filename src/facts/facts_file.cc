#include "facts/facts_file.h"

#include "base/suggest.h"
#include "expr/parse.h"
#include "facts/catalog_tables.h"

namespace gongkai {
namespace {

/// The YAML reader's word for a key that stands twice in one map, and for one that is no word.
constexpr std::string_view kRepeatedKey = "E0207";
constexpr std::string_view kBadKey = "E0206";

}  // namespace

bool FactCatalog::load(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  return FactsFileReader(*this, file, sources, diagnostics).read();
}

bool FactsFileReader::read() {
  Diagnostics findings;
  const YamlDocument document = parse_yaml(file_, sources_, findings);
  const bool says_nothing = document.complete && (!document.root || document.root->kind == YamlKind::Null);
  if (says_nothing) return true;  // an empty file defines nothing
  report(document, findings);
  if (!document.complete) return false;
  for (const YamlEntry& entry : entries_of(*document.root)) read_section(entry);
  return true;
}

/// What the YAML reader found, said as of definitions: its own codes are those of ledgers.
void FactsFileReader::report(const YamlDocument& document, const Diagnostics& findings) {
  if (document.stopped_at) {
    Diagnostic& problem =
        diagnostics_.error("E0502", *document.stopped_at, "这一处不合 YAML 的写法", "检查缩进、冒号后的空格和引号");
    for (const Diagnostic& cause : findings.items()) {
      problem.notes.push_back({cause.span, cause.message + (cause.hint.empty() ? "" : "：" + cause.hint)});
    }
    return;
  }
  for (Diagnostic finding : findings.items()) {
    const bool repeated = finding.code == kRepeatedKey;
    if (repeated) finding.hint = "请删去一处";
    finding.code = repeated || finding.code == kBadKey ? "E0503" : "E0502";
    diagnostics_.add(std::move(finding));
  }
}

void FactsFileReader::read_section(const YamlEntry& entry) {
  const auto each = [&](auto reader) {
    for (const YamlEntry& inner : entries_of(entry.value)) (this->*reader)(inner);
  };
  if (entry.key == "变量") {
    each(&FactsFileReader::read_domain);
  } else if (entry.key == "沿用") {
    each(&FactsFileReader::read_inheritance);
  } else if (entry.key == "字段组") {
    each(&FactsFileReader::read_field_group);
  } else if (entry.key == "事实") {
    each(&FactsFileReader::read_fact);
  } else if (entry.key == "列表") {
    each(&FactsFileReader::read_list_fact);
  } else {
    unknown_key(entry, {"变量", "沿用", "字段组", "事实", "列表"});
  }
}

void FactsFileReader::read_domain(const YamlEntry& entry) {
  VariableDomain domain;
  if (entry.value.text == "功能编码") {
    domain.kind = VariableDomain::Kind::FunctionCode;
  } else if (entry.value.text == "经济编码") {
    domain.kind = VariableDomain::Kind::EconomicCode;
  } else if (entry.value.text == "选项") {
    domain.kind = VariableDomain::Kind::Values;
    domain.values = catalog_.tables_->options;
  } else if (entry.value.text != "任意") {
    domain.kind = VariableDomain::Kind::Values;
    domain.values = texts(entry.value);
  }
  catalog_.tables_->domains[entry.key] = std::move(domain);
}

void FactsFileReader::read_inheritance(const YamlEntry& entry) {
  std::vector<std::string>& sources = catalog_.tables_->inherits[entry.key];
  sources = texts(entry.value);
  for (std::string& name : sources) name = clean_key(name);  // as the names of facts, which are keys
}

void FactsFileReader::read_field_group(const YamlEntry& entry) {
  catalog_.tables_->field_groups[entry.key] = read_fields(entry.value);
}

bool FactsFileReader::read_head(FactDefinition& definition, const YamlEntry& entry) const {
  definition.name = entry.key;
  definition.pattern = parse_name_pattern(definition.name);
  definition.span = entry.key_span;
  for (const NameSegment& segment : definition.pattern) {
    if (segment.text.empty()) {
      diagnostics_.error("E0503", definition.span, "事实名“" + definition.name + "”不完整", "段与段之间用一个点");
      return false;
    }
    if (segment.variable && !catalog_.tables_->domains.contains(segment.text)) {
      diagnostics_.error("E0503", definition.span, "变量“" + segment.text + "”没有说明可以取什么值",
                         "请先在“变量”里写它的取值");
      return false;
    }
  }
  return true;
}

void FactsFileReader::read_fact(const YamlEntry& entry) {
  auto definition = std::make_shared<FactDefinition>();
  if (!read_head(*definition, entry)) return;
  if (entry.value.kind == YamlKind::Scalar) {
    definition->expr = expression(entry.value);
  } else {
    for (const YamlEntry& part : entries_of(entry.value)) read_fact_part(*definition, part);
    if (entry.value.find("式") == nullptr) {
      wrong(entry.key_span, "事实“" + definition->name + "”没有写“式”", "请写它怎样算出");
    }
  }
  if (definition->expr) catalog_.add(std::move(definition));
}

void FactsFileReader::read_fact_part(FactDefinition& definition, const YamlEntry& part) {
  if (part.key == "类型") {
    if (const auto found = type(part.value)) definition.type = *found;
  } else if (part.key == "式") {
    definition.expr = expression(part.value);
  } else if (part.key == "说") {
    definition.meaning = part.value.text;
  } else if (part.key == "单位") {
    definition.unit = part.value.text;
  } else if (part.key == "本表合计") {
    definition.whole = parse_name_pattern(part.value.text);
  } else if (part.key == "分解") {
    definition.drivers = parse_name_pattern(part.value.text);
  } else if (part.key == "原因处") {
    for (const std::string& path : texts(part.value)) definition.reasons.push_back(parse_name_pattern(path));
  } else {
    unknown_key(part, {"类型", "式", "说", "单位", "本表合计", "分解", "原因处"});
  }
}

void FactsFileReader::read_list_fact(const YamlEntry& entry) {
  auto definition = std::make_shared<FactDefinition>();
  if (!read_head(*definition, entry)) return;
  definition->type = FactType::List;
  definition->list = read_list(entry.value, false);
  if (const YamlNode* meaning = entry.value.find("说")) definition->meaning = meaning->text;
  if (definition->list) catalog_.add(std::move(definition));
}

std::shared_ptr<const Expr> FactsFileReader::expression(const YamlNode& node) {
  if (node.kind != YamlKind::Scalar) {
    wrong(node.span, "这里应是一个式子");
    return nullptr;
  }
  return parse_expression(node.text, text_origin(node), diagnostics_);
}

std::optional<FactType> FactsFileReader::type(const YamlNode& node) {
  const auto found = node.kind == YamlKind::Scalar ? fact_type_of(node.text) : std::nullopt;
  if (!found) wrong(node.span, "没有这种类型", "类型是：金额 计数 数 比率 文字 长文 是否 日期 变化 列表");
  return found;
}

std::vector<std::string> FactsFileReader::texts(const YamlNode& node) {
  if (node.kind == YamlKind::Scalar) return {node.text};
  std::vector<std::string> result;
  if (node.kind != YamlKind::List) return result;
  for (const YamlEntry& item : node.entries) {
    if (item.value.kind == YamlKind::Scalar) result.push_back(item.value.text);
  }
  return result;
}

const std::vector<YamlEntry>& FactsFileReader::entries_of(const YamlNode& map) {
  static const std::vector<YamlEntry> kNone;
  if (map.kind == YamlKind::Map) return map.entries;
  wrong(map.span, "这里应是“键: 值”的映射");
  return kNone;
}

void FactsFileReader::unknown_key(const YamlEntry& entry, std::vector<std::string> known) {
  wrong(entry.key_span, "不认识的键“" + entry.key + "”", did_you_mean(entry.key, known));
}

void FactsFileReader::wrong(Span span, std::string message, std::string hint) {
  diagnostics_.error("E0503", span, std::move(message), std::move(hint));
}

}  // namespace gongkai
