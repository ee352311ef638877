#include "layout/font_roles.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace gongkai {
namespace {

class RolesReader {
 public:
  RolesReader(std::string_view path, Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  std::vector<RoleSpec> read(const YAML::Node& root) {
    std::vector<RoleSpec> roles;
    if (!root.IsMap()) {
      fail(root, "应当是“角色: {字体: […]}”的形式");
      return roles;
    }
    for (const auto& entry : root) {
      RoleSpec role = read_role(entry.first, entry.second);
      const bool repeated =
          std::any_of(roles.begin(), roles.end(), [&](const RoleSpec& other) { return other.name == role.name; });
      if (repeated) {
        fail(entry.first, "角色“" + role.name + "”写了两次");
      }
      roles.push_back(std::move(role));
    }
    if (roles.empty()) {
      fail(root, "一个角色也没有");
    }
    return roles;
  }

  bool failed() const { return failed_; }

  void fail(const YAML::Node& node, const std::string& what) {
    const YAML::Mark mark = node.IsDefined() ? node.Mark() : YAML::Mark::null_mark();
    fail(mark, what);
  }

  void fail(const YAML::Mark& mark, const std::string& what) {
    failed_ = true;
    const std::string place = mark.is_null() ? std::string() : " 第" + std::to_string(mark.line + 1) + "行";
    diagnostics_.error("E0711", {}, std::string(path_) + place + "：" + what, "照 fonts/README.md 里的例子改");
  }

 private:
  RoleSpec read_role(const YAML::Node& name, const YAML::Node& body) {
    RoleSpec role;
    role.name = name.IsScalar() ? name.Scalar() : std::string();
    if (!body.IsMap()) {
      fail(name, "角色“" + role.name + "”下面应当有“字体”");
      return role;
    }
    for (const auto& entry : body) {
      const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      if (key == "字体") {
        read_faces(entry.first, entry.second, role);
      } else if (key == "数字") {
        role.digits = read_face(entry.second, role.name);
      } else {
        fail(entry.first, "角色“" + role.name + "”里不认识“" + key + "”；只有“字体”和“数字”");
      }
    }
    if (role.faces.empty()) {
      fail(name, "角色“" + role.name + "”没有字体");
    }
    return role;
  }

  void read_faces(const YAML::Node& key, const YAML::Node& list, RoleSpec& role) {
    if (!list.IsSequence()) {
      fail(key, "角色“" + role.name + "”的“字体”应当是一个列表");
      return;
    }
    for (const auto& item : list) {
      role.faces.push_back(read_face(item, role.name));
    }
  }

  FaceSpec read_face(const YAML::Node& node, const std::string& role) {
    FaceSpec face;
    if (!node.IsMap()) {
      fail(node, "角色“" + role + "”的字体应当写成 {文件: …, 字族: …}");
      return face;
    }
    for (const auto& entry : node) {
      const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
      std::string* const target = key == "文件"       ? &face.file
                                  : key == "字族"     ? &face.family
                                  : key == "数字特性" ? &face.digit_feature
                                                      : nullptr;
      if (target == nullptr) {
        fail(entry.first, "字体里不认识“" + key + "”；只有“文件”“字族”“数字特性”");
      } else if (entry.second.IsScalar()) {
        *target = entry.second.Scalar();
      }
    }
    check_face(node, face, role);
    return face;
  }

  void check_face(const YAML::Node& node, const FaceSpec& face, const std::string& role) {
    if (face.file.empty() || face.family.empty()) {
      fail(node, "角色“" + role + "”的字体要写明“文件”和“字族”");
    }
    if (face.file.find('/') != std::string::npos) {
      fail(node, "字体文件“" + face.file + "”应当与 roles.yaml 在同一个目录，只写文件名");
    }
    if (!face.digit_feature.empty() && face.digit_feature.size() != 4) {
      fail(node, "“数字特性”应当是四个字母的名字，例如 hwid");
    }
  }

  std::string_view path_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

std::optional<std::vector<RoleSpec>> parse_font_roles(std::string_view text, std::string_view path,
                                                      Diagnostics& diagnostics) {
  RolesReader reader(path, diagnostics);
  std::vector<RoleSpec> roles;
  try {
    roles = reader.read(YAML::Load(std::string(text)));
  } catch (const YAML::Exception& problem) {
    reader.fail(problem.mark, "不是正确的 YAML（" + problem.msg + "）");
  }
  if (reader.failed()) {
    return std::nullopt;
  }
  return roles;
}

}  // namespace gongkai
