// Builds our tree from yaml-cpp's events; the events, unlike its nodes, keep repeated keys, anchors and places.
#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "yaml/line_index.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Thrown out of yaml-cpp when a text nests too deep; never leaves parse_yaml().
struct YamlTooDeep final : std::exception {
  explicit YamlTooDeep(Span place) : span(place) {}
  Span span;
};

class YamlBuilder final : public YAML::EventHandler {
 public:
  YamlBuilder(const LineIndex& lines, Diagnostics& diagnostics) : lines_(lines), diagnostics_(diagnostics) {}

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override { close(); }

  /// The tree. After a syntax error what was open is closed, and a key without its value is dropped.
  std::optional<YamlNode> take(bool complete);

  int documents() const { return documents_; }

  /// Where the innermost { or [ that is still open stands.
  std::optional<Span> innermost_braces() const;

 private:
  struct Frame {
    YamlNode node;
    std::optional<YamlEntry> pending;  ///< a map's key that waits for its value
    bool awaits_value = false;
  };

  void open(YamlKind kind, const YAML::Mark& mark, bool flow);
  void close();
  void add(YamlNode node);
  void add_key(const YamlNode& node);
  /// Reports anchors and tags; true when there was one.
  bool refuse_marks(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  /// yaml-cpp marks an empty list item at whatever follows it.
  Span place_of_dash(const YAML::Mark& mark) const;
  Span span_of(const YAML::Mark& mark, std::size_t characters = 1) const;
  YamlNode scalar(const YAML::Mark& mark, const std::string& tag, const std::string& value);

  const LineIndex& lines_;
  Diagnostics& diagnostics_;
  std::vector<Frame> frames_;
  std::optional<YamlNode> root_;
  int documents_ = 0;
  bool cut_ = false;  ///< closing what an error left open; its half-read keys are no problems of their own
};

}  // namespace gongkai
