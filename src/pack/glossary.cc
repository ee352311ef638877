#include "pack/glossary.h"

#include <algorithm>

#include "base/suggest.h"
#include "pack/pack_fields.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

constexpr std::string_view kLeftOut = "不列";

}  // namespace

void Glossary::apply(const YamlNode& root, Diagnostics& diagnostics) {
  PackFields fields(root, "glossary.yaml ", diagnostics);
  if (root.find("次序") != nullptr) first_.clear();
  if (const YamlNode* terms = fields.take_map("词条")) {
    for (const YamlEntry& entry : terms->entries) apply_entry(entry, true, diagnostics);
  }
  if (const YamlNode* subjects = fields.take_map("科目")) {
    for (const YamlEntry& entry : subjects->entries) apply_entry(entry, false, diagnostics);
  }
  for (const std::string& name : fields.texts("次序")) {
    if (std::ranges::find(order_, name) == order_.end()) report_unknown(name, root.find("次序")->span, diagnostics);
    first_.push_back(name);
  }
  fields.finish();
}

void Glossary::report_unknown(const std::string& name, Span span, Diagnostics& diagnostics) const {
  diagnostics.error("E0526", span, "名词解释里没有“" + name + "”这一条", did_you_mean(name, order_));
}

void Glossary::apply_entry(const YamlEntry& entry, bool ordered, Diagnostics& diagnostics) {
  const YamlNode& node = entry.value;
  if (node.kind != YamlKind::Scalar) {
    diagnostics.error("E0527", node.span, "“" + entry.key + "”的释义要写成一行文字");
    return;
  }
  const auto place = std::ranges::find(order_, entry.key);
  if (node.text == kLeftOut && !entries_.contains(entry.key)) {
    report_unknown(entry.key, entry.key_span, diagnostics);
    return;
  }
  if (node.text == kLeftOut) {
    entries_.erase(entry.key);
    texts_.erase(entry.key);
    if (place != order_.end()) order_.erase(place);
    return;
  }
  if (ordered && place == order_.end()) order_.push_back(entry.key);
  entries_[entry.key] = node.text;
  texts_[entry.key] = parse_text_template(node.text, text_origin(node), diagnostics, LiteralRule::Free);
}

void Glossary::store(Pack& pack) const {
  pack.glossary = entries_;
  pack.glossary_order.clear();
  const auto add = [&](const std::string& name) {
    const bool known = std::ranges::find(order_, name) != order_.end();
    const bool added = std::ranges::find(pack.glossary_order, name) != pack.glossary_order.end();
    if (known && !added) pack.glossary_order.push_back(name);
  };
  for (const std::string& name : first_) add(name);
  for (const std::string& name : order_) add(name);
}

void check_glossary(const Glossary& glossary, const FactCatalog& catalog, Diagnostics& diagnostics) {
  for (const auto& [name, text] : glossary.texts()) {
    for (const TextPiece& piece : text.pieces) {
      if (piece.expr) catalog.check_expression(*piece.expr, nullptr, diagnostics);
    }
  }
}

}  // namespace gongkai
