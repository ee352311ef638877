#include "compose/runs.h"

#include <utility>

#include "base/utf8.h"
#include "facts/quotes.h"

namespace gongkai {
namespace {

constexpr std::string_view kFullStop = "。";

void append(Runs& runs, Runs&& more) {
  for (Run& run : more) {
    if (!run.text.empty()) runs.push_back(std::move(run));
  }
}

void drop_last_full_stop(Runs& runs) {
  if (runs.empty() || !runs.back().text.ends_with(kFullStop)) return;
  runs.back().text.resize(runs.back().text.size() - kFullStop.size());
}

Runs long_text_runs(const ComposeContext& context, const Fact& fact, TextPlace place) {
  Runs runs;
  const auto& lines = std::get<std::vector<TextLine>>(fact.value);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && place == TextPlace::Cell) runs.push_back({"\n", nullptr, lines[i].span});
    append(runs, authored_runs(context, fact, lines[i].text, lines[i].span));
  }
  if (place == TextPlace::Sentence) drop_last_full_stop(runs);
  return runs;
}

Runs value_runs(const ComposeContext& context, const TextPiece& piece, const Fact& fact, TextPlace place) {
  if (!fact.exists()) {
    context.diagnostics.error("E0601", piece.span, "“" + std::string(trim(piece.literal)) + "”不存在",
                              "请先用 存在(" + std::string(trim(piece.literal)) + ") 判断，或用 缺省(…, …)");
    return {};
  }
  if (fact.type == FactType::List || fact.type == FactType::Record) {
    context.diagnostics.error("E0603", piece.span, "“" + std::string(trim(piece.literal)) + "”是列表，不能直接印出");
    return {};
  }
  if (fact.type == FactType::Text || fact.type == FactType::LongText) {
    return fact_runs(context, fact, piece.span, place);
  }
  return {{print_in_prose(fact, context.pack.print, piece.format), &fact, piece.span}};
}

}  // namespace

Runs fact_runs(const ComposeContext& context, const Fact& fact, Span source, TextPlace place) {
  if (std::holds_alternative<std::vector<TextLine>>(fact.value)) return long_text_runs(context, fact, place);
  const std::string* text = fact.text();
  return text == nullptr ? Runs{} : authored_runs(context, fact, *text, source);
}

Runs build_runs(const ComposeContext& context, const TextTemplate& text, const Scope* scope, TextPlace place) {
  Runs runs;
  for (const TextPiece& piece : text.pieces) {
    if (!piece.expr) {
      runs.push_back({piece.literal, nullptr, piece.span});
    } else if (const Fact* fact = context.book.evaluate(*piece.expr, scope, context.diagnostics)) {
      append(runs, value_runs(context, piece, *fact, place));
    }
  }
  return runs;
}

std::string build_text(const ComposeContext& context, const TextTemplate& text, const Scope* scope) {
  return plain_text(build_runs(context, text, scope));
}

Runs authored_runs(const ComposeContext& context, const Fact& owner, const std::string& line, Span span) {
  Runs runs;
  for (QuotedPiece& piece : expand_quotes(owner, TextLine{line, span}, context.pack.print)) {
    runs.push_back({std::move(piece.text), piece.fact != nullptr ? piece.fact : &owner, span});
  }
  return runs;
}

const std::vector<FactRecord>& evaluate_list(const ComposeContext& context, const Expr& expr, const Scope* scope) {
  static const std::vector<FactRecord> kNone;
  const Fact* fact = context.book.evaluate(expr, scope, context.diagnostics);
  if (fact == nullptr || !fact->exists()) return kNone;
  if (const auto* list = fact->list()) return *list;
  context.diagnostics.error("E0603", expr.span, "这里要一个列表，“" + fact->name + "”不是");
  return kNone;
}

}  // namespace gongkai
