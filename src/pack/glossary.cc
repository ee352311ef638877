#include "pack/glossary.h"

#include <algorithm>

#include "pack/pack_fields.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

constexpr std::string_view kLeftOut = "不列";

}  // namespace

void Glossary::apply(const PackNode& root, Diagnostics& diagnostics) {
  PackFields fields(root, "glossary.yaml ", diagnostics);
  if (const PackNode* terms = fields.take_map("词条")) {
    for (const PackNode& node : terms->children) apply_entry(node, true, diagnostics);
  }
  if (const PackNode* subjects = fields.take_map("科目")) {
    for (const PackNode& node : subjects->children) apply_entry(node, false, diagnostics);
  }
  fields.finish();
}

void Glossary::apply_entry(const PackNode& node, bool ordered, Diagnostics& diagnostics) {
  if (!node.is_scalar()) {
    diagnostics.error("E0527", node.span, "“" + node.key + "”的释义要写成一行文字");
    return;
  }
  const auto place = std::ranges::find(order_, node.key);
  if (node.text == kLeftOut) {
    entries_.erase(node.key);
    texts_.erase(node.key);
    if (place != order_.end()) order_.erase(place);
    return;
  }
  if (ordered && place == order_.end()) order_.push_back(node.key);
  entries_[node.key] = node.text;
  texts_[node.key] = parse_text_template(node.text, node.text_origin, diagnostics, LiteralRule::Free);
}

void Glossary::store(Pack& pack) const {
  pack.glossary = entries_;
  pack.glossary_order = order_;
}

void check_glossary(const Glossary& glossary, const FactCatalog& catalog, Diagnostics& diagnostics) {
  for (const auto& [name, text] : glossary.texts()) {
    for (const TextPiece& piece : text.pieces) {
      if (piece.expr) catalog.check_expression(*piece.expr, nullptr, diagnostics);
    }
  }
}

}  // namespace gongkai
