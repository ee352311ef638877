#include "base/sha256.h"

// The plain functions use the processor's own instructions, as the new interface does, without its millisecond of
// loading providers at the first call.
#define OPENSSL_API_COMPAT 0x10101000L
#include <openssl/sha.h>

#include <array>

namespace gongkai {

std::string sha256(std::string_view bytes) {
  SHA256_CTX state;
  SHA256_Init(&state);
  SHA256_Update(&state, bytes.data(), bytes.size());
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &state);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const unsigned char byte : digest) out += {kDigits[byte >> 4U], kDigits[byte & 15U]};
  return out;
}

}  // namespace gongkai
