#include "document/document.h"

namespace gongkai {

std::string plain_text(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) out += run.text;
  return out;
}

}  // namespace gongkai
