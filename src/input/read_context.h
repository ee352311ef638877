// What typed reading needs to know of the file it is in.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/money.h"
#include "base/source.h"
#include "base/world.h"
#include "model/classification.h"

namespace gongkai {

/// A subject code the ledger uses, and where it was written first.
struct CodeUse {
  std::string code;
  Span span;
};

/// A key that is written without a value.
struct BlankKey {
  std::string key;
  Span span;
  Diagnostic alone;  ///< what is said when few are blank around it
};

struct ReadContext {
  const World& world;
  std::filesystem::path folder;  ///< the unit's; 长文 files must lie in it
  Sources& sources;
  Diagnostics& diagnostics;
  const Classification& subjects;
  LedgerUnit unit = LedgerUnit::WanYuan;
  bool partial = false;    ///< a syntax error cut the file: say nothing of missing keys
  bool base_only = false;   ///< 仅作基数
  bool department = false;  ///< the amounts are those of its 下属单位
  std::vector<CodeUse> uses;
  std::vector<BlankKey> blanks;  ///< reported when the file has been read: see report_blanks()
};

}  // namespace gongkai
