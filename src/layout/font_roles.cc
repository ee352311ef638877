#include "layout/font_roles.h"

#include "base/source.h"
#include "base/utf8.h"
#include "yaml/yaml_document.h"

namespace gongkai {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";
/// The YAML reader's word for a key that stands twice; said below with the name of what it is.
constexpr std::string_view kRepeatedKey = "E0207";

class RolesReader {
 public:
  RolesReader(std::string_view path, Diagnostics& diagnostics) : path_(path), diagnostics_(diagnostics) {}

  std::vector<RoleSpec> read(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    if (find_invalid_utf8(text)) {
      fail({}, "不是 UTF-8 编码");
      return {};
    }
    Sources sources;
    const FileId file = sources.add(std::string(path_), std::string(text));
    Diagnostics findings;
    const YamlDocument document = parse_yaml(file, sources, findings);
    report(document, findings);
    return document.complete && document.root ? read_roles(*document.root) : std::vector<RoleSpec>();
  }

  bool failed() const { return failed_; }

 private:
  /// All that was found around a syntax error is one error, where the last of it is: at what stopped the reading.
  void report(const YamlDocument& document, const Diagnostics& findings) {
    std::string causes;
    Span place;
    for (const Diagnostic& finding : findings.items()) {
      if (finding.code == kRepeatedKey) continue;
      if (!document.stopped_at) fail(finding.span, finding.message);
      causes += (causes.empty() ? "" : "；") + finding.message;
      place = finding.span;
    }
    if (document.stopped_at) fail(place, "不是正确的 YAML（" + causes + "）");
  }

  void fail(const Span& span, const std::string& what) {
    failed_ = true;
    const std::string place = span.known() ? " 第" + std::to_string(span.line) + "行" : std::string();
    diagnostics_.error("E0711", {}, std::string(path_) + place + "：" + what, "照 fonts/README.md 里的例子改");
  }

  std::vector<RoleSpec> read_roles(const YamlNode& root) {
    std::vector<RoleSpec> roles;
    if (root.kind != YamlKind::Map) {
      fail(root.span, "应当是“角色: {字体: […]}”的形式");
      return roles;
    }
    for (const YamlEntry& entry : root.entries) {
      if (entry.repeated) fail(entry.key_span, "角色“" + entry.key + "”写了两次");
      roles.push_back(read_role(entry));
    }
    if (roles.empty()) {
      fail(root.span, "一个角色也没有");
    }
    return roles;
  }

  RoleSpec read_role(const YamlEntry& entry) {
    RoleSpec role;
    role.name = entry.key;
    if (entry.value.kind != YamlKind::Map) {
      fail(entry.key_span, "角色“" + role.name + "”下面应当有“字体”");
      return role;
    }
    for (const YamlEntry& part : entry.value.entries) {
      refuse_repeated(part);
      if (part.key == "字体") {
        read_faces(part, role);
      } else if (part.key == "数字") {
        role.digits = read_face(part.value, role.name);
      } else {
        fail(part.key_span, "角色“" + role.name + "”里不认识“" + part.key + "”；只有“字体”和“数字”");
      }
    }
    if (role.faces.empty()) {
      fail(entry.key_span, "角色“" + role.name + "”没有字体");
    }
    return role;
  }

  void read_faces(const YamlEntry& part, RoleSpec& role) {
    if (part.value.kind != YamlKind::List) {
      fail(part.key_span, "角色“" + role.name + "”的“字体”应当是一个列表");
      return;
    }
    for (const YamlEntry& item : part.value.entries) {
      role.faces.push_back(read_face(item.value, role.name));
    }
  }

  FaceSpec read_face(const YamlNode& node, const std::string& role) {
    FaceSpec face;
    if (node.kind != YamlKind::Map) {
      fail(node.span, "角色“" + role + "”的字体应当写成 {文件: …, 字族: …}");
      return face;
    }
    for (const YamlEntry& part : node.entries) {
      refuse_repeated(part);
      std::string* const target = part.key == "文件"       ? &face.file
                                  : part.key == "字族"     ? &face.family
                                  : part.key == "数字特性" ? &face.digit_feature
                                  : part.key == "许可"     ? &face.licence
                                                           : nullptr;
      if (target == nullptr) {
        fail(part.key_span, "字体里不认识“" + part.key + "”；只有“文件”“字族”“数字特性”“许可”");
      } else {
        *target = part.value.text;
      }
    }
    check_face(node.span, face, role);
    return face;
  }

  void refuse_repeated(const YamlEntry& part) {
    if (part.repeated) fail(part.key_span, "“" + part.key + "”写了两次");
  }

  void check_face(const Span& span, const FaceSpec& face, const std::string& role) {
    if (face.file.empty() || face.family.empty()) {
      fail(span, "角色“" + role + "”的字体要写明“文件”和“字族”");
    }
    if (face.file.find('/') != std::string::npos) {
      fail(span, "字体文件“" + face.file + "”应当与 roles.yaml 在同一个目录，只写文件名");
    }
    if (!face.digit_feature.empty() && face.digit_feature.size() != 4) {
      fail(span, "“数字特性”应当是四个字母的名字，例如 hwid");
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
  std::vector<RoleSpec> roles = reader.read(text);
  if (reader.failed()) {
    return std::nullopt;
  }
  return roles;
}

}  // namespace gongkai
