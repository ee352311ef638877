#include "pack/pack_files.h"

#include <string_view>

namespace gongkai {
namespace {

constexpr std::string_view kYamlExtension = ".yaml";

class LinkReader {
 public:
  LinkReader(const PackContext& context, const PackLink& link) : context_(context), link_(link) {}

  LinkFiles read() {
    files_.style = file("style.yaml");
    files_.glossary = file("glossary.yaml");
    files_.facts = file("facts.yaml");
    read_folder("tables", files_.tables);
    read_folder("forms", files_.forms);
    files_.charts = file("charts.yaml");
    files_.disclosure = file("disclosure.txt");
    files_.correction = file("correction.txt");
    return std::move(files_);
  }

 private:
  std::optional<FileId> file(const std::filesystem::path& name) {
    const std::filesystem::path path = link_.folder / name;
    const auto read = read_pack_file(context_, path);
    files_.unreadable = files_.unreadable || (!read && context_.world.is_file(path));
    return read;
  }

  void read_folder(const std::string& folder, std::vector<std::pair<std::string, FileId>>& sheets) {
    for (const std::string& name : context_.world.list(link_.folder / folder)) {
      if (!name.ends_with(kYamlExtension)) continue;
      const auto read = file(std::filesystem::path(folder) / name);
      if (read) sheets.emplace_back(name.substr(0, name.size() - kYamlExtension.size()), *read);
    }
  }

  const PackContext& context_;
  const PackLink& link_;
  LinkFiles files_;
};

}  // namespace

LinkFiles read_link_files(const PackContext& context, const PackLink& link) {
  return LinkReader(context, link).read();
}

}  // namespace gongkai
