#include <cairo.h>

#include <cmath>
#include <string>

#include "layout/frame.h"
#include "render/font_faces.h"
#include "render/paint.h"
#include "render/render.h"
#include "render/validate.h"
#include "render/write_file.h"

namespace gongkai {
namespace {

constexpr double kPointsPerInch = 72.0;

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

int pixels(double points, double dpi) {
  return static_cast<int>(std::lround(points * dpi / kPointsPerInch));
}

}  // namespace

bool write_png(const Frames& frames, std::size_t page, double dpi, const std::filesystem::path& path,
               Diagnostics& diagnostics) {
  if (page >= frames.pages.size()) {
    diagnostics.error("E0807", {},
                      "没有第" + std::to_string(page + 1) + "页，文档共" + std::to_string(frames.pages.size()) + "页");
    return false;
  }
  if (!validate_frames(frames, diagnostics)) return false;
  FontFaces faces;
  if (!faces.open(frames, diagnostics)) return false;
  const Page& drawn = frames.pages[page];
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(drawn.width, dpi), pixels(drawn.height, dpi));
  cairo_t* context = cairo_create(surface);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_scale(context, dpi / kPointsPerInch, dpi / kPointsPerInch);
  paint_page(context, drawn, faces);
  cairo_status_t status = cairo_status(context);
  cairo_destroy(context);
  std::string bytes;
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png_stream(surface, append_bytes, &bytes);
  cairo_surface_destroy(surface);
  if (status != CAIRO_STATUS_SUCCESS) {
    diagnostics.error("E0806", {}, std::string("绘制 PNG 失败：") + cairo_status_to_string(status));
    return false;
  }
  return write_file(path, bytes, diagnostics);
}

}  // namespace gongkai
