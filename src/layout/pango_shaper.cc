#include "layout/pango_shaper.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <vector>

namespace gongkai {
namespace {

/// Fonts are loaded once, at this many points, and measures divided by it: outlines scale, nothing is hinted.
constexpr int kReferenceSize = 1000;
constexpr double kReferenceUnits = double{kReferenceSize} * PANGO_SCALE;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
  void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
};

template <typename T>
using Owned = std::unique_ptr<T, Unref>;

const char* as_chars(const FcChar8* text) {
  return reinterpret_cast<const char*>(text);
}

std::string string_of(const FcPattern* pattern, const char* object, int index) {
  FcChar8* value = nullptr;
  return FcPatternGetString(pattern, object, index, &value) == FcResultMatch ? as_chars(value) : std::string();
}

int index_of(const FcPattern* pattern) {
  int index = 0;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  return index;
}

bool has_family(const FcPattern* pattern, const std::string& family) {
  for (int i = 0;; ++i) {
    const std::string name = string_of(pattern, FC_FAMILY, i);
    if (name.empty() || name == family) {
      return !name.empty();
    }
  }
}

struct LoadedFont {
  std::string path;
  std::string family;
  int index = 0;
  Owned<PangoFontDescription> description;
  Owned<PangoFont> font;
  hb_font_t* measures = nullptr;  ///< belongs to `font`
};

/// Glyphs with one log cluster value become one Cluster. Right-to-left pieces come as one cluster: the order of
/// their glyphs is not that of their bytes.
void append_clusters(const PangoGlyphString& glyphs, int bytes, ShapedText& out) {
  bool ascending = true;
  for (int i = 1; i < glyphs.num_glyphs; ++i) {
    ascending = ascending && glyphs.log_clusters[i] >= glyphs.log_clusters[i - 1];
  }
  if (!ascending || glyphs.num_glyphs == 0 || glyphs.log_clusters[0] != 0) {
    out.clusters.push_back({bytes, glyphs.num_glyphs});
    return;
  }
  int first = 0;
  for (int i = 1; i <= glyphs.num_glyphs; ++i) {
    const int next = i < glyphs.num_glyphs ? glyphs.log_clusters[i] : bytes;
    if (i == glyphs.num_glyphs || next != glyphs.log_clusters[first]) {
      out.clusters.push_back({next - glyphs.log_clusters[first], i - first});
      first = i;
    }
  }
}

void append_glyphs(const PangoGlyphString& glyphs, hb_font_t* measures, ShapedText& out) {
  for (int i = 0; i < glyphs.num_glyphs; ++i) {
    const PangoGlyphInfo& info = glyphs.glyphs[i];
    ShapedGlyph glyph;
    // An invisible control keeps its place in the cluster but draws the font's blank.
    hb_codepoint_t id = info.glyph;
    if (info.glyph == PANGO_GLYPH_EMPTY || (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
      id = 0;
      hb_font_get_nominal_glyph(measures, U' ', &id);
    }
    glyph.id = id;
    glyph.advance = info.geometry.width / kReferenceUnits;
    glyph.dx = info.geometry.x_offset / kReferenceUnits;
    glyph.dy = info.geometry.y_offset / kReferenceUnits;
    hb_glyph_extents_t box{};
    if (hb_font_get_glyph_extents(measures, id, &box) != 0 && box.width != 0) {
      const double left = out.advance + glyph.dx + box.x_bearing / kReferenceUnits;
      const double right = left + box.width / kReferenceUnits;
      const bool first = out.ink_left >= out.ink_right;
      out.ink_left = first ? left : std::min(out.ink_left, left);
      out.ink_right = first ? right : std::max(out.ink_right, right);
    }
    out.advance += glyph.advance;
    out.glyphs.push_back(glyph);
  }
}

Owned<PangoAttrList> attributes_for(const LoadedFont& font, std::string_view text, std::string_view digit_feature) {
  Owned<PangoAttrList> list(pango_attr_list_new());
  pango_attr_list_insert(list.get(), pango_attr_font_desc_new(font.description.get()));
  pango_attr_list_insert(list.get(), pango_attr_fallback_new(FALSE));
  if (digit_feature.empty()) {
    return list;
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) {
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) {
      ++end;
    }
    PangoAttribute* const feature = pango_attr_font_features_new(std::string(digit_feature).c_str());
    feature->start_index = static_cast<guint>(i);
    feature->end_index = static_cast<guint>(end);
    pango_attr_list_insert(list.get(), feature);
    i = end;
  }
  return list;
}

}  // namespace

struct PangoShaper::Impl {
  Owned<FcConfig> config;
  Owned<PangoFontMap> map;
  Owned<PangoContext> context;
  std::vector<std::string> files;  ///< already in the configuration
  std::vector<LoadedFont> fonts;

  FcPattern* find(const std::string& path, const std::string& family, std::string& others) const {
    const FcFontSet* const set = FcConfigGetFonts(config.get(), FcSetApplication);
    for (int i = 0; set != nullptr && i < set->nfont; ++i) {
      FcPattern* const pattern = set->fonts[i];
      if (string_of(pattern, FC_FILE, 0) != path) {
        continue;
      }
      if (has_family(pattern, family)) {
        return pattern;
      }
      others += (others.empty() ? "" : "、") + string_of(pattern, FC_FAMILY, 0);
    }
    return nullptr;
  }

