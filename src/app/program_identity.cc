#include "app/program_identity.h"

#include <link.h>

#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>

namespace gongkai {
namespace {

/// Notes are padded to four bytes.
std::size_t padded(std::size_t size) {
  return (size + 3) / 4 * 4;
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) out += {kDigits[byte >> 4U], kDigits[byte & 15U]};
  return out;
}

/// The linker's build id among the notes of one segment; "" when it is not there.
std::string build_id_in(const unsigned char* at, std::size_t size) {
  const unsigned char* const end = at + size;
  while (at + sizeof(ElfW(Nhdr)) <= end) {
    ElfW(Nhdr) note{};
    std::memcpy(&note, at, sizeof note);
    const unsigned char* data = at + sizeof note + padded(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID && data + note.n_descsz <= end) return hexadecimal({data, note.n_descsz});
    at = data + padded(note.n_descsz);
  }
  return {};
}

int take_build_id(dl_phdr_info* info, std::size_t, void* out) {
  auto& found = *static_cast<std::string*>(out);
  for (const auto& header : std::span(info->dlpi_phdr, info->dlpi_phnum)) {
    if (header.p_type != PT_NOTE || !found.empty()) continue;
    found = build_id_in(reinterpret_cast<const unsigned char*>(info->dlpi_addr + header.p_vaddr), header.p_memsz);
  }
  return 1;  // the first object is the program itself: look no further
}

}  // namespace

std::string program_identity() {
  std::string build;
  dl_iterate_phdr(take_build_id, &build);
  return "gongkai " GONGKAI_VERSION + (build.empty() ? "" : " " + build);
}

}  // namespace gongkai
