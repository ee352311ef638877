#include "input/json_schema_codes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

using Json = JsonValue;

constexpr const char* kKnownKeys = "科目库里的编码";
constexpr const char* kKnownValues = "科目库里的编码值";
constexpr const char* kCodeKey = "^[23]([0-9]{2}|[0-9]{4}|[0-9]{6})$";
constexpr const char* kUnknown = "科目库里没有这个编码；本地、当年的新科目请在“自定义科目”里写上名称";
constexpr std::array<std::size_t, 3> kLevels = {3, 5, 7};

std::string names_definition(char first, std::size_t digits) {
  return std::string(first == '2' ? "功能分类" : "经济分类") + std::to_string(digits) + "位";
}

Json reference(const std::string& definition) {
  return Json::object().set("$ref", Json::text("#/definitions/" + definition));
}

Json names_of(const Classification& subjects, char first, std::size_t digits) {
  Json properties = Json::object();
  for (const auto& [code, subject] : subjects.all()) {
    if (code.front() != first || code.size() != digits) continue;
    properties.set(code, Json::object().set("title", Json::text(subject.name)));
  }
  return Json::object().set("properties", std::move(properties));
}

int to_number(std::string_view code) {
  int number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number);
  return number;
}

bool takes_known_codes(KeyKind kind) {
  return kind == KeyKind::FunctionCode || kind == KeyKind::EconomicCode || kind == KeyKind::Term;
}

std::optional<Json> known_codes_in_map(const Shape& shape) {
  Json properties = Json::object();
  for (const Field& field : shape.fields) {
    if (auto inner = known_codes_only(field.shape)) properties.set(field.key, std::move(*inner));
  }
  bool codes = false;
  Json others = Json::list();
  for (const KeyPattern& pattern : shape.patterns) {
    if (!pattern.refusal.empty()) continue;
    codes = codes || takes_known_codes(pattern.kind);
    if (auto inner = known_codes_only(pattern.shape)) others.push(std::move(*inner));
  }
  if (!codes && properties.empty() && others.empty()) return std::nullopt;
  Json object = Json::object();
  if (codes) object.set("propertyNames", reference(kKnownKeys));
  if (!properties.empty()) object.set("properties", std::move(properties));
  if (!others.empty()) object.set("additionalProperties", Json::object().set("allOf", std::move(others)));
  return object;
}

}  // namespace

JsonValue code_definitions(const Classification& subjects) {
  Json definitions = Json::object();
  for (const char first : {'2', '3'}) {
    for (const std::size_t digits : kLevels) {
      definitions.set(names_definition(first, digits), names_of(subjects, first, digits));
    }
  }
  Json values = Json::list();
  std::vector<std::string> codes;
  for (const auto& [code, subject] : subjects.all()) {
    codes.push_back(code);
    values.push(Json::number(to_number(code))).push(Json::text(code));
  }
  Json not_code = Json::object().set("not", Json::object().set("pattern", Json::text(kCodeKey)));
  Json known = Json::object().set("enum", Json::texts(codes));
  definitions.set(kKnownKeys, Json::object()
                                  .set("anyOf", Json::list().push(std::move(not_code)).push(std::move(known)))
                                  .set("errorMessage", Json::text(kUnknown)));
  definitions.set(kKnownValues,
                  Json::object().set("enum", std::move(values)).set("errorMessage", Json::text(kUnknown)));
  return definitions;
}

void add_code_names(const KeyPattern& pattern, JsonValue& all) {
  for (const char first : {'2', '3'}) {
    if (pattern.kind != (first == '2' ? KeyKind::FunctionCode : KeyKind::EconomicCode)) continue;
    for (const std::size_t digits : kLevels) {
      const bool taken = pattern.digits.empty() || std::ranges::find(pattern.digits, digits) != pattern.digits.end();
      if (taken) all.push(reference(names_definition(first, digits)));
    }
  }
}

std::optional<JsonValue> known_codes_only(const Shape& shape) {
  switch (shape.type) {
    case ValueType::Map:
    case ValueType::AmountItem:
      return known_codes_in_map(shape);
    case ValueType::List: {
      auto inner = known_codes_only(shape.element.front());
      if (!inner) return std::nullopt;
      return Json::object().set("items", std::move(*inner));
    }
    case ValueType::Code:
      return reference(kKnownValues);
    default:
      return std::nullopt;
  }
}

}  // namespace gongkai
