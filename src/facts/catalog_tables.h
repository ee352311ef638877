// How the catalog finds definitions; shared by the files that implement it.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/catalog.h"
#include "facts/definition.h"

namespace gongkai {

struct FactCatalog::Tables {
  /// Definitions whose patterns have one number of segments, most literal first.
  using Bucket = std::vector<std::size_t>;
  std::unordered_map<std::string, std::size_t> by_name;  ///< pattern as written -> definition
  /// First segment ("" for a variable) -> buckets by number of segments.
  std::map<std::string, std::vector<Bucket>, std::less<>> patterns;
  /// Definitions of as many segments that a name beginning like this may mean, in the order they were added.
  std::vector<std::size_t> with_segments(const NameSegment& first, std::size_t count) const;
  std::map<std::string, VariableDomain, std::less<>> domains;                     ///< 变量
  std::map<std::string, std::vector<std::string>, std::less<>> inherits;          ///< 沿用
  std::map<std::string, std::vector<FieldDefinition>, std::less<>> field_groups;  ///< 字段组
  std::vector<std::string> options;  ///< what the pack and those it extends declare as 选项
};

}  // namespace gongkai
