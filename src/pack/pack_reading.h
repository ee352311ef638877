// A pack being read, in steps two threads can take side by side; load_pack() takes them one after another.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "pack/pack.h"

namespace gongkai {

/// The chain is found and its files are read when this is made; then the two readings, in any order or at one time,
/// each with diagnostics of its own; then finish().
class PackReading {
 public:
  PackReading(const World& world, std::string_view name, int year, Sources& sources, Diagnostics& diagnostics,
              PackUse use = PackUse::Document);
  ~PackReading();
  PackReading(const PackReading&) = delete;
  PackReading& operator=(const PackReading&) = delete;

  /// False after reporting why: there is nothing to read.
  bool found() const;

  /// The definitions of facts.
  void read_facts(Diagnostics& diagnostics);
  /// Settings, texts, tables, forms, charts.
  void read_contents(Diagnostics& diagnostics);

  /// Folders of the pack and of what it extends, base first.
  std::vector<std::string> chain() const;
  /// Whole after read_facts().
  const FactCatalog& catalog() const;
  /// Paths of rules.yaml along the chain, base first.
  const std::vector<std::string>& rule_files() const;

  /// The pack with every name checked. Null when a file could not be read: what lacks its contents is not judged, the
  /// file's own error is the cause.
  std::shared_ptr<const Pack> finish(Diagnostics& diagnostics);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