  /// False when Pango would draw with another file than the one asked for.
  bool attach(LoadedFont& font, FcPattern* pattern) {
    font.description.reset(pango_fc_font_description_from_pattern(pattern, FALSE));
    pango_font_description_set_absolute_size(font.description.get(), kReferenceUnits);
    font.font.reset(pango_font_map_load_font(map.get(), context.get(), font.description.get()));
    if (!font.font) {
      return false;
    }
    font.measures = pango_font_get_hb_font(font.font.get());
    const FcPattern* const used = pango_fc_font_get_pattern(PANGO_FC_FONT(font.font.get()));
    return string_of(used, FC_FILE, 0) == font.path && index_of(used) == font.index;
  }
};

PangoShaper::PangoShaper() : impl_(std::make_unique<Impl>()) {
  impl_->config.reset(FcConfigCreate());
  // Pango initialises fontconfig when the first font map is made, which reads the system's configuration unless some
  // other is current: an empty one. Ours is the map's alone.
  const Owned<FcConfig> nothing(FcConfigCreate());
  FcConfigSetCurrent(nothing.get());
  impl_->map.reset(pango_ft2_font_map_new());
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(impl_->map.get()), 72, 72);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(impl_->map.get()), impl_->config.get());
  impl_->context.reset(pango_font_map_create_context(impl_->map.get()));
  pango_context_set_round_glyph_positions(impl_->context.get(), FALSE);
  // Chinese forms of what the languages share: dashes, ellipses and quotation marks of full width.
  pango_context_set_language(impl_->context.get(), pango_language_from_string("zh-cn"));
}

PangoShaper::~PangoShaper() {
  // Pango 1.50 does not let go of a font map's configuration at its end.
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(impl_->map.get()), nullptr);
}

int PangoShaper::load(const std::string& path, const std::string& family, std::string& problem) {
  for (std::size_t i = 0; i < impl_->fonts.size(); ++i) {
    if (impl_->fonts[i].path == path && impl_->fonts[i].family == family) {
      return static_cast<int>(i);
    }
  }
  if (std::find(impl_->files.begin(), impl_->files.end(), path) == impl_->files.end()) {
    if (FcConfigAppFontAddFile(impl_->config.get(), reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) {
      problem = "打不开";
      return -1;
    }
    impl_->files.push_back(path);
    pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(impl_->map.get()));
  }
  std::string others;
  FcPattern* const pattern = impl_->find(path, family, others);
  if (pattern == nullptr) {
    problem = others.empty() ? "里面没有可用的字体" : "里面的字体叫“" + others + "”，不是“" + family + "”";
    return -1;
  }
  LoadedFont font;
  font.path = path;
  font.family = family;
  font.index = index_of(pattern);
  if (!impl_->attach(font, pattern)) {
    problem = "与另一个文件的字族、字重都相同，分不清；只留一个";
    return -1;
  }
  impl_->fonts.push_back(std::move(font));
  return static_cast<int>(impl_->fonts.size()) - 1;
}

int PangoShaper::index_in_file(int font) const {
  return impl_->fonts.at(static_cast<std::size_t>(font)).index;
}

bool PangoShaper::has_glyph(int font, char32_t character) const {
  hb_codepoint_t id = 0;
  return hb_font_get_nominal_glyph(impl_->fonts.at(static_cast<std::size_t>(font)).measures, character, &id) != 0;
}

std::size_t PangoShaper::glyph_count(int font) const {
  return hb_face_get_glyph_count(hb_font_get_face(impl_->fonts.at(static_cast<std::size_t>(font)).measures));
}

ShapedText PangoShaper::shape(int font, std::string_view text, std::string_view digit_feature) const {
  const LoadedFont& loaded = impl_->fonts.at(static_cast<std::size_t>(font));
  const Owned<PangoAttrList> attributes = attributes_for(loaded, text, digit_feature);
  const int bytes = static_cast<int>(text.size());
  GList* const items = pango_itemize_with_base_dir(impl_->context.get(), PANGO_DIRECTION_LTR, text.data(), 0, bytes,
                                                   attributes.get(), nullptr);
  ShapedText out;
  const Owned<PangoGlyphString> glyphs(pango_glyph_string_new());
  for (const GList* link = items; link != nullptr; link = link->next) {
    auto* const item = static_cast<PangoItem*>(link->data);
    // The face is the caller's choice; what Pango would choose for an item (emoji) is not asked.
    if (item->analysis.font != loaded.font.get()) {
      g_clear_object(&item->analysis.font);
      g_object_ref(loaded.font.get());
      item->analysis.font = loaded.font.get();
    }
    if (item->analysis.script == G_UNICODE_SCRIPT_COMMON || item->analysis.script == G_UNICODE_SCRIPT_INHERITED) {
      item->analysis.script = G_UNICODE_SCRIPT_HAN;
    }
    pango_shape_with_flags(text.data() + item->offset, item->length, text.data(), bytes, &item->analysis, glyphs.get(),
                           PANGO_SHAPE_NONE);
    append_clusters(*glyphs, item->length, out);
    append_glyphs(*glyphs, loaded.measures, out);
  }
  g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
  return out;
}

}  // namespace gongkai
