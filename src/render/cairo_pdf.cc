#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>
#include <string>

#include "render/font_faces.h"
#include "render/paint.h"
#include "render/pdf_finish.h"
#include "render/render.h"
#include "render/validate.h"
#include "render/write_file.h"

namespace gongkai {
namespace {

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Cairo stamps the present time unless told otherwise; the finishing pass writes the date proper.
void fix_date(cairo_surface_t* surface, int year) {
  const std::string date = std::to_string(year) + "-12-31T12:00:00+08:00";
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
}

/// The pages, without anything to click; empty after an E0806.
std::string draw(const Frames& frames, int year, const FontFaces& faces, Diagnostics& diagnostics) {
  std::string bytes;
  const Page& first = frames.pages.front();
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append_bytes, &bytes, first.width, first.height);
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  fix_date(surface, year);
  cairo_t* context = cairo_create(surface);
  for (const Page& page : frames.pages) {
    cairo_pdf_surface_set_size(surface, page.width, page.height);
    paint_page(context, page, faces);
    cairo_show_page(context);
  }
  cairo_status_t status = cairo_status(context);
  cairo_destroy(context);
  cairo_surface_finish(surface);
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  if (status == CAIRO_STATUS_SUCCESS) return bytes;
  diagnostics.error("E0806", {}, std::string("绘制 PDF 失败：") + cairo_status_to_string(status),
                    "这是程序的缺陷，请把账本和版式包一并报告给开发者");
  return {};
}

}  // namespace

bool write_pdf_with_cairo(const Frames& frames, int year, const std::filesystem::path& path, Diagnostics& diagnostics) {
  if (!validate_frames(frames, diagnostics)) return false;
  FontFaces faces;
  if (!faces.open(frames, diagnostics)) return false;
  const std::string drawn = draw(frames, year, faces, diagnostics);
  if (drawn.empty()) return false;
  const std::string finished = finish_pdf(drawn, frames, year, diagnostics);
  return !finished.empty() && write_file(path, finished, diagnostics);
}

}  // namespace gongkai
