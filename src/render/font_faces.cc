#include "render/font_faces.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace gongkai {
namespace {

using Library = std::shared_ptr<FT_LibraryRec_>;

/// What a Cairo face needs to stay usable; the member order makes the face go before its library.
struct OpenFace {
  Library library;
  FT_Face face = nullptr;

  OpenFace(Library owner, FT_Face opened) : library(std::move(owner)), face(opened) {}
  OpenFace(const OpenFace&) = delete;
  OpenFace& operator=(const OpenFace&) = delete;
  ~OpenFace() { FT_Done_Face(face); }
};

const cairo_user_data_key_t kOpenFaceKey = {};

void close_face(void* data) {
  delete static_cast<OpenFace*>(data);
}

Library open_library() {
  FT_Library raw = nullptr;
  if (FT_Init_FreeType(&raw) != 0) return nullptr;
  return Library(raw, [](FT_Library library) { FT_Done_FreeType(library); });
}

cairo_font_face_t* open_face(const Library& library, const FontFace& source) {
  FT_Face raw = nullptr;
  if (!library || FT_New_Face(library.get(), source.path.c_str(), source.index, &raw) != 0) return nullptr;
  auto owner = std::make_unique<OpenFace>(library, raw);
  cairo_font_face_t* face = cairo_ft_font_face_create_for_ft_face(raw, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data(face, &kOpenFaceKey, owner.get(), close_face) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(face);
    return nullptr;
  }
  static_cast<void>(owner.release());  // Cairo calls close_face
  return face;
}

std::set<FaceId> used_faces(const Frames& frames) {
  std::set<FaceId> used;
  for (const Page& page : frames.pages) {
    for (const Item& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) used.insert(run->face);
    }
  }
  return used;
}

}  // namespace

FontFaces::~FontFaces() {
  for (cairo_font_face_t* face : faces_) cairo_font_face_destroy(face);
}

bool FontFaces::open(const Frames& frames, Diagnostics& diagnostics) {
  const Library library = open_library();
  faces_.assign(frames.faces.size(), nullptr);
  std::map<std::pair<std::string, int>, cairo_font_face_t*> opened;
  for (const FaceId id : used_faces(frames)) {
    const FontFace& source = frames.faces[id];
    cairo_font_face_t*& face = opened[{source.path, source.index}];
    if (face == nullptr) {
      face = open_face(library, source);
    } else {
      cairo_font_face_reference(face);
    }
    if (face == nullptr) {
      diagnostics.error("E0804", {},
                        "字体文件打不开或已损坏：" + source.path + "（" + source.role + "，" + source.family + "）",
                        "重新准备字体后再生成");
      return false;
    }
    faces_[id] = face;
  }
  return true;
}

}  // namespace gongkai
