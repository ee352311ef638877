// 词条 and 科目释义 along a chain of packs.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "facts/catalog.h"
#include "pack/pack.h"
#include "yaml/yaml_node.h"

namespace gongkai {

class Glossary {
 public:
  /// Puts one glossary.yaml over those before it: a new entry goes to the end unless 次序 names it, 不列 takes one
  /// away.
  void apply(const YamlNode& root, Diagnostics& diagnostics);
  void store(Pack& pack) const;
  const std::map<std::string, TextTemplate>& texts() const { return texts_; }

 private:
  void apply_entry(const YamlEntry& entry, bool ordered, Diagnostics& diagnostics);

  void report_unknown(const std::string& name, Span span, Diagnostics& diagnostics) const;

  std::map<std::string, std::string> entries_;
  std::map<std::string, TextTemplate> texts_;
  std::vector<std::string> order_;
  std::vector<std::string> first_;  ///< 次序: the terms that come before the others
};

/// Checks the facts quoted in definitions.
void check_glossary(const Glossary& glossary, const FactCatalog& catalog, Diagnostics& diagnostics);

}  // namespace gongkai
