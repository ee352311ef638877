#include "layout/shaper.h"

#include <hb-aat.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "layout/file_mapping.h"

namespace gongkai {
namespace {

/// Measures come in these parts of the size: whole numbers of a font's own units, be they 1,000, 1,024 or 2,048 an em.
constexpr int kUnits = 2048 * 500;

struct Release {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};

template <typename T>
using Owned = std::unique_ptr<T, Release>;

struct LoadedFont {
  std::string path;
  std::string family;
  int index = 0;
  std::shared_ptr<const FileMapping> file;  ///< outlives the font
  Owned<hb_font_t> font;
  Owned<hb_set_t> ruled;  ///< glyphs that rules of the font may change or move; null: all of them
};

std::string name_of(hb_face_t* face, const hb_ot_name_entry_t& entry) {
  unsigned length = hb_ot_name_get_utf8(face, entry.name_id, entry.language, nullptr, nullptr);
  std::string name(length + 1, '\0');
  unsigned size = length + 1;
  hb_ot_name_get_utf8(face, entry.name_id, entry.language, &size, name.data());
  name.resize(size);
  return name;
}

/// The families a face says it belongs to, in every language it has.
std::vector<std::string> families_of(hb_face_t* face) {
  unsigned count = 0;
  const hb_ot_name_entry_t* const entries = hb_ot_name_list_names(face, &count);
  std::vector<std::string> families;
  for (unsigned i = 0; i < count; ++i) {
    const hb_ot_name_id_t id = entries[i].name_id;
    if (id == HB_OT_NAME_ID_FONT_FAMILY || id == HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY) {
      families.push_back(name_of(face, entries[i]));
    }
  }
  return families;
}

/// A stretch of one script. Bytes.
struct ScriptRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  hb_script_t script = HB_SCRIPT_HAN;
};

bool has_own_script(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

std::size_t utf8_length(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// Digits and marks go with the letters before them, else with those after; alone they are Chinese.
std::vector<ScriptRun> script_runs(std::string_view text) {
  std::vector<ScriptRun> runs;
  std::size_t at = 0;
  bool open = true;  // the run so far has only characters without a script
  for (const char32_t c : decode_utf8(text)) {
    const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    const std::size_t begin = at;
    at += utf8_length(c);
    if (runs.empty()) runs.push_back({begin, at});
    if (has_own_script(script) && open) {
      runs.back().script = script;
      open = false;
    } else if (has_own_script(script) && script != runs.back().script) {
      runs.push_back({begin, at, script});
    }
    runs.back().end = at;
  }
  return runs;
}

/// `name` for every run of ASCII digits.
std::vector<hb_feature_t> digit_features(std::string_view text, std::string_view name) {
  std::vector<hb_feature_t> features;
  hb_feature_t feature{};
  if (name.empty() || hb_feature_from_string(name.data(), static_cast<int>(name.size()), &feature) == 0) {
    return features;
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    const std::size_t begin = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    feature.start = static_cast<unsigned>(begin);
    feature.end = static_cast<unsigned>(i);
    features.push_back(feature);
  }
  return features;
}

/// Glyphs with one cluster value become one Cluster. Right-to-left runs come as one cluster: the order of their glyphs
/// is not that of their bytes.
void append_clusters(const std::vector<hb_glyph_info_t>& infos, const ScriptRun& run, ShapedText& out) {
  const auto bytes = static_cast<int>(run.end - run.begin);
  const auto count = static_cast<int>(infos.size());
  const bool ascending = std::ranges::is_sorted(infos, {}, &hb_glyph_info_t::cluster);
  if (!ascending || infos.empty() || infos.front().cluster != run.begin) {
    out.clusters.push_back({bytes, count});
    return;
  }
  std::size_t first = 0;
  for (std::size_t i = 1; i <= infos.size(); ++i) {
    const std::size_t next = i < infos.size() ? infos[i].cluster : run.end;
    if (i < infos.size() && next == infos[first].cluster) continue;
    out.clusters.push_back({static_cast<int>(next - infos[first].cluster), static_cast<int>(i - first)});
    first = i;
  }
}

/// Adds the glyphs that rules of the table apply to in a horizontal text for which no feature is asked.
void add_ruled(hb_face_t* face, hb_tag_t table, hb_set_t* glyphs) {
  constexpr const char* kFeatures[] = {"abvm", "blwm", "calt", "ccmp", "clig", "curs", "dist", "kern", "liga", "locl",
                                       "ltra", "ltrm", "mark", "mkmk", "rand", "rclt", "rlig", "rvrn", "trak"};
  std::vector<hb_tag_t> features;
  for (const char* name : kFeatures) features.push_back(hb_tag_from_string(name, -1));
  features.push_back(HB_TAG_NONE);
  const Owned<hb_set_t> lookups(hb_set_create());
  hb_ot_layout_collect_lookups(face, table, nullptr, nullptr, features.data(), lookups.get());
  for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup) != 0;) {
    hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nullptr, glyphs, nullptr, nullptr);
  }
}

