// Flate compression of streams, with libdeflate: twice as fast as zlib at the same size.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

struct libdeflate_compressor;

namespace gongkai::pdf {

/// One compressor for many streams; not to be shared between threads.
class Deflate {
 public:
  Deflate();
  /// The bytes in zlib's format, as /FlateDecode wants them; good until the next call.
  std::string_view compress(std::string_view bytes);

 private:
  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
  std::unique_ptr<char[]> buffer_;
  std::size_t room_ = 0;
};

}  // namespace gongkai::pdf
