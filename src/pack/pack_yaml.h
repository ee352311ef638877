// A pack's YAML as a tree that knows where every key and value stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace gongkai {

enum class PackNodeKind { Null, Scalar, List, Map };

struct PackNode {
  PackNodeKind kind = PackNodeKind::Null;
  std::string key;  ///< of a map's child
  Span key_span;
  Span span;         ///< of the value
  Span text_origin;  ///< first character of a scalar's text: one further than `span` when it is quoted
  std::string text;  ///< of a scalar
  std::vector<PackNode> children;

  const PackNode* find(std::string_view child_key) const;
  bool is_map() const { return kind == PackNodeKind::Map; }
  bool is_list() const { return kind == PackNodeKind::List; }
  bool is_scalar() const { return kind == PackNodeKind::Scalar; }
};

/// Parses one YAML text of `sources`. Syntax errors, repeated keys, anchors and aliases are reported (E0524, E0525);
/// what could be read is returned.
PackNode parse_pack_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics);

}  // namespace gongkai
