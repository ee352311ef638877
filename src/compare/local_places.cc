#include "compare/local_places.h"

#include <filesystem>

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::string local_name(const std::string& file, const std::string& folder) {
  const fs::path path(file);
  const fs::path local =
      path.lexically_normal().lexically_relative(fs::path(folder.empty() ? "." : folder).lexically_normal());
  const bool inside = !local.empty() && *local.begin() != "..";
  return (inside ? local : path.filename()).string();
}

}  // namespace

std::string LocalPlaces::of(const Span& span) {
  if (!span.known()) return {};
  const auto [name, is_new] = names_.try_emplace(span.file);
  if (is_new) name->second = local_name(sources_.file(span.file).path, folder_);
  return name->second + ":" + std::to_string(span.line);
}

}  // namespace gongkai
