#include "facts/facts_file.h"

#include "base/suggest.h"
#include "base/utf8.h"
#include "expr/parse.h"
#include "facts/catalog_tables.h"

namespace gongkai {

void FactCatalog::load(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  FactsFileReader(*this, file, sources, diagnostics).read();
}

void FactsFileReader::read() {
  YAML::Node root;
  try {
    root = YAML::Load(sources_.file(file_).text);
  } catch (const YAML::Exception& error) {
    const Span at{file_, static_cast<std::uint32_t>(error.mark.line + 1),
                  static_cast<std::uint32_t>(error.mark.column + 1), 1};
    diagnostics_.error("E0502", at, "这一处不合 YAML 的写法", "检查缩进、冒号后的空格和引号");
    return;
  }
  if (root.IsNull()) return;
  each_entry(root, [this](const std::string& name, const YAML::Node& key, const YAML::Node& value) {
    read_section(name, key, value);
  });
}

void FactsFileReader::read_section(const std::string& name, const YAML::Node& key, const YAML::Node& node) {
  const auto each = [&](auto reader) {
    each_entry(node, [&](const std::string&, const YAML::Node& entry_key, const YAML::Node& value) {
      (this->*reader)(entry_key, value);
    });
  };
  if (name == "变量") {
    each(&FactsFileReader::read_domain);
  } else if (name == "沿用") {
    each(&FactsFileReader::read_inheritance);
  } else if (name == "字段组") {
    each_entry(node, [&](const std::string& group, const YAML::Node&, const YAML::Node& value) {
      catalog_.tables_->field_groups[group] = read_fields(value);
    });
  } else if (name == "事实") {
    each(&FactsFileReader::read_fact);
  } else if (name == "列表") {
    each(&FactsFileReader::read_list_fact);
  } else {
    unknown_key(key, {"变量", "沿用", "字段组", "事实", "列表"});
  }
}

void FactsFileReader::read_domain(const YAML::Node& key, const YAML::Node& node) {
  VariableDomain domain;
  if (node.IsScalar() && node.Scalar() == "功能编码") {
    domain.kind = VariableDomain::Kind::FunctionCode;
  } else if (node.IsScalar() && node.Scalar() == "经济编码") {
    domain.kind = VariableDomain::Kind::EconomicCode;
  } else if (!(node.IsScalar() && node.Scalar() == "任意")) {
    domain.kind = VariableDomain::Kind::Values;
    domain.values = texts(node);
  }
  catalog_.tables_->domains[key.Scalar()] = std::move(domain);
}

void FactsFileReader::read_inheritance(const YAML::Node& key, const YAML::Node& node) {
  catalog_.tables_->inherits[key.Scalar()] = texts(node);
}

bool FactsFileReader::read_head(FactDefinition& definition, const YAML::Node& key) const {
  definition.name = key.Scalar();
  definition.pattern = parse_name_pattern(definition.name);
  definition.span = span(key);
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

void FactsFileReader::read_fact(const YAML::Node& key, const YAML::Node& node) {
  auto definition = std::make_shared<FactDefinition>();
  if (!read_head(*definition, key)) return;
  if (node.IsScalar()) {
    definition->expr = expression(node);
    if (definition->expr) catalog_.add(std::move(definition));
    return;
  }
  bool given = false;
  each_entry(node, [&](const std::string& name, const YAML::Node& entry_key, const YAML::Node& value) {
    if (name == "类型") {
      if (const auto found = type(value)) definition->type = *found;
    } else if (name == "式") {
      given = true;
      definition->expr = expression(value);
    } else if (name == "说") {
      definition->meaning = value.Scalar();
    } else if (name == "单位") {
      definition->unit = value.Scalar();
    } else if (name == "本表合计") {
      definition->whole = parse_name_pattern(value.Scalar());
    } else if (name == "分解") {
      definition->drivers = parse_name_pattern(value.Scalar());
    } else if (name == "原因处") {
      for (const std::string& path : texts(value)) definition->reasons.push_back(parse_name_pattern(path));
    } else {
      unknown_key(entry_key, {"类型", "式", "说", "单位", "本表合计", "分解", "原因处"});
    }
  });
  if (!given) wrong(key, "事实“" + definition->name + "”没有写“式”", "请写它怎样算出");
  if (definition->expr) catalog_.add(std::move(definition));
}

void FactsFileReader::read_list_fact(const YAML::Node& key, const YAML::Node& node) {
  auto definition = std::make_shared<FactDefinition>();
  if (!read_head(*definition, key)) return;
  definition->type = FactType::List;
  definition->list = read_list(node, false);
  if (node.IsMap() && node["说"] && node["说"].IsScalar()) definition->meaning = node["说"].Scalar();
  if (definition->list) catalog_.add(std::move(definition));
}

std::shared_ptr<const Expr> FactsFileReader::expression(const YAML::Node& node) {
  if (!node.IsScalar()) {
    wrong(node, "这里应是一个式子");
    return nullptr;
  }
  Span origin = span(node);
  const std::string_view line = sources_.file(file_).line(origin.line);
  const std::u32string characters = decode_utf8(line);
  if (origin.column <= characters.size()) {
    const char32_t first = characters[origin.column - 1];
    if (first == U'\'' || first == U'"') ++origin.column;
  }
  return parse_expression(node.Scalar(), origin, diagnostics_);
}

std::optional<FactType> FactsFileReader::type(const YAML::Node& node) {
  const auto found = node.IsScalar() ? fact_type_of(node.Scalar()) : std::nullopt;
  if (!found) wrong(node, "没有这种类型", "类型是：金额 计数 数 比率 文字 长文 是否 日期 变化 列表");
  return found;
}

std::vector<std::string> FactsFileReader::texts(const YAML::Node& node) const {
  std::vector<std::string> result;
  if (node.IsScalar()) result.push_back(node.Scalar());
  if (node.IsSequence()) {
    for (const auto& item : node) {
      if (item.IsScalar()) result.push_back(item.Scalar());
    }
  }
  return result;
}

Span FactsFileReader::span(const YAML::Node& node) const {
  const YAML::Mark mark = node.Mark();
  Span at{file_, static_cast<std::uint32_t>(mark.line + 1), 1, 1};
  // yaml-cpp counts bytes; columns shown to people count characters.
  const std::string_view line = sources_.file(file_).line(at.line);
  const auto bytes = static_cast<std::size_t>(mark.column);
  at.column = static_cast<std::uint32_t>(count_characters(line.substr(0, bytes)) + 1);
  if (node.IsScalar()) {
    at.length = static_cast<std::uint32_t>(std::max<std::size_t>(1, count_characters(node.Scalar())));
  }
  return at;
}

void FactsFileReader::unknown_key(const YAML::Node& key, std::vector<std::string> known) {
  wrong(key, "不认识的键“" + key.Scalar() + "”", did_you_mean(key.Scalar(), known));
}

void FactsFileReader::wrong(const YAML::Node& node, std::string message, std::string hint) {
  diagnostics_.error("E0503", span(node), std::move(message), std::move(hint));
}

}  // namespace gongkai
