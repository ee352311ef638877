#include "facts/explain.h"
namespace gongkai {
std::string explain_text(const Fact& fact, const Sources&, const PrintStyle&) {
  return fact.name;
}
}  // namespace gongkai
