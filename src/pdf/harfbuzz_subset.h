// Cutting down any font, with HarfBuzz.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct hb_face_t;

namespace gongkai::pdf {

/// The part of a font that some glyphs need.
struct CutProgram {
  bool cff = false;                  ///< `program` is a bare CFF table; else a TrueType file
  std::string program;               ///< without hints and subroutines
  std::vector<std::uint32_t> codes;  ///< CIDs, in the order the glyphs were asked for
};

/// Nothing when HarfBuzz cannot cut the font down, or it has no outlines a PDF can hold.
std::optional<CutProgram> cut_with_harfbuzz(hb_face_t* face, const std::vector<std::uint32_t>& glyphs);

}  // namespace gongkai::pdf
