#include "compose/compose.h"

#include <string>
#include <utility>

#include "compose/file_names.h"
#include "compose/option_check.h"
#include "compose/prose_composer.h"
#include "compose/punctuation.h"
#include "compose/runs.h"

namespace gongkai {
namespace {

std::string file_name(const ComposeContext& context, const TextTemplate& text, std::string_view key) {
  std::string name = safe_file_name(build_text(context, text, nullptr));
  if (name.empty()) {
    context.diagnostics.error("E0607", text.span, "“" + std::string(key) + "”印出来是空的",
                              "在 pack.yaml 里改“" + std::string(key) + "”");
  }
  return name;
}

}  // namespace

std::optional<Document> compose(const Pack& pack, const FactBook& book, Diagnostics& diagnostics) {
  const ComposeContext context{pack, book, diagnostics};
  check_options(context);
  Document document;
  document.title = build_text(context, pack.title_line, nullptr);
  document.file_name = file_name(context, pack.file_name, "文件名");
  document.workbook_name = file_name(context, pack.workbook_name, "工作簿名");
  if (const AuthoredValue* name = book.ledger().unit.find("名称")) document.author = name->text;
  document.year = book.ledger().year_number;
  document.style = pack.style;
  document.print = pack.print;
  document.blocks = compose_prose(context);
  if (document.blocks.empty()) return std::nullopt;
  check_punctuation(document.blocks, diagnostics);
  return document;
}

}  // namespace gongkai
