// What every step of loading a pack needs.
#pragma once

#include <filesystem>
#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "yaml/yaml_node.h"

namespace gongkai {

struct PackContext {
  const World& world;
  Sources& sources;
  Diagnostics& diagnostics;
};

/// Reads a text of a pack into the sources; empty when there is none or, after reporting E0523, when it is unusable.
std::optional<FileId> read_pack_file(const PackContext& context, const std::filesystem::path& path);

/// The same, parsed as YAML; empty as well when a syntax error, which is reported, cut it: the rest is not to be
/// judged.
std::optional<YamlNode> read_pack_yaml(const PackContext& context, const std::filesystem::path& path);

/// The second half of that, for a text that is read already.
std::optional<YamlNode> parse_pack_yaml(FileId file, const Sources& sources, Diagnostics& diagnostics);

}  // namespace gongkai
