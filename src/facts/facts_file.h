// Reading one facts.yaml into definitions.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "facts/catalog.h"
#include "facts/definition.h"
#include "yaml/yaml_document.h"

namespace gongkai {

class FactsFileReader {
 public:
  FactsFileReader(FactCatalog& catalog, FileId file, const Sources& sources, Diagnostics& diagnostics)
      : catalog_(catalog), file_(file), sources_(sources), diagnostics_(diagnostics) {}

  bool read();

 private:
  // facts_file.cc
  void report(const YamlDocument& document, const Diagnostics& findings);
  void read_section(const YamlEntry& entry);
  void read_domain(const YamlEntry& entry);
  void read_inheritance(const YamlEntry& entry);
  void read_field_group(const YamlEntry& entry);
  void read_fact(const YamlEntry& entry);
  void read_fact_part(FactDefinition& definition, const YamlEntry& part);
  void read_list_fact(const YamlEntry& entry);
  bool read_head(FactDefinition& definition, const YamlEntry& entry) const;

  // facts_file_lists.cc
  std::shared_ptr<const ListDefinition> read_list(const YamlNode& node, bool nested);
  bool read_list_source(ListDefinition& list, const YamlEntry& part);
  void read_subjects(SubjectSource& source, const YamlNode& node);
  std::vector<FieldDefinition> read_fields(const YamlNode& node);
  std::optional<FieldDefinition> read_field(const YamlEntry& entry);
  void append_field_groups(ListDefinition& list, const YamlNode& node);
  void append_fields(ListDefinition& list, std::vector<FieldDefinition> fields) const;
  static void add_signature(ListDefinition& list);

  // Helpers.
  std::shared_ptr<const Expr> expression(const YamlNode& node);
  std::optional<FactType> type(const YamlNode& node);
  static std::vector<std::string> texts(const YamlNode& node);
  void unknown_key(const YamlEntry& entry, std::vector<std::string> known);
  void wrong(Span span, std::string message, std::string hint = {});
  /// The entries of a map; reports what is none.
  const std::vector<YamlEntry>& entries_of(const YamlNode& map);

  FactCatalog& catalog_;
  FileId file_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
};

}  // namespace gongkai
