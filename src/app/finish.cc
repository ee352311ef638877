#include "app/finish.h"

#include "audit/audit.h"
#include "layout/layout.h"

namespace gongkai {

Finished finish_document(Disclosure& disclosure, FontLibrary& fonts) {
  Finished finished;
  Document& document = *disclosure.document;
  Diagnostics& diagnostics = disclosure.diagnostics;
  audit_document(document, diagnostics);
  finished.frames = lay_out(document, fonts, diagnostics);
  if (finished.frames) audit_frames(document, *finished.frames, diagnostics);
  const auto& list = disclosure.shelved->self_check;
  if (!list) return finished;
  finished.list = &*list;
  const FinishedWork work{document, finished.frames ? &*finished.frames : nullptr, *disclosure.book, diagnostics};
  Diagnostics misplaced;
  finished.answers = answer_self_check(*finished.list, work, misplaced);
  diagnostics.append(misplaced);
  if (!finished.list->in_appendix || !finished.frames) return finished;
  append_self_check(*finished.list, finished.answers, document);
  finished.frames = lay_out(document, fonts, diagnostics);
  return finished;
}

std::string self_check_report(const Finished& finished) {
  if (finished.list == nullptr) return "这个模板没有自查清单\n";
  return render_self_check(*finished.list, finished.answers);
}

}  // namespace gongkai
