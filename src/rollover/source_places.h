// Where nodes of a YAML tree begin and end in the bytes of their text.
#pragma once

#include <cstddef>

#include "yaml/line_index.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Of a text that parsed without errors.
class SourcePlaces {
 public:
  explicit SourcePlaces(const LineIndex& lines) : lines_(lines) {}

  /// The first byte of a place.
  std::size_t offset(const Span& span) const;
  /// Behind the colon of an entry of a map.
  std::size_t after_colon(const YamlEntry& entry) const;
  /// Behind the last byte of the entry: its value, or without one its colon.
  std::size_t end(const YamlEntry& entry) const;
  std::size_t end(const YamlNode& node) const;

 private:
  std::size_t end_of_flow(std::size_t open) const;

  const LineIndex& lines_;
};

}  // namespace gongkai
