#include "facts/catalog_tables.h"
#include "facts/facts_file.h"
#include "facts/indicators.h"

namespace gongkai {
namespace {

NameSegment single(const std::string& text) {
  return parse_name_pattern(text).front();
}

std::size_t digits_of_level(std::string_view level) {
  if (level == "类") return 3;
  if (level == "款") return 5;
  return level == "项" ? 7 : 0;
}

}  // namespace

std::shared_ptr<const ListDefinition> FactsFileReader::read_list(const YamlNode& node, bool nested) {
  auto list = std::make_shared<ListDefinition>();
  list->span = node.span;
  bool has_source = false;
  for (const YamlEntry& part : entries_of(node)) {
    if (part.key == "说" && !nested) continue;
    if (part.key == "字段") {
      append_fields(*list, read_fields(part.value));
    } else if (part.key == "用字段") {
      append_field_groups(*list, part.value);
    } else if (part.key == "名") {
      list->element_name = parse_name_pattern(part.value.text);
    } else if (part.key == "或本身") {
      list->or_self = part.value.text;
    } else if (read_list_source(*list, part)) {
      has_source = true;
    } else {
      unknown_key(part, {"项", "科目", "账行", "单位账行", "本行", "指标行", "词条", "式", "字段", "用字段", "名",
                         "或本身", "说"});
    }
  }
  if (!has_source) {
    wrong(node.span, "列表没有写从哪里来", "请写“项”“科目”“账行”“单位账行”“本行”“指标行”“词条”或“式”");
    return nullptr;
  }
  if (list->kind == ListKind::Indicators) append_fields(*list, indicator_fields());
  add_signature(*list);
  return list;
}

void FactsFileReader::append_field_groups(ListDefinition& list, const YamlNode& node) {
  for (const std::string& group : texts(node)) {
    const auto found = catalog_.tables_->field_groups.find(clean_key(group));
    if (found == catalog_.tables_->field_groups.end()) {
      wrong(node.span, "没有字段组“" + group + "”", "字段组要写在用它的列表之前");
    } else {
      append_fields(list, found->second);
    }
  }
}

bool FactsFileReader::read_list_source(ListDefinition& list, const YamlEntry& part) {
  const std::string& key = part.key;
  const YamlNode& value = part.value;
  if (key == "项") {
    list.items = texts(value);
  } else if (key == "科目") {
    list.kind = ListKind::Subjects;
    if (value.kind == YamlKind::List) {
      for (const YamlEntry& item : value.entries) read_subjects(list.subjects.emplace_back(), item.value);
    } else {
      read_subjects(list.subjects.emplace_back(), value);
    }
  } else if (key == "词条") {
    list.kind = ListKind::Glossary;
  } else if (key == "账行" || key == "单位账行" || key == "本行" || key == "指标行") {
    list.kind = key == "指标行" ? ListKind::Indicators : ListKind::Authored;
    list.root = key == "账行" ? AuthoredRoot::Year : key == "单位账行" ? AuthoredRoot::Unit : AuthoredRoot::Row;
    list.path = parse_name_pattern(value.text);
  } else if (key == "式") {
    list.kind = ListKind::Expression;
    list.expr = expression(value);
  } else {
    return false;
  }
  return true;
}

void FactsFileReader::read_subjects(SubjectSource& source, const YamlNode& node) {
  for (const YamlEntry& part : entries_of(node)) {
    const std::string& name = part.key;
    const std::vector<std::string> values = texts(part.value);
    if (values.empty()) {
      wrong(part.value.span, "“" + name + "”没有值");
    } else if (name == "账") {
      source.books = values;
    } else if (name == "资金") {
      source.fund = single(values.front());
    } else if (name == "列") {
      source.column = single(values.front());
    } else if (name == "上级") {
      for (const std::string& text : values) source.under.push_back(single(text));
    } else if (name == "级") {
      for (const std::string& level : values) {
        const std::size_t digits = digits_of_level(level);
        if (digits == 0) wrong(part.value.span, "没有级次“" + level + "”", "级次是：类 款 项");
        source.digits.push_back(digits);
      }
    } else {
      unknown_key(part, {"账", "资金", "列", "上级", "级"});
    }
  }
}

std::vector<FieldDefinition> FactsFileReader::read_fields(const YamlNode& node) {
  std::vector<FieldDefinition> fields;
  for (const YamlEntry& entry : entries_of(node)) {
    if (auto field = read_field(entry)) fields.push_back(std::move(*field));
  }
  return fields;
}

std::optional<FieldDefinition> FactsFileReader::read_field(const YamlEntry& entry) {
  FieldDefinition field;
  field.name = entry.key;
  field.span = entry.key_span;
  if (entry.value.kind == YamlKind::Scalar) {
    field.expr = expression(entry.value);
    return field.expr ? std::optional(std::move(field)) : std::nullopt;
  }
  for (const YamlEntry& part : entries_of(entry.value)) {
    if (part.key == "类型") {
      if (const auto found = type(part.value)) field.type = *found;
    } else if (part.key == "式") {
      field.expr = expression(part.value);
    } else if (part.key == "列表") {
      field.type = FactType::List;
      field.list = read_list(part.value, true);
    } else if (part.key == "说") {
      field.meaning = part.value.text;
    } else if (part.key == "单位") {
      field.unit = part.value.text;
    } else if (part.key == "本表合计") {
      field.whole = parse_name_pattern(part.value.text);
    } else {
      unknown_key(part, {"类型", "式", "列表", "说", "单位", "本表合计"});
    }
  }
  if (!field.expr && !field.list) {
    wrong(entry.key_span, "字段“" + field.name + "”没有写“式”或“列表”");
    return std::nullopt;
  }
  return field;
}

void FactsFileReader::append_fields(ListDefinition& list, std::vector<FieldDefinition> fields) const {
  for (FieldDefinition& field : fields) {
    bool replaced = false;
    for (FieldDefinition& old : list.fields) {
      if (old.name == field.name) {
        old = field;
        replaced = true;
      }
    }
    if (!replaced) list.fields.push_back(std::move(field));
  }
}

void FactsFileReader::add_signature(ListDefinition& list) {
  auto signature = std::make_shared<std::map<std::string, FactSignature>>();
  for (const FieldDefinition& field : list.fields) {
    signature->emplace(field.name, FactSignature{field.type, field.list ? field.list->signature : nullptr, false});
  }
  list.signature = std::move(signature);
}

}  // namespace gongkai
