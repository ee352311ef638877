#include "app/explain_command.h"

#include <cstdio>

#include "app/disclosure.h"
#include "app/explain_printed.h"
#include "app/explain_query.h"
#include "app/finish.h"
#include "app/progress.h"
#include "app/units.h"
#include "base/suggest.h"
#include "document/find_cell.h"
#include "facts/explain.h"
#include "workbook/find_sheet_cell.h"

namespace gongkai {
namespace {

ExitStatus report(Diagnostics& problems, const Sources& sources, ExitStatus status) {
  problems.sort_and_deduplicate();
  std::fputs(render_text(problems, sources, {error_is_terminal()}).c_str(), stderr);
  return status;
}

ExitStatus say_usage(const std::string& problem) {
  std::fputs(problem.c_str(), stderr);
  return ExitStatus::Usage;
}

ExitStatus explain_fact(const Disclosure& disclosure, const Fact& fact) {
  std::fputs(explain_text(fact, disclosure.sources, disclosure.document->print).c_str(), stdout);
  return ExitStatus::Fine;
}

ExitStatus explain_cell(const Disclosure& disclosure, const Cell* cell, const std::string& name) {
  if (cell == nullptr) {
    return say_usage("文件里没有“" + name + "”这一格；行写编码或行名，列写列名，都与表上印的相同；或写 公开05表!D9\n");
  }
  if (cell->fact == nullptr) return say_usage("这一格没有数\n");
  return explain_fact(disclosure, *cell->fact);
}

/// The pages are laid out for the answer: a reader quotes what is printed, where it is printed.
ExitStatus explain_words(const Installation& installation, Disclosure& disclosure, const ExplainQuery& query) {
  Diagnostics problems;
  const auto fonts = FontLibrary::open(installation.fonts, problems);
  if (!fonts) return report(problems, Sources(), ExitStatus::Machine);
  Finished finished;
  finish_document(disclosure, *fonts, finished);
  if (!finished.frames) return report(disclosure.diagnostics, disclosure.sources, ExitStatus::DataErrors);
  const PageIndex pages(*disclosure.document, *finished.frames);
  PrintedAnswer answer = explain_printed(disclosure, pages, query.text, query.page);
  if (answer.outcome == PrintedOutcome::NotThere && query.kind == ExplainQuery::Kind::Name) {
    const auto views = disclosure.book->known_names();
    const std::vector<std::string> names(views.begin(), views.end());
    answer.text +=
        "事实名里也没有它。" + did_you_mean(query.text, names) + "事实名例如 收支总计、支出.一般公共预算.208\n";
  }
  if (answer.outcome != PrintedOutcome::Explained) return say_usage(answer.text);
  std::fputs(answer.text.c_str(), stdout);
  return ExitStatus::Fine;
}

}  // namespace

ExitStatus run_explain(const Installation& installation, const std::string& path,
                       const std::vector<std::string>& words) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const std::vector<UnitYear> units = find_units(world, {path}, problems);
  if (problems.has_errors()) return report(problems, Sources(), ExitStatus::Usage);
  if (units.size() != 1) return say_usage("“" + path + "”里有几个单位，请给出其中一个\n");
  PackShelf packs(world);
  const auto disclosure = prepare_disclosure(world, packs, units.front().year_file, Stage::Draft);
  if (!disclosure->book || !disclosure->document) {
    return report(disclosure->diagnostics, disclosure->sources, ExitStatus::DataErrors);
  }
  const ExplainQuery query = parse_explain_query(words);
  const Document& document = *disclosure->document;
  switch (query.kind) {
    case ExplainQuery::Kind::Cell:
      return explain_cell(*disclosure, find_cell(document, query.table, query.row, query.column),
                          query.table + " " + query.row + " " + query.column);
    case ExplainQuery::Kind::SheetCell:
      return explain_cell(*disclosure, find_sheet_cell(document, query.table, query.text),
                          query.table + "!" + query.text);
    case ExplainQuery::Kind::Name:
      if (const Fact* fact = disclosure->book->find(query.text)) return explain_fact(*disclosure, *fact);
      break;
    case ExplainQuery::Kind::Printed:
      break;
  }
  return explain_words(installation, *disclosure, query);
}

}  // namespace gongkai
