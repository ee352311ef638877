#include "pdf/deflate.h"

#include <libdeflate.h>

#include <new>

namespace gongkai::pdf {
namespace {

constexpr int kLevel = 6;

}  // namespace

Deflate::Deflate() : compressor_(libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor) {
  if (!compressor_) throw std::bad_alloc();
}

std::string Deflate::compress(std::string_view bytes) const {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

}  // namespace gongkai::pdf
