// A unit's two files as raw bytes through the whole of typed reading, with the real classification.
#include <map>
#include <string>

#include "base/world.h"
#include "input/read_ledger.h"
#include "target.h"

namespace gongkai::fuzz {
namespace {

const Classification& standard() {
  static const Classification kStandard = [] {
    const RealWorld world(GONGKAI_SOURCE_DIR);
    Sources sources;
    Diagnostics diagnostics;
    return read_classification(world, sources, diagnostics);
  }();
  return kStandard;
}

/// The input is the year file; what stands behind a line of "=====" is unit.yaml.
void run(std::string_view bytes) {
  static constexpr std::string_view kCut = "\n=====\n";
  const std::size_t cut = bytes.find(kCut);
  const std::string_view unit = cut == std::string_view::npos ? std::string_view() : bytes.substr(cut + kCut.size());
  const MemoryWorld world({{"单位/2024.yaml", std::string(bytes.substr(0, cut))},
                           {"单位/unit.yaml", std::string(unit)},
                           {"单位/附件/报告.txt", "附件里的一段文字\n"}});
  Sources sources;
  Diagnostics diagnostics;
  const ReadOutcome outcome = read_ledger(world, "单位/2024.yaml", standard(), sources, diagnostics);
  expect(outcome.clean == !diagnostics.has_errors(), "clean with errors, or the other way round");
  expect(outcome.ledger.has_value() || diagnostics.has_errors(), "nothing was read and nothing said");
  diagnostics.sort_and_deduplicate();
  expect_presentable(diagnostics, sources);
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongkai::fuzz::run({reinterpret_cast<const char*>(data), size});
  return 0;
}
