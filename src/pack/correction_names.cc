#include "pack/correction_names.h"

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace gongkai {
namespace {

FactSignature list_of_texts(std::initializer_list<const char*> names) {
  std::map<std::string, FactSignature> fields;
  for (const char* name : names) fields[name] = {FactType::Text, nullptr};
  return {FactType::List, std::make_shared<const std::map<std::string, FactSignature>>(std::move(fields))};
}

}  // namespace

NameScope correction_names() {
  const std::map<std::string, FactSignature> fields = {
      {"原因", {FactType::Text, nullptr}},
      {"页数", {FactType::Count, nullptr}},
      {"句子", list_of_texts({"节", "页", "原", "新"})},
      {"格", list_of_texts({"表", "行", "列", "页", "原", "新"})},
  };
  return {nullptr, "更正", {FactType::Record, std::make_shared<const std::map<std::string, FactSignature>>(fields)}};
}

}  // namespace gongkai
