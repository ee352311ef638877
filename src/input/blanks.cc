#include "input/blanks.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gongkai {
namespace {

constexpr std::size_t kFew = 5;  // in one file, each still worth its own message

using Blanks = std::vector<const BlankKey*>;

/// The top-level key the place stands under: the last one at or before it.
std::string block_of(const AuthoredValue& root, const Span& place) {
  std::string block;
  Span latest;
  for (const AuthoredValue& value : root.children) {
    if (value.key_span > place || (latest.known() && value.key_span < latest)) continue;
    latest = value.key_span;
    block = value.key;
  }
  return block;
}

/// "16–21、23": lines that follow each other as one.
std::string lines_of(const Blanks& blanks) {
  std::string out;
  for (std::size_t i = 0; i < blanks.size();) {
    const std::uint32_t first = blanks[i]->span.line;
    std::uint32_t last = first;
    for (; i < blanks.size() && blanks[i]->span.line <= last + 1; ++i) last = blanks[i]->span.line;
    out += (out.empty() ? "" : "、") + std::to_string(first);
    if (last > first) out += "–" + std::to_string(last);
  }
  return out;
}

/// One note a block, in the order of the file.
void note_blocks(const AuthoredValue& root, const Blanks& blanks, Diagnostic& problem) {
  Blanks block;
  for (std::size_t i = 0; i < blanks.size(); ++i) {
    block.push_back(blanks[i]);
    const std::string name = block_of(root, blanks[i]->span);
    if (i + 1 < blanks.size() && block_of(root, blanks[i + 1]->span) == name) continue;
    problem.notes.push_back(
        {{}, "“" + name + "” " + std::to_string(block.size()) + " 处：第 " + lines_of(block) + " 行"});
    block.clear();
  }
}

void report_together(const AuthoredValue& root, const Blanks& blanks, bool texts, Diagnostics& diagnostics) {
  if (blanks.empty()) return;
  const std::string count = std::to_string(blanks.size());
  const Span first = blanks.front()->span;
  note_blocks(root, blanks,
              texts ? diagnostics.warning("W0231", first, "未填：还有 " + count + " 处文字空着",
                                          "逐处填上文字；不需要的删去那个键")
                    : diagnostics.error("E0231", first, "未填：还有 " + count + " 处空着，不当作零",
                                        "逐处填上；确实为零就写 0，没有这一项就删去那个键或那一行"));
}

}  // namespace

void report_blanks(const AuthoredValue& root, ReadContext& context) {
  std::ranges::sort(context.blanks, {}, &BlankKey::span);
  Blanks figures;
  Blanks texts;
  for (const BlankKey& blank : context.blanks) {
    (blank.alone.severity == Severity::Warning ? texts : figures).push_back(&blank);
  }
  if (context.blanks.size() <= kFew) {
    for (const BlankKey& blank : context.blanks) context.diagnostics.add(blank.alone);
  } else {
    report_together(root, figures, false, context.diagnostics);
    report_together(root, texts, true, context.diagnostics);
  }
  context.blanks.clear();
}

}  // namespace gongkai
