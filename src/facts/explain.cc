#include "facts/explain.h"

#include <unordered_set>

namespace gongkai {
namespace {

/// A sum of many ledger lines is listed in full up to here; beyond it the rest is counted.
constexpr std::size_t kMostLines = 200;

class Explainer {
 public:
  Explainer(const Sources& sources, const PrintStyle& style) : sources_(sources), style_(style) {}

  std::string explain(const Fact& fact) {
    write(fact, 0, 0);
    if (lines_ > kMostLines) out_ += "还有" + std::to_string(lines_ - kMostLines) + "行没有列出\n";
    return std::move(out_);
  }

 private:
  void line(int depth, const std::string& text) {
    if (++lines_ > kMostLines) return;
    out_ += std::string(static_cast<std::size_t>(depth) * 4, ' ') + text + "\n";
  }

  static std::string sign_mark(int sign) { return sign > 0 ? "＋ " : sign < 0 ? "－ " : "· "; }

  std::string value_of(const Fact& fact) const {
    if (!fact.exists()) return "不存在";
    if (const Money* amount = fact.amount()) {
      return print_in_prose(fact, style_) + "万元（" + format_yuan(*amount, DecimalStyle{2, false, true}) + "元）";
    }
    if (const auto* records = fact.list()) return "列表，" + std::to_string(records->size()) + "项";
    return print_in_prose(fact, style_);
  }

  void write(const Fact& fact, int depth, int sign) {
    const std::string mark = depth == 0 ? std::string() : sign_mark(sign);
    const bool again = !seen_.insert(&fact).second;
    const bool has_more = !fact.inputs.empty() || !fact.authored.empty();
    line(depth, mark + fact.name + " ＝ " + value_of(fact) + (again && has_more ? "（见上）" : ""));
    if (again) return;
    // A figure nobody wrote has nothing below it worth a line.
    if (depth > 0 && fact.amount() != nullptr && fact.amount()->is_zero() && count_addends(fact) == 0) return;
    if (fact.given) {
      line(depth + 1, "印出的是会计系统的合计（核对），各项相加是" +
                          format_wan(fact.computed, DecimalStyle{2, true, false}) + "万元，差在尾差以内");
    }
    const std::string formula = formula_of(fact);
    if (!formula.empty() && formula != fact.name) line(depth + 1, "算法：" + formula);
    if (depth == 0 && fact.definition.known()) line(depth + 1, "定义在 " + sources_.describe(fact.definition));
    for (const AuthoredInput& input : fact.authored) write_authored(input, depth + 1);
    for (const FactInput& input : fact.inputs) {
      if (input.fact != nullptr) write(*input.fact, depth + 1, input.sign);
    }
    if (const auto* records = fact.list()) write_elements(*records, depth + 1);
  }

  void write_authored(const AuthoredInput& input, int depth) {
    std::string text = sign_mark(input.sign) + what_of(input);
    const std::string written = text_of(input);
    if (!written.empty()) text += " ＝ " + written;
    const std::string place = sources_.describe(input.span);
    line(depth, place.empty() ? text : text + "　" + place);
  }

  void write_elements(const std::vector<FactRecord>& records, int depth) {
    for (const FactRecord& record : records) {
      std::string text;
      for (const auto& [name, fact] : record.fields) {
        const bool shown = fact->type == FactType::Text || fact->type == FactType::Amount;
        if (!shown || !fact->exists()) continue;
        text += (text.empty() ? "" : "，") + name + " " + print_in_prose(*fact, style_);
      }
      line(depth, "· " + text);
    }
  }

  const Sources& sources_;
  const PrintStyle& style_;
  std::string out_;
  std::size_t lines_ = 0;
  std::unordered_set<const Fact*> seen_;
};

}  // namespace

std::string explain_text(const Fact& fact, const Sources& sources, const PrintStyle& style) {
  return Explainer(sources, style).explain(fact);
}

}  // namespace gongkai
