#include "app/explain_command.h"

#include <cstdio>

#include "app/disclosure.h"
#include "app/progress.h"
#include "base/suggest.h"
#include "document/find_cell.h"
#include "facts/explain.h"

namespace gongkai {
namespace {

void print_problems(Disclosure& disclosure) {
  disclosure.diagnostics.sort_and_deduplicate();
  std::fputs(render_text(disclosure.diagnostics, disclosure.sources, {error_is_terminal()}).c_str(), stderr);
}

/// The fact behind a cell, or behind a name; nullptr after saying why there is none.
const Fact* find_fact(const Disclosure& disclosure, const std::vector<std::string>& query) {
  if (query.size() == 1) {
    const Fact* fact = disclosure.book->find(query.front());
    if (fact == nullptr) {
      const std::string guess = did_you_mean(query.front(), disclosure.book->known_names());
      std::fprintf(stderr, "没有名为“%s”的事实。%s事实名例如 收支总计、支出.一般公共预算.208\n", query.front().c_str(),
                   guess.c_str());
    }
    return fact;
  }
  if (query.size() != 3) {
    std::fprintf(stderr, "请给出一个事实名，或“表号 行 列”三项，例如：公开05表 208 小计\n");
    return nullptr;
  }
  const Cell* cell = find_cell(*disclosure.document, query[0], query[1], query[2]);
  if (cell == nullptr) {
    std::fprintf(stderr, "文件里没有“%s %s %s”这一格；行写编码或行名，列写列名，都与表上印的相同\n", query[0].c_str(),
                 query[1].c_str(), query[2].c_str());
    return nullptr;
  }
  if (cell->fact == nullptr) std::fprintf(stderr, "这一格没有数\n");
  return cell->fact;
}

}  // namespace

ExitStatus run_explain(const Installation& installation, const std::string& year_file,
                       const std::vector<std::string>& query) {
  const RealWorld world(installation.home);
  PackShelf packs(world);
  const auto disclosure = prepare_disclosure(world, packs, year_file, Stage::Draft);
  if (!disclosure->book || !disclosure->document) {
    print_problems(*disclosure);
    return ExitStatus::DataErrors;
  }
  const Fact* fact = find_fact(*disclosure, query);
  if (fact == nullptr) return ExitStatus::Usage;
  std::fputs(explain_text(*fact, disclosure->sources, disclosure->document->print).c_str(), stdout);
  return ExitStatus::Fine;
}

}  // namespace gongkai
