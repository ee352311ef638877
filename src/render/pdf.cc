#include <string>

#include "pdf/pdf_writer.h"
#include "render/render.h"
#include "render/validate.h"
#include "render/write_file.h"

namespace gongkai {

std::string make_pdf(const Frames& frames, int year, Diagnostics& diagnostics, PdfWork work) {
  return validate_frames(frames, diagnostics) ? pdf::compose_pdf(frames, year, diagnostics, work) : std::string();
}

bool write_pdf(const Frames& frames, int year, const std::filesystem::path& path, Diagnostics& diagnostics) {
  const std::string bytes = make_pdf(frames, year, diagnostics);
  return !bytes.empty() && write_file(path, bytes, diagnostics);
}

}  // namespace gongkai
