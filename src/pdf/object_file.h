// The objects of a PDF file and how they become bytes.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/deflate.h"

namespace gongkai::pdf {

/// Numbers objects from 1 and writes them as PDF 1.7: streams by themselves and at once, everything else in object
/// streams.
class ObjectFile {
 public:
  /// A number to refer to before its object is known.
  int reserve();
  void set(int object, std::string value);
  int add(std::string value);
  /// What an object says so far; "" for a number not given out.
  std::string_view value(int object) const;
  /// `entries` are those of the dictionary besides /Length and /Filter.
  int add_stream(const std::string& entries, std::string_view bytes);
  /// Of bytes that Deflate has compressed.
  int add_compressed_stream(const std::string& entries, std::string_view bytes);
  /// Makes room for so many bytes of streams, and for what the other objects shrink to.
  void expect(std::size_t bytes);
  /// Uncompressed, for metadata that other programs look for in the raw file.
  int add_plain_stream(const std::string& entries, std::string_view bytes);

  /// The whole file, once. The /ID is computed from the content alone.
  std::string write(int root, int information);

 private:
  struct Place {
    std::size_t type =
        0;  ///< 0: not written yet; 1: at `where` in the file; 2: the `index`-th of the object stream `where`
    std::size_t where = 0;
    std::size_t index = 0;
  };

  void pack_plain_objects();
  void pack(const std::vector<std::size_t>& members);
  std::string cross_references(std::size_t own_offset) const;
  void begin_object(int object);

  Deflate deflate_;
  std::vector<std::string> objects_;  ///< "" for a stream, which is in the file already
  std::vector<Place> places_;
  // The second line tells transfer programs that the file is binary.
  std::string file_ = "%PDF-1.7\n%\xE5\x85\xAC\xE5\xBC\x80\n";
};

}  // namespace gongkai::pdf
