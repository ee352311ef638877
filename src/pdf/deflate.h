// Flate compression of streams, with libdeflate: twice as fast as zlib at the same size.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace gongkai::pdf {

/// How much trouble to take: outlines hardly shrink, whatever the trouble.
enum class Effort { Little, Usual };

/// One compressor for many streams; not to be shared between threads.
class Deflate {
 public:
  explicit Deflate(Effort effort);
  /// The bytes in zlib's format, as /FlateDecode wants them.
  std::string compress(std::string_view bytes) const;

 private:
  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
};

}  // namespace gongkai::pdf
