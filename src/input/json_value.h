// A JSON text being built, keys in the order of adding.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gongkai {

class JsonValue {
 public:
  static JsonValue text(const std::string& value);
  static JsonValue flag(bool value);
  static JsonValue number(int value);
  static JsonValue object();
  static JsonValue list();
  static JsonValue texts(const std::vector<std::string>& values);

  /// Into an object.
  JsonValue& set(std::string key, JsonValue value);
  /// Into a list.
  JsonValue& push(JsonValue value);
  bool empty() const { return children_.empty(); }
  /// Indented by two blanks a level; lists of scalars and small objects stay on one line.
  std::string print(std::size_t depth = 0) const;

 private:
  bool is_flat() const;

  enum class Kind { Scalar, Object, List };
  Kind kind_ = Kind::Scalar;
  std::string scalar_;
  std::vector<std::pair<std::string, JsonValue>> children_;
};

}  // namespace gongkai
