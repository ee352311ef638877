#include "layout/fonts.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "layout/character_map.h"
#include "layout/font_file.h"
#include "layout/font_roles.h"
#include "layout/shaper.h"

namespace gongkai {
namespace {

constexpr std::string_view kRolesFile = "roles.yaml";
/// Shaped texts kept at most; a batch of documents would otherwise collect all their figures.
constexpr std::size_t kCacheLimit = 20000;

/// What a role's digits face serves: ASCII and Latin letters with accents.
bool is_digit_or_latin(char32_t c) {
  return c <= 0x7E || (c >= 0xC0 && c <= 0x24F);
}

/// Blanks and controls need no glyph of their own.
bool is_invisible(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

/// One entry of a role. `font` is the shaper's index.
struct LibraryFace {
  int font = -1;
  std::string digit_feature;
  std::string licence;
};

/// What is known of a character in a role. Small: there is one for each of the ideographs around those that are used.
class KnownChoice {
 public:
  bool asked() const { return answer_ != Answer::Unasked; }
  void set(const std::optional<FaceChoice>& choice) {
    answer_ = !choice ? Answer::None : choice->fallback ? Answer::Fallback : Answer::Own;
    if (choice) face_ = static_cast<std::uint16_t>(choice->face);
  }
  std::optional<FaceChoice> choice() const {
    if (answer_ == Answer::Own || answer_ == Answer::Fallback) return FaceChoice{face_, answer_ == Answer::Fallback};
    return std::nullopt;
  }

 private:
  enum class Answer : std::uint8_t { Unasked, None, Own, Fallback };

  std::uint16_t face_ = 0;  ///< a folder of fonts has some ten
  Answer answer_ = Answer::Unasked;
};

struct RoleFaces {
  std::string name;
  std::vector<FaceId> chain;
  std::optional<FaceId> digits;
  CharacterMap<KnownChoice> known;
};

/// Texts are looked up as they come, without a string being made of each.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using ShapedTexts = std::unordered_map<std::string, ShapedText, TextHash, std::equal_to<>>;

/// What is known of the files of a fonts folder; each is looked at once, however many roles name it.
class FontFiles {
 public:
  explicit FontFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  struct File {
    std::string path;
    bool there = false;
    std::string problem;  ///< why one that is there is no sound font; "" when it is
  };

  const File& file(const std::string& name) {
    const auto [known, is_new] = files_.try_emplace(name);
    File& file = known->second;
    if (!is_new) return file;
    file.path = (folder_ / name).string();
    file.there = std::filesystem::is_regular_file(file.path);
    if (file.there) file.problem = find_font_file_problem(file.path);
    return file;
  }

 private:
  std::filesystem::path folder_;
  std::map<std::string, File> files_;
};

}  // namespace

struct FontLibrary::Impl {
  Shaper shaper;
  std::vector<RoleFaces> roles;
  std::vector<FontFace> faces;
  std::vector<LibraryFace> loaded;
  std::vector<ShapedTexts> cache;  ///< by face; looked up, never walked
  std::size_t cached = 0;