/// Null for a font with rules of another kind (AAT, Graphite), of which this is not known.
Owned<hb_set_t> ruled_glyphs(hb_face_t* face) {
  const Owned<hb_blob_t> graphite(hb_face_reference_table(face, HB_TAG('S', 'i', 'l', 'f')));
  if (hb_aat_layout_has_substitution(face) != 0 || hb_aat_layout_has_positioning(face) != 0) return nullptr;
  if (hb_blob_get_length(graphite.get()) > 0) return nullptr;
  Owned<hb_set_t> glyphs(hb_set_create());
  add_ruled(face, HB_OT_TAG_GSUB, glyphs.get());
  add_ruled(face, HB_OT_TAG_GPOS, glyphs.get());
  return glyphs;
}

/// The ideograph that is the whole text, if it is one.
std::optional<char32_t> lone_ideograph(std::string_view text) {
  constexpr std::size_t kBytes = 3;
  if (text.size() != kBytes) return std::nullopt;
  std::size_t at = 0;
  const char32_t c = next_character(text, at);
  return at == kBytes && c >= 0x4E00 && c <= 0x9FFF ? std::optional(c) : std::nullopt;
}

double in_ems(hb_position_t measure) {
  return static_cast<double>(measure) / kUnits;
}

/// Whether the blank of its glyph may be taken away: a bracket, a stop or the like, which a line sets by itself. The
/// points of numbers do not count.
bool is_mark(std::string_view text) {
  std::size_t at = 0;
  const hb_unicode_general_category_t category =
      hb_unicode_general_category(hb_unicode_funcs_get_default(), text.empty() ? U' ' : next_character(text, at));
  return category >= HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION &&
         category <= HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION;
}

}  // namespace

struct Shaper::Impl {
  Owned<hb_buffer_t> buffer{hb_buffer_create()};  ///< used again for every text
  /// Chinese forms of what the languages share: dashes, ellipses and quotation marks of full width.
  hb_language_t language = hb_language_from_string("zh-cn", -1);
  std::vector<LoadedFont> fonts;

  void shape_run(hb_font_t* font, std::string_view text, const ScriptRun& run,
                 const std::vector<hb_feature_t>& features, ShapedText& out);
};

void Shaper::Impl::shape_run(hb_font_t* font, std::string_view text, const ScriptRun& run,
                             const std::vector<hb_feature_t>& features, ShapedText& out) {
  hb_buffer_clear_contents(buffer.get());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), static_cast<unsigned>(run.begin),
                     static_cast<int>(run.end - run.begin));
  hb_buffer_set_script(buffer.get(), run.script);
  hb_buffer_set_language(buffer.get(), language);
  const hb_direction_t own = hb_script_get_horizontal_direction(run.script);
  hb_buffer_set_direction(buffer.get(), own == HB_DIRECTION_RTL ? own : HB_DIRECTION_LTR);
  hb_shape(font, buffer.get(), features.data(), static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* const places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  append_clusters({infos, infos + count}, run, out);
  for (unsigned i = 0; i < count; ++i) {
    const ShapedGlyph glyph{infos[i].codepoint, in_ems(places[i].x_advance), in_ems(places[i].x_offset),
                            in_ems(places[i].y_offset)};
    out.advance += glyph.advance;
    out.glyphs.push_back(glyph);
  }
}

Shaper::Shaper() : impl_(std::make_unique<Impl>()) {}
Shaper::~Shaper() = default;

