#include "input/json_schema.h"

#include <string_view>
#include <utility>

#include "input/json_schema_codes.h"
#include "input/json_value.h"

namespace gongkai {
namespace {

using Json = JsonValue;

/// A file with this key declares subjects the classification does not know.
constexpr const char* kOwnSubjects = "自定义科目";
constexpr const char* kDatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
constexpr const char* kCodePattern = "^[23]([0-9]{2}|[0-9]{4}|[0-9]{6})$";

Json shape_schema(const Shape& shape);

Json of_type(const char* type) {
  return Json::object().set("type", Json::text(type));
}

Json any_of(std::vector<Json> choices) {
  if (choices.size() == 1) return std::move(choices.front());
  Json list = Json::list();
  for (Json& choice : choices) list.push(std::move(choice));
  return Json::object().set("anyOf", std::move(list));
}

/// Digits in a text are a number to YAML; the reader takes both.
Json text_schema() {
  return Json::object().set("type", Json::texts({"string", "number"}));
}

Json long_text_schema() {
  Json file = of_type("object")
                  .set("properties", Json::object().set("文件", of_type("string")))
                  .set("required", Json::texts({"文件"}))
                  .set("additionalProperties", Json::flag(false));
  return any_of({of_type("string"), std::move(file)});
}

Json scalar_schema(const Shape& shape) {
  switch (shape.type) {
    case ValueType::Amount: {
      Json amount = of_type("number");
      if (shape.sign == Sign::NonNegative) amount.set("minimum", Json::number(0));
      return amount;
    }
    case ValueType::Integer:
      return of_type("integer").set("minimum", Json::number(0));
    case ValueType::Number:
      return of_type("number");
    case ValueType::Code:
      return any_of({of_type("integer"), of_type("string").set("pattern", Json::text(kCodePattern))});
    case ValueType::Percent:
      return any_of({of_type("number"), of_type("string").set("pattern", Json::text("^[0-9.]+%$"))});
    case ValueType::Boolean:
      return Json::object().set("enum", Json::texts({"是", "否"}));
    case ValueType::Date:
      return of_type("string").set("pattern", Json::text(kDatePattern));
    case ValueType::Enum:
      return Json::object().set("enum", Json::texts(shape.values));
    case ValueType::LongText:
      return long_text_schema();
    default:
      return text_schema();
  }
}

std::string code_pattern(const KeyPattern& pattern) {
  const std::string_view first = pattern.kind == KeyKind::FunctionCode   ? "2"
                                 : pattern.kind == KeyKind::EconomicCode ? "3"
                                                                         : "[23]";
  std::string choices;
  for (const std::size_t digits : pattern.digits) {
    choices += (choices.empty() ? "" : "|") + std::string("[0-9]{") + std::to_string(digits - 1) + "}";
  }
  if (choices.empty()) choices = "[0-9]{2}|[0-9]{4}|[0-9]{6}";
  return "^" + std::string(first) + "(" + choices + ")$";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// The same key with brackets of either width; "" when it has none.
std::string bracket_pattern(const std::string& key) {
  const std::string pattern = replaced(replaced(key, "（", "[（(]"), "）", "[）)]");
  return pattern == key ? std::string() : "^" + pattern + "$";
}

Json described(Json schema, const std::string& title, const std::string& description) {
  Json result = Json::object().set("title", Json::text(title));
  if (!description.empty()) result.set("description", Json::text(description));
  return std::move(result.set("allOf", Json::list().push(std::move(schema))));
}

Json refused(const Refusal& refusal) {
  return Json::object()
      .set("not", Json::object())
      .set("doNotSuggest", Json::flag(true))
      .set("errorMessage", Json::text("“" + refusal.key + "”" + refusal.reason + "。" + refusal.hint));
}

/// At most one group; with one_needed exactly one.
void add_exclusions(const Shape& shape, Json& all) {
  const auto has = [](const std::string& key) { return Json::object().set("required", Json::texts({key})); };
  for (const Exclusion& exclusion : shape.exclusions) {
    for (std::size_t a = 0; a < exclusion.groups.size(); ++a) {
      for (std::size_t b = a + 1; b < exclusion.groups.size(); ++b) {
        for (const std::string& left : exclusion.groups[a]) {
          for (const std::string& right : exclusion.groups[b]) {
            all.push(Json::object().set("not", Json::object().set("required", Json::texts({left, right}))));
          }
        }
      }
    }
    if (!exclusion.one_needed) continue;
    Json choices = Json::list();
    for (const auto& group : exclusion.groups) {
      for (const std::string& key : group) choices.push(has(key));
    }
    all.push(Json::object().set("anyOf", std::move(choices)));
  }
}

struct MapParts {
  Json properties = Json::object();
  Json patterns = Json::object();
  Json additional = Json::flag(false);
  std::vector<std::string> required;
};

MapParts map_parts(const Shape& shape) {
  MapParts parts;
  for (const Field& field : shape.fields) {
    Json schema = described(shape_schema(field.shape), field.key, field.description);
    const std::string brackets = bracket_pattern(field.key);
    if (!brackets.empty()) parts.patterns.set(brackets, schema);
    if (!field.also_containing.empty()) parts.patterns.set(field.also_containing, schema);
    parts.properties.set(field.key, std::move(schema));
    if (field.need == Need::Required) parts.required.push_back(field.key);
  }
  for (const Refusal& refusal : shape.refusals) parts.properties.set(refusal.key, refused(refusal));
  for (const KeyPattern& pattern : shape.patterns) {
    if (!pattern.refusal.empty()) continue;
    Json schema = described(shape_schema(pattern.shape), pattern.placeholder, pattern.description);
    if (pattern.kind == KeyKind::Name || pattern.kind == KeyKind::Term) {
      parts.additional = std::move(schema);
    } else {
      parts.patterns.set(pattern.kind == KeyKind::Ordinal ? "^[1-9][0-9]*$" : code_pattern(pattern), std::move(schema));
    }
  }
  return parts;
}

Json object_schema(const Shape& shape) {
  MapParts parts = map_parts(shape);
  Json object = of_type("object");
  if (!parts.properties.empty()) object.set("properties", std::move(parts.properties));
  if (!parts.patterns.empty()) object.set("patternProperties", std::move(parts.patterns));
  object.set("additionalProperties", std::move(parts.additional));
  if (!parts.required.empty()) object.set("required", Json::texts(parts.required));
  Json all = Json::list();
  for (const KeyPattern& pattern : shape.patterns) {
    if (pattern.refusal.empty()) add_code_names(pattern, all);
  }
  add_exclusions(shape, all);
  if (!all.empty()) object.set("allOf", std::move(all));
  return object;
}

/// What a bare value stands for, then the other bare values, then the map itself.
Json map_schema(const Shape& shape) {
  std::vector<Json> choices;
  for (const Field& field : shape.fields) {
    if (!shape.shorthand.empty() && field.key == shape.shorthand) choices.push_back(shape_schema(field.shape));
  }
  for (const Shape& scalar : shape.scalar) choices.push_back(shape_schema(scalar));
  choices.push_back(object_schema(shape));
  return any_of(std::move(choices));
}

Json shape_schema(const Shape& shape) {
  switch (shape.type) {
    case ValueType::Map:
    case ValueType::AmountItem:
      return map_schema(shape);
    case ValueType::List: {
      const Shape& element = shape.element.front();
      Json list = of_type("array").set("items", shape_schema(element));
      // One text may be written without its list.
      return element.type == ValueType::Text ? any_of({text_schema(), std::move(list)}) : list;
    }
    default:
      return scalar_schema(shape);
  }
}

}  // namespace

std::string json_schema(const Shape& shape, const std::string& id, const std::string& title,
                        const Classification& subjects) {
  Json schema = Json::object()
                    .set("$schema", Json::text("http://json-schema.org/draft-07/schema#"))
                    .set("$id", Json::text(id))
                    .set("title", Json::text(title))
                    .set("allOf", Json::list().push(object_schema(shape)));
  if (auto codes = known_codes_only(shape)) {
    schema.set("if", Json::object().set("required", Json::texts({kOwnSubjects})))
        .set("else", std::move(*codes))
        .set("definitions", code_definitions(subjects));
  }
  return schema.print() + "\n";
}

std::string unit_json_schema(const Classification& subjects) {
  return json_schema(unit_schema(), "unit.json", "单位资料 unit.yaml", subjects);
}

std::string year_json_schema(const Classification& subjects) {
  return json_schema(year_schema(), "year.json", "年度账本 <年度>.yaml", subjects);
}

}  // namespace gongkai
