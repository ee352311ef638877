#include "input/json_value.h"

#include <algorithm>

#include "base/json_text.h"

namespace gongkai {

JsonValue JsonValue::text(const std::string& value) {
  JsonValue result;
  result.scalar_ = json_quote(value);
  return result;
}

JsonValue JsonValue::flag(bool value) {
  JsonValue result;
  result.scalar_ = value ? "true" : "false";
  return result;
}

JsonValue JsonValue::number(int value) {
  JsonValue result;
  result.scalar_ = std::to_string(value);
  return result;
}

JsonValue JsonValue::object() {
  JsonValue result;
  result.kind_ = Kind::Object;
  return result;
}

JsonValue JsonValue::list() {
  JsonValue result;
  result.kind_ = Kind::List;
  return result;
}

JsonValue JsonValue::texts(const std::vector<std::string>& values) {
  JsonValue result = list();
  for (const std::string& value : values) result.push(text(value));
  return result;
}

JsonValue& JsonValue::set(std::string key, JsonValue value) {
  children_.emplace_back(std::move(key), std::move(value));
  return *this;
}

JsonValue& JsonValue::push(JsonValue value) {
  children_.emplace_back(std::string(), std::move(value));
  return *this;
}

bool JsonValue::is_flat() const {
  constexpr std::size_t kFew = 2;
  if (kind_ == Kind::Object && children_.size() > kFew) return false;
  return std::ranges::all_of(children_, [](const auto& child) { return child.second.kind_ == Kind::Scalar; });
}

std::string JsonValue::print(std::size_t depth) const {
  if (kind_ == Kind::Scalar) return scalar_;
  const bool object = kind_ == Kind::Object;
  if (children_.empty()) return object ? "{}" : "[]";
  const bool flat = is_flat() || (!object && children_.size() == 1 && children_.front().second.is_flat());
  const std::string indent = flat ? std::string() : "\n" + std::string(2 * (depth + 1), ' ');
  std::string out = object ? "{" : "[";
  for (std::size_t i = 0; i < children_.size(); ++i) {
    if (i > 0) out += flat ? ", " : ",";
    out += indent;
    if (object) out += json_quote(children_[i].first) + ": ";
    out += children_[i].second.print(depth + 1);
  }
  if (!flat) out += "\n" + std::string(2 * depth, ' ');
  return out + (object ? "}" : "]");
}

}  // namespace gongkai
