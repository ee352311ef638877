#include "pdf/deflate.h"

#include <libdeflate.h>

#include <new>

namespace gongkai::pdf {
namespace {

// libdeflate's levels. Measured on a sample: the fonts 291 KB in 5.5 ms at 6, 293 KB in 2.7 ms at 1.
constexpr int kLittle = 1;
constexpr int kUsual = 6;

}  // namespace

Deflate::Deflate(Effort effort)
    : compressor_(libdeflate_alloc_compressor(effort == Effort::Little ? kLittle : kUsual),
                  libdeflate_free_compressor) {
  if (!compressor_) throw std::bad_alloc();
}

std::string Deflate::compress(std::string_view bytes) const {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace gongkai::pdf
