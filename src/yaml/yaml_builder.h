// Builds our tree from the events of a text; events keep repeated keys, anchors and places.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "yaml/line_index.h"
#include "yaml/scanner_text.h"
#include "yaml/yaml_events.h"
#include "yaml/yaml_node.h"

namespace gongkai {

class YamlBuilder {
 public:
  YamlBuilder(const LineIndex& lines, const ScannerText& scanned, Diagnostics& diagnostics)
      : lines_(lines), scanned_(scanned), diagnostics_(diagnostics) {}

  /// Takes the next event. False after reporting E0203: nothing more may be added.
  bool add_event(const YamlEvent& event);

  /// The tree. After a syntax error what was open is closed, and a key without its value is dropped.
  std::optional<YamlNode> take(bool complete);

  int documents() const { return documents_; }

  /// Where the innermost { or [ that is still open stands.
  std::optional<Span> innermost_braces() const;

 private:
  struct Frame {
    YamlNode node;              ///< without its entries, which are the last of `entries_`
    std::size_t first = 0;      ///< of them
    bool awaits_value = false;  ///< a map's key has been read
    bool usable_key = false;    ///< and the last of the entries waits for its value
  };

  void start_document(const YamlEvent& event);
  bool open(YamlKind kind, const YamlEvent& event);
  void close();
  void add(YamlNode node);
  /// Begins an entry of the innermost map. False when the key is none; its value will be dropped.
  bool add_key(const YamlNode& node);
  YamlNode alias(const YamlEvent& event);
  YamlNode scalar(const YamlEvent& event);
  /// What is not there is marked behind what announced it: an item of a list stands at its dash.
  Span null_place(const YamlEvent& event) const;
  /// Reports anchors and tags; true when there was one.
  bool refuse_marks(const YamlEvent& event);
  void refuse_unprintable(YamlNode& node);
  /// The words on a line that a “#” cuts short. Looked for once a line: one line may hold a whole ledger's scalars.
  std::string_view before_hash_on(std::size_t line);

  const LineIndex& lines_;
  const ScannerText& scanned_;
  Diagnostics& diagnostics_;
  std::vector<Frame> frames_;
  std::vector<YamlEntry>
      entries_;  ///< of all that is open; a node gets its own, whose number is known then, when it closes
  std::optional<YamlNode> root_;
  std::optional<std::size_t> hash_line_;  ///< the line before_hash_on() was asked last
  std::string_view before_hash_;          ///< and its answer
  std::set<std::string, std::less<>> anchors_;
  int documents_ = 0;
  bool cut_ = false;  ///< closing what an error left open; its half-read keys are no problems of their own
};

}  // namespace gongkai
