// HarfBuzz's objects, let go of by themselves.
#pragma once

#include <hb.h>

#include <memory>
#include <string_view>

namespace gongkai::pdf {

using HbBlob = std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)>;
using HbFace = std::unique_ptr<hb_face_t, void (*)(hb_face_t*)>;
using HbFont = std::unique_ptr<hb_font_t, void (*)(hb_font_t*)>;

/// A table of the face; empty when it has none.
inline HbBlob hb_table(hb_face_t* face, hb_tag_t tag) {
  return {hb_face_reference_table(face, tag), hb_blob_destroy};
}

/// Good as long as the blob is.
inline std::string_view bytes_of(const HbBlob& blob) {
  unsigned int length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return data == nullptr ? std::string_view() : std::string_view(data, length);
}

}  // namespace gongkai::pdf
