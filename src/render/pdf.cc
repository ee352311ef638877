#include <string>

#include "pdf/pdf_writer.h"
#include "render/render.h"
#include "render/validate.h"
#include "render/write_file.h"

namespace gongkai {

bool write_pdf(const Frames& frames, int year, const std::filesystem::path& path, Diagnostics& diagnostics) {
  if (!validate_frames(frames, diagnostics)) return false;
  const std::string bytes = pdf::compose_pdf(frames, year, diagnostics);
  return !bytes.empty() && write_file(path, bytes, diagnostics);
}

}  // namespace gongkai
