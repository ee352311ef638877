// What a YAML text says before anything is known of its keys: scalars, maps and lists with their places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace gongkai {

enum class YamlKind { Null, Scalar, Map, List };

/// How a scalar was written; a block keeps its lines.
enum class YamlStyle { Plain, Quoted, Literal, Folded };

struct YamlEntry;

struct YamlNode {
  YamlKind kind = YamlKind::Null;
  YamlStyle style = YamlStyle::Plain;
  bool flow = false;               ///< a map or list in { } or [ ]
  bool broken = false;             ///< already reported; typed reading says nothing more of it
  bool folded = false;             ///< plain or quoted text that runs over several lines
  bool hash_after = false;         ///< plain text cut by a “#” with no blank behind it: perhaps no comment was meant
  std::string text;                ///< of a scalar
  Span span;                       ///< of a scalar, or the start of a map or list
  std::vector<Span> lines;         ///< of a literal block: where each of its lines stands
  std::vector<YamlEntry> entries;  ///< of a map, in the order of writing; of a list, with empty keys

  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;  ///< normalised: outer blanks cut, brackets full width
  Span key_span;
  bool repeated = false;  ///< the same key stands above it in this map; already reported
  YamlNode value;
};

/// Where a scalar's text begins in its source: inside its quotes.
Span text_origin(const YamlNode& scalar);

}  // namespace gongkai
