#include <string>

#include "pdf/pdf_writer.h"
#include "render/render.h"
#include "render/validate.h"
#include "render/write_file.h"

namespace gongkai {

std::string make_pdf(const Frames& frames, int year, pdf::FontShelf& shelf, Helpers* helpers,
                     Diagnostics& diagnostics) {
  if (!validate_frames(frames, diagnostics)) return {};
  return pdf::compose_pdf(frames, year, shelf, helpers, diagnostics);
}

bool write_pdf(const Frames& frames, int year, const std::filesystem::path& path, Diagnostics& diagnostics) {
  pdf::FontShelf shelf;
  const std::string bytes = make_pdf(frames, year, shelf, nullptr, diagnostics);
  return !bytes.empty() && write_file(path, bytes, diagnostics);
}

}  // namespace gongkai
