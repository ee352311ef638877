// From a composed document to pages: laying out, auditing, the self-check.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/disclosure.h"
#include "audit/selfcheck.h"
#include "layout/fonts.h"
#include "layout/frame.h"

namespace gongkai {

/// Pages, and the answered self-check list when the pack has one.
struct Finished {
  std::optional<Frames> frames;
  const SelfCheckList* list = nullptr;   ///< of the pack on the shelf
  std::vector<SelfCheckAnswer> answers;  ///< point into `list`
};

/// Told of the pages as soon as they are final, before they are audited.
using LaidOut = std::function<void(const Frames&)>;

/// Lays out and audits the disclosure's document. When the pack wants the self-check as an appendix it is answered from
/// the finished body, added, and the document laid out again. Every finding goes to the disclosure's diagnostics.
void finish_document(Disclosure& disclosure, FontLibrary& fonts, Finished& finished, const LaidOut& laid_out = {});

/// The list answered and rendered for a terminal; a sentence when the pack has none.
std::string self_check_report(const Finished& finished);

}  // namespace gongkai
