// Fonts by role, from a folder of our own: never the system's, never a substitute nobody asked for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "layout/frame.h"

namespace gongkai {

/// The box of a full-width character, in parts of the size: what stands above and below the baseline.
inline constexpr double kAscent = 0.88;
inline constexpr double kDescent = 0.12;

/// Distance from the top of a line of this pitch to the baseline of text centred in it. Points.
inline constexpr double baseline_in_line(double line_pitch, double size) {
  return (line_pitch - size) / 2 + kAscent * size;
}

/// One glyph of a shaped text; advance and bounds for a size of 1 (multiply by points).
struct ShapedGlyph {
  std::uint32_t id = 0;
  double advance = 0;
  double dx = 0;  ///< drawing offset
  double dy = 0;  ///< the same, upwards
};

/// A short text (a character, a word, a number) shaped in one face. Measures for a size of 1; the ink of marks only.
struct ShapedText {
  std::vector<ShapedGlyph> glyphs;
  std::vector<Cluster> clusters;
  double advance = 0;
  double ink_left = 0;   ///< left edge of the ink from the origin
  double ink_right = 0;  ///< right edge of the ink from the origin
};

/// Index into FontLibrary::roles().
using RoleId = std::size_t;

/// What a role says of one character: its face, and whether it is not the role's own.
struct FaceChoice {
  FaceId face = 0;
  bool fallback = false;
};

/// What `gongkai fonts` shows of one face.
struct FaceReport {
  FontFace face;
  std::string licence;  ///< as roles.yaml says; "" when it does not
  bool digits = false;  ///< serves the role's digits and Latin
  std::size_t glyphs = 0;
  std::size_t common_han = 0;  ///< of the 20,902 ideographs U+4E00…U+9FA5
};

/// The faces a fonts folder offers, by role. Use one library in one thread; several live side by side.
class FontLibrary {
 public:
  /// Opens `folder` (roles.yaml and the font files it names). Every missing, damaged or misnamed file is an E07xx;
  /// empty when there was any.
  static std::unique_ptr<FontLibrary> open(const std::filesystem::path& folder, Diagnostics& diagnostics);
  ~FontLibrary();
  FontLibrary(const FontLibrary&) = delete;
  FontLibrary& operator=(const FontLibrary&) = delete;

  bool has_role(std::string_view role) const { return find_role(role).has_value(); }
  std::optional<RoleId> find_role(std::string_view role) const;
  /// Roles in the order of roles.yaml.
  std::vector<std::string> roles() const;
  /// All faces in the order of roles.yaml; FaceId is the index. Copy into Frames::faces. Two roles may name one file:
  /// a backend should load by (path, index), not by FaceId.
  const std::vector<FontFace>& faces() const;

  /// The face that shows `character` in `role`: the role's digits face for digits and Latin, else the first family
  /// that has it. Empty when none does or the role is unknown. Blanks and controls count as present.
  std::optional<FaceChoice> face_for(RoleId role, char32_t character);
  std::optional<FaceChoice> face_for(std::string_view role, char32_t character);

  /// Shapes a short text of one face and direction; cached. The reference is good until trim_cache.
  const ShapedText& shape(FaceId face, std::string_view text);
  /// How wide the ink of a text is, for a size of 1; of letters as well, and not cached.
  double ink_width(FaceId face, std::string_view text);
  /// How large, in parts of the size, a face that fills in for its role's own is set so that its characters look as
  /// large as theirs; 1 for the role's own faces.
  double size_beside(FaceId face);
  /// Forgets what was shaped when it has grown too much; called between texts.
  void trim_cache();

  /// Gives back the memory of what was read of the font files: they are not needed before the next text.
  void let_go() const;

  std::vector<FaceReport> report() const;

 private:
  struct Impl;
  explicit FontLibrary(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gongkai
