#include "trial/trials.h"

#include "pack/pack_context.h"
#include "pack/pack_fields.h"

namespace gongkai {

std::vector<TrialCase> read_trials(const World& world, Sources& sources, Diagnostics& diagnostics) {
  const std::filesystem::path path = world.home() / "data" / "trial" / "trials.yaml";
  std::vector<TrialCase> cases;
  const auto root = read_pack_yaml({world, sources, diagnostics}, path);
  const YamlNode* list = root ? root->find("试账") : nullptr;
  if (list == nullptr) {
    diagnostics.error("E0570", {}, "没有试账：" + path.string(), "试账随程序一起安装，请重新安装");
    return cases;
  }
  for (const YamlEntry& entry : list->entries) {
    PackFields fields(entry.value, "试账", diagnostics);
    cases.push_back({fields.text("名"), fields.text("说"), fields.text("文件")});
    fields.finish();
  }
  return cases;
}

}  // namespace gongkai
