#include "check/contradictions.h"

#include <string_view>

namespace gongkai {
namespace {

bool denies(std::string_view line) {
  return line.starts_with("无") || line.find("没有") != std::string_view::npos ||
         line.find("无专项") != std::string_view::npos || line.find("无转移支付") != std::string_view::npos ||
         line.find("不涉及") != std::string_view::npos;
}

}  // namespace

void check_contradictions(const FactBook& book, Diagnostics& diagnostics) {
  const AuthoredValue* said = book.ledger().year.find("专项转移支付说明");
  const Fact* projects = book.find("项目绩效.转移支付项目");
  if (said == nullptr || projects == nullptr || projects->list() == nullptr || projects->list()->empty()) return;
  for (const TextLine& line : said->lines) {
    if (!denies(line.text)) continue;
    Diagnostic& d = diagnostics.error("E0355", line.span, "项目里有专项或转移支付的项目，说明却说没有",
                                      "改这段说明，或改项目的“类别”");
    d.group = "项目绩效";
    const Fact* name = projects->list()->front().find("名称");
    if (name != nullptr && !name->authored.empty()) {
      d.notes.push_back({name->authored.front().span, "这个项目的类别是专项或转移支付"});
    }
    return;
  }
}

}  // namespace gongkai
