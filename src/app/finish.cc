#include "app/finish.h"

#include "audit/audit.h"
#include "layout/layout.h"

namespace gongkai {

void finish_document(Disclosure& disclosure, FontLibrary& fonts, Finished& finished, const LaidOut& laid_out) {
  Document& document = *disclosure.document;
  Diagnostics& diagnostics = disclosure.diagnostics;
  audit_document(document, diagnostics);
  finished.frames = lay_out(document, fonts, diagnostics);
  const auto& list = disclosure.shelved->self_check;
  const bool in_appendix = list && list->in_appendix;
  if (finished.frames && laid_out && !in_appendix) laid_out(*finished.frames);
  if (finished.frames) audit_frames(document, *finished.frames, diagnostics);
  if (!list) return;
  finished.list = &*list;
  const FinishedWork work{document, finished.frames ? &*finished.frames : nullptr, *disclosure.book, diagnostics};
  Diagnostics misplaced;
  finished.answers = answer_self_check(*finished.list, work, misplaced);
  diagnostics.append(misplaced);
  if (!in_appendix || !finished.frames) return;
  append_self_check(*finished.list, finished.answers, document);
  finished.frames = lay_out(document, fonts, diagnostics);
  if (!finished.frames) return;
  if (laid_out) laid_out(*finished.frames);
  audit_frames(document, *finished.frames, diagnostics);  // these are the pages that go out; repeats are said once
}

std::string self_check_report(const Finished& finished) {
  if (finished.list == nullptr) return "这个模板没有自查清单\n";
  return render_self_check(*finished.list, finished.answers);
}

}  // namespace gongkai
