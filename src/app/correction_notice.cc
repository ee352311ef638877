#include "app/correction_notice.h"

#include "app/correction_record.h"
#include "compose/compose_correction.h"
#include "layout/layout.h"
#include "render/render.h"

namespace gongkai {

bool write_correction_notice(const Disclosure& corrected, const Comparison& comparison, const std::string& reason,
                             FontLibrary& fonts, const std::filesystem::path& path, Diagnostics& diagnostics) {
  const CorrectionRecord correction(comparison, reason);
  const auto document = compose_correction(*corrected.shelved->pack, *corrected.book, correction.record(), diagnostics);
  if (!document || diagnostics.has_errors()) return false;
  const auto frames = lay_out(*document, fonts, diagnostics);
  return frames && !diagnostics.has_errors() && write_pdf(*frames, document->year, path, diagnostics);
}

}  // namespace gongkai