int Shaper::load(const std::string& path, const std::string& family, std::string& problem) {
  for (std::size_t i = 0; i < impl_->fonts.size(); ++i) {
    if (impl_->fonts[i].path == path && impl_->fonts[i].family == family) return static_cast<int>(i);
  }
  const std::shared_ptr<const FileMapping> file = FileMapping::open(path);
  if (!file) {
    problem = "打不开";
    return -1;
  }
  const std::string_view bytes = file->bytes();
  const Owned<hb_blob_t> blob(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  std::string others;
  const unsigned faces = hb_face_count(blob.get());
  for (unsigned index = 0; index < faces; ++index) {
    const Owned<hb_face_t> face(hb_face_create(blob.get(), index));
    const std::vector<std::string> families = families_of(face.get());
    if (std::ranges::find(families, family) != families.end()) {
      LoadedFont loaded{path,
                        family,
                        static_cast<int>(index),
                        file,
                        Owned<hb_font_t>(hb_font_create(face.get())),
                        ruled_glyphs(face.get())};
      hb_font_set_scale(loaded.font.get(), kUnits, kUnits);
      impl_->fonts.push_back(std::move(loaded));
      return static_cast<int>(impl_->fonts.size()) - 1;
    }
    if (!families.empty()) others += (others.empty() ? "" : "、") + families.front();
  }
  problem = others.empty() ? "里面没有可用的字体" : "里面的字体叫“" + others + "”，不是“" + family + "”";
  return -1;
}

int Shaper::index_in_file(int font) const {
  return impl_->fonts.at(static_cast<std::size_t>(font)).index;
}

bool Shaper::has_glyph(int font, char32_t character) const {
  hb_codepoint_t id = 0;
  hb_font_t* const loaded = impl_->fonts.at(static_cast<std::size_t>(font)).font.get();
  return hb_font_get_nominal_glyph(loaded, character, &id) != 0;
}

bool Shaper::has_outlines(int font) const {
  hb_face_t* const face = hb_font_get_face(impl_->fonts.at(static_cast<std::size_t>(font)).font.get());
  for (const hb_tag_t tag : {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f')}) {
    const Owned<hb_blob_t> table(hb_face_reference_table(face, tag));
    if (hb_blob_get_length(table.get()) > 0) return true;
  }
  return false;
}

std::size_t Shaper::glyph_count(int font) const {
  return hb_face_get_glyph_count(hb_font_get_face(impl_->fonts.at(static_cast<std::size_t>(font)).font.get()));
}

std::optional<ShapedText> Shaper::shape_ideograph(int font, std::string_view text) const {
  const LoadedFont& loaded = impl_->fonts.at(static_cast<std::size_t>(font));
  const std::optional<char32_t> c = lone_ideograph(text);
  hb_codepoint_t glyph = 0;
  if (!c || !loaded.ruled || hb_font_get_nominal_glyph(loaded.font.get(), *c, &glyph) == 0) return std::nullopt;
  if (hb_set_has(loaded.ruled.get(), glyph) != 0) return std::nullopt;
  ShapedText out;
  out.advance = in_ems(hb_font_get_glyph_h_advance(loaded.font.get(), glyph));
  out.glyphs.push_back({glyph, out.advance, 0, 0});
  out.clusters.push_back({static_cast<int>(text.size()), 1});
  return out;
}

ShapedText Shaper::shape(int font, std::string_view text, std::string_view digit_feature) const {
  if (auto ideograph = shape_ideograph(font, text)) return *std::move(ideograph);
  return shape_fully(font, text, digit_feature);
}

ShapedText Shaper::shape_fully(int font, std::string_view text, std::string_view digit_feature) const {
  hb_font_t* const loaded = impl_->fonts.at(static_cast<std::size_t>(font)).font.get();
  const std::vector<hb_feature_t> features = digit_features(text, digit_feature);
  ShapedText out;
  for (const ScriptRun& run : script_runs(text)) impl_->shape_run(loaded, text, run, features, out);
  if (is_mark(text)) measure_ink(font, out);
  return out;
}

void Shaper::let_go() const {
  for (const LoadedFont& font : impl_->fonts) font.file->let_go();
}

void Shaper::measure_ink(int font, ShapedText& text) const {
  hb_font_t* const loaded = impl_->fonts.at(static_cast<std::size_t>(font)).font.get();
  std::optional<double> left;
  double right = 0;
  double pen = 0;
  for (const ShapedGlyph& glyph : text.glyphs) {
    hb_glyph_extents_t box{};
    if (hb_font_get_glyph_extents(loaded, glyph.id, &box) != 0 && box.width != 0) {
      const double begin = pen + glyph.dx + in_ems(box.x_bearing);
      const double end = begin + in_ems(box.width);
      right = left ? std::max(right, end) : end;
      left = left ? std::min(*left, begin) : begin;
    }
    pen += glyph.advance;
  }
  text.ink_left = left.value_or(0);
  text.ink_right = right;
}

}  // namespace gongkai
