// Reads ledgers from texts in memory, with the real classification.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/read_ledger.h"

namespace gongkai::test {

/// One diagnostic as "行:列 代码".
std::string brief(const Diagnostic& diagnostic);

struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  ReadOutcome outcome;

  /// All problems of one severity, each "文件:行:列 代码 message", joined by line feeds.
  std::string problems(Severity severity) const;
  /// The message of the first diagnostic with the code, or "".
  const Diagnostic* find(std::string_view code) const;
};

/// A unit.yaml without problems.
std::string plain_unit();
/// A small year file without problems, then `more`.
std::string plain_year(const std::string& more = {});

/// The file of the source tree.
std::string source_text(const std::string& path);
Classification real_classification();

Reading read(std::map<std::string, std::string> files, const std::string& year_file = "单位/2024.yaml");
/// With plain_unit().
Reading read_year(const std::string& year);

}  // namespace gongkai::test
