#include "compose/compose_correction.h"

#include <variant>

#include "compose/prose_composer.h"
#include "compose/runs.h"

namespace gongkai {
namespace {

/// The first line that stands by itself in the middle is the title.
std::string title_of(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (paragraph != nullptr && paragraph->kind == ParagraphKind::Centered) return plain_text(paragraph->runs);
  }
  return "更正说明";
}

}  // namespace

std::optional<Document> compose_correction(const Pack& pack, const FactBook& book, const FactRecord& correction,
                                           Diagnostics& diagnostics) {
  if (pack.correction.empty()) {
    diagnostics.error("E0528", {}, "版式包“" + pack.name + "”和它的上级都没有 correction.txt",
                      "照 templates/base/correction.txt 写一份");
    return std::nullopt;
  }
  Scope scope;
  scope.element = &correction;
  scope.name = "更正";
  Document document;
  document.blocks = compose_nodes({pack, book, diagnostics}, pack.correction, scope);
  document.title = title_of(document.blocks);
  if (const AuthoredValue* name = book.ledger().unit.find("名称")) document.author = name->text;
  document.year = book.ledger().year_number;
  document.style = pack.style;
  document.print = pack.print;
  return document;
}

}  // namespace gongkai
