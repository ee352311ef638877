// Reading one facts.yaml into definitions.
#pragma once

#include <yaml-cpp/yaml.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "facts/catalog.h"
#include "facts/definition.h"

namespace gongkai {

class FactsFileReader {
 public:
  FactsFileReader(FactCatalog& catalog, FileId file, const Sources& sources, Diagnostics& diagnostics)
      : catalog_(catalog), file_(file), sources_(sources), diagnostics_(diagnostics) {}

  void read();

 private:
  // facts_file.cc
  void read_section(const std::string& name, const YAML::Node& key, const YAML::Node& node);
  void read_domain(const YAML::Node& key, const YAML::Node& node);
  void read_inheritance(const YAML::Node& key, const YAML::Node& node);
  void read_fact(const YAML::Node& key, const YAML::Node& node);
  void read_list_fact(const YAML::Node& key, const YAML::Node& node);
  bool read_head(FactDefinition& definition, const YAML::Node& key) const;

  // facts_file_lists.cc
  std::shared_ptr<const ListDefinition> read_list(const YAML::Node& node, bool nested);
  bool read_list_source(ListDefinition& list, const std::string& key, const YAML::Node& value);
  void read_subjects(SubjectSource& source, const YAML::Node& node);
  std::vector<FieldDefinition> read_fields(const YAML::Node& node);
  std::optional<FieldDefinition> read_field(const YAML::Node& key, const YAML::Node& node);
  void append_fields(ListDefinition& list, std::vector<FieldDefinition> fields) const;
  static void add_signature(ListDefinition& list);

  // Helpers.
  std::shared_ptr<const Expr> expression(const YAML::Node& node);
  std::optional<FactType> type(const YAML::Node& node);
  std::vector<std::string> texts(const YAML::Node& node) const;
  Span span(const YAML::Node& node) const;
  void unknown_key(const YAML::Node& key, std::vector<std::string> known);
  void wrong(const YAML::Node& node, std::string message, std::string hint = {});
  /// Calls `visit(name, key, value)` for each entry; reports what is not a map and keys written twice.
  template <typename Visit>
  void each_entry(const YAML::Node& map, const Visit& visit);

  FactCatalog& catalog_;
  FileId file_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
};

template <typename Visit>
void FactsFileReader::each_entry(const YAML::Node& map, const Visit& visit) {
  if (!map.IsMap()) {
    wrong(map, "这里应是“键: 值”的映射");
    return;
  }
  std::vector<std::string> seen;
  for (const auto& entry : map) {
    if (!entry.first.IsScalar()) {
      wrong(entry.first, "键应是一个词");
      continue;
    }
    const std::string name = entry.first.Scalar();
    for (const std::string& other : seen) {
      if (other == name) wrong(entry.first, "“" + name + "”写了两次", "请删去一处");
    }
    seen.push_back(name);
    visit(name, entry.first, entry.second);
  }
}

}  // namespace gongkai
