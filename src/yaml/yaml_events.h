// The events of a YAML text in the order of writing; the one place that knows libyaml.
#pragma once

#include <memory>
#include <string_view>

#include "yaml/yaml_node.h"
#include "yaml/yaml_place.h"

namespace gongkai {

enum class YamlEventKind { DocumentStart, Alias, Scalar, MapStart, ListStart, CollectionEnd };

/// The texts live until the next event.
struct YamlEvent {
  YamlEventKind kind = YamlEventKind::Scalar;
  YamlStyle style = YamlStyle::Plain;  ///< of a scalar
  bool flow = false;                   ///< a map or list in { } or [ ]
  bool tagged = false;
  std::string_view anchor;  ///< given here, or of an alias the one meant
  std::string_view text;    ///< of a scalar; of one that is not there, empty, plain and without extent
  YamlPlace start;
  YamlPlace end;
};

/// What libyaml stopped at; its words are English.
struct SyntaxError {
  std::string_view problem;
  std::string_view context;  ///< "while scanning a block scalar"; may be empty
  YamlPlace place;
  YamlPlace context_place;  ///< where what the context names begins
};

/// Owns a libyaml parser over a text that must outlive it.
class YamlEvents {
 public:
  explicit YamlEvents(std::string_view text);
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;
  ~YamlEvents();

  /// Moves to the next event. False at the end of the text, and at a syntax error.
  bool next();
  const YamlEvent& event() const { return event_; }
  bool failed() const;
  /// What next() stopped at, when it failed().
  SyntaxError error() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  YamlEvent event_;
};

}  // namespace gongkai
