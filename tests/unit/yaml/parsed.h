// A text parsed, with what was reported of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/source.h"
#include "yaml/yaml_document.h"

namespace gongkai::test {

using Places = std::vector<std::string>;

struct Parsed {
  Sources sources;
  Diagnostics diagnostics;
  YamlDocument document;

  explicit Parsed(const std::string& text) {
    document = parse_yaml(sources.add("甲.yaml", text), sources, diagnostics);
  }
  const YamlNode& at(std::string_view key) const {
    const YamlNode* node = document.root->find(key);
    EXPECT_NE(node, nullptr) << key;
    return *node;
  }
  /// "代码:行:列" of each problem.
  std::vector<std::string> problems() const {
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.items()) {
      out.push_back(d.code + ":" + std::to_string(d.span.line) + ":" + std::to_string(d.span.column));
    }
    return out;
  }
};

}  // namespace gongkai::test