  std::optional<FaceId> add_face(FontFiles& files, const std::string& role, const FaceSpec& spec, bool fallback,
                                 Diagnostics& diagnostics);
  void add_role(FontFiles& files, const RoleSpec& spec, Diagnostics& diagnostics);
  std::optional<FaceChoice> choose(const RoleFaces& role, char32_t character) const;
  bool shows(FaceId face, char32_t c) const { return is_invisible(c) || shaper.has_glyph(loaded[face].font, c); }
};

std::optional<FaceId> FontLibrary::Impl::add_face(FontFiles& files, const std::string& role, const FaceSpec& spec,
                                                  bool fallback, Diagnostics& diagnostics) {
  const FontFiles::File& file = files.file(spec.file);
  if (!file.there) return std::nullopt;  // report_missing() names it
  const std::string& path = file.path;
  if (!file.problem.empty()) {
    diagnostics.error("E0713", {}, "字体文件 " + path + " 坏了：" + file.problem,
                      "重新运行 fonts/prepare.sh，或换一份完好的");
    return std::nullopt;
  }
  std::string problem;
  const int font = shaper.load(path, spec.family, problem);
  if (font < 0) {
    diagnostics.error("E0714", {}, "字体文件 " + path + " 不能用于角色“" + role + "”：" + problem,
                      "核对 roles.yaml 里的“文件”和“字族”");
    return std::nullopt;
  }
  if (!shaper.has_outlines(font)) {
    diagnostics.error("E0716", {}, "字体文件 " + path + " 里没有能嵌入 PDF 的轮廓：它是 CFF2 可变字体或点阵字体",
                      "换成同一字体不可变的版本（.otf、.ttf、.ttc）");
    return std::nullopt;
  }
  faces.push_back({role, spec.family, path, shaper.index_in_file(font), fallback});
  loaded.push_back({font, spec.digit_feature, spec.licence});
  return static_cast<FaceId>(faces.size() - 1);
}

void FontLibrary::Impl::add_role(FontFiles& files, const RoleSpec& spec, Diagnostics& diagnostics) {
  RoleFaces role{.name = spec.name};
  if (spec.digits) {
    role.digits = add_face(files, spec.name, *spec.digits, false, diagnostics);
  }
  for (const FaceSpec& face : spec.faces) {
    if (const auto id = add_face(files, spec.name, face, !role.chain.empty(), diagnostics)) {
      role.chain.push_back(*id);
    }
  }
  roles.push_back(std::move(role));
}

namespace {

/// One error a missing file, with all the roles that name it.
void report_missing(FontFiles& fonts, const std::vector<RoleSpec>& roles, Diagnostics& diagnostics) {
  std::map<std::string, std::string> roles_of;
  for (const RoleSpec& role : roles) {
    std::set<std::string> files;
    if (role.digits) files.insert(role.digits->file);
    for (const FaceSpec& face : role.faces) files.insert(face.file);
    for (const std::string& name : files) {
      const FontFiles::File& file = fonts.file(name);
      if (!file.there) roles_of[file.path] += "“" + role.name + "”";
    }
  }
  for (const auto& [path, names] : roles_of) {
    diagnostics.error("E0712", {}, "缺字体文件 " + path + "（角色" + names + "要用）",
                      "重新运行 fonts/prepare.sh，或把文件放进去，或改 roles.yaml");
  }
}

}  // namespace

FontLibrary::FontLibrary(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontLibrary::~FontLibrary() = default;

std::unique_ptr<FontLibrary> FontLibrary::open(const std::filesystem::path& folder, Diagnostics& diagnostics) {
  const std::filesystem::path path = folder / kRolesFile;
  std::error_code unknown;
  std::ifstream in;
  std::ostringstream text;
  if (std::filesystem::is_regular_file(path, unknown)) in.open(path, std::ios::binary);
  if (!in.is_open() || !(text << in.rdbuf())) {
    diagnostics.error("E0711", {}, "读不了字体目录的 " + path.string(),
                      "编译时会准备好字体目录；也可以运行 fonts/prepare.sh <目录>");
    return nullptr;
  }
  const std::size_t errors_before = diagnostics.count(Severity::Error);
  const auto roles = parse_font_roles(text.str(), path.string(), diagnostics);
  if (!roles) {
    return nullptr;
  }
  auto impl = std::make_unique<Impl>();
  Diagnostics problems;
  FontFiles files(folder);
  report_missing(files, *roles, problems);
  for (const RoleSpec& role : *roles) {
    impl->add_role(files, role, problems);
  }
  problems.sort_and_deduplicate();  // several roles name one file
  diagnostics.append(problems);
  if (diagnostics.count(Severity::Error) > errors_before) {
    return nullptr;
  }
  impl->cache.resize(impl->faces.size());
  return std::unique_ptr<FontLibrary>(new FontLibrary(std::move(impl)));
}

std::optional<RoleId> FontLibrary::find_role(std::string_view role) const {
  const auto found = std::ranges::find(impl_->roles, role, &RoleFaces::name);
  if (found == impl_->roles.end()) return std::nullopt;
  return static_cast<RoleId>(found - impl_->roles.begin());
}

std::vector<std::string> FontLibrary::roles() const {
  std::vector<std::string> names;
  for (const RoleFaces& role : impl_->roles) names.push_back(role.name);
  return names;
}

const std::vector<FontFace>& FontLibrary::faces() const {
  return impl_->faces;
}

std::optional<FaceChoice> FontLibrary::Impl::choose(const RoleFaces& role, char32_t character) const {
  if (role.digits && is_digit_or_latin(character) && shows(*role.digits, character)) {
    return FaceChoice{*role.digits, false};
  }
  for (const FaceId face : role.chain) {
    if (shows(face, character)) return FaceChoice{face, faces[face].fallback};
  }
  return std::nullopt;
}

std::optional<FaceChoice> FontLibrary::face_for(std::string_view role, char32_t character) {
  const auto id = find_role(role);
  return id ? face_for(*id, character) : std::nullopt;
}

std::optional<FaceChoice> FontLibrary::face_for(RoleId role, char32_t character) {
  RoleFaces& faces = impl_->roles.at(role);
  KnownChoice& known = faces.known[character];
  if (!known.asked()) known.set(impl_->choose(faces, character));
  return known.choice();
}

const ShapedText& FontLibrary::shape(FaceId face, std::string_view text) {
  ShapedTexts& cache = impl_->cache.at(face);
  if (const auto found = cache.find(text); found != cache.end()) return found->second;
  const LibraryFace& loaded = impl_->loaded[face];
  ++impl_->cached;
  return cache.try_emplace(std::string(text), impl_->shaper.shape(loaded.font, text, loaded.digit_feature))
      .first->second;
}

double FontLibrary::ink_width(FaceId face, std::string_view text) {
  ShapedText measured = shape(face, text);
  impl_->shaper.measure_ink(impl_->loaded.at(face).font, measured);
  return measured.ink_right - measured.ink_left;
}

double FontLibrary::size_beside(FaceId face) {
  constexpr std::string_view kProbe = "国";  // a character that fills its box
  constexpr double kSmallest = 0.8;
  constexpr double kLargest = 1.15;
  const FontFace& filling = impl_->faces.at(face);
  if (!filling.fallback) return 1;
  const FaceId own = impl_->roles.at(*find_role(filling.role)).chain.front();
  if (!impl_->shows(own, U'国') || !impl_->shows(face, U'国')) return 1;
  // Styles differ more in width than in height, so half of the difference is made up for.
  const double found = ink_width(face, kProbe);
  return found > 0 ? std::clamp((1 + ink_width(own, kProbe) / found) / 2, kSmallest, kLargest) : 1;
}

void FontLibrary::trim_cache() {
  if (impl_->cached > kCacheLimit) {
    for (auto& cache : impl_->cache) {
      cache.clear();
    }
    impl_->cached = 0;
  }
}

void FontLibrary::let_go() const {
  impl_->shaper.let_go();
}

std::vector<FaceReport> FontLibrary::report() const {
  std::vector<FaceReport> reports;
  for (FaceId id = 0; id < impl_->faces.size(); ++id) {
    FaceReport report;
    report.face = impl_->faces[id];
    report.licence = impl_->loaded[id].licence;
    report.digits = impl_->roles.at(*find_role(report.face.role)).digits == id;
    report.glyphs = impl_->shaper.glyph_count(impl_->loaded[id].font);
    for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) {
      report.common_han += impl_->shaper.has_glyph(impl_->loaded[id].font, c) ? 1U : 0U;
    }
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace gongkai
