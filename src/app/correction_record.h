#pragma once

#include <deque>
#include <string>

#include "compare/comparison.h"
#include "facts/fact.h"

namespace gongkai {

/// A comparison as the element 更正 of a pack's correction.txt. Owns its facts, so it stays where it was made.
class CorrectionRecord {
 public:
  /// `reason`: the unit's own words; "" for none.
  CorrectionRecord(const Comparison& comparison, const std::string& reason);
  CorrectionRecord(const CorrectionRecord&) = delete;
  CorrectionRecord& operator=(const CorrectionRecord&) = delete;

  const FactRecord& record() const { return record_; }

 private:
  const Fact* add(const std::string& name, FactType type, FactValue value);
  void add_field(FactRecord& record, const std::string& name, const std::string& text);
  FactRecord sentence(const SentenceChange& change);
  FactRecord cell(const CellChange& change);

  std::deque<Fact> facts_;
  FactRecord record_;
};

}  // namespace gongkai
