#pragma once

#include "layout/line_composer.h"

namespace gongkai {

/// Composes a centred title. One that needs several lines is broken where a name or figure from the ledger begins or
/// ends, if that gives lines that fit (at most `extra_lines` more than needed); else into lines of about one length.
ComposedText compose_title(LineComposer& composer, PreparedText& title, const TextSpec& spec,
                           std::size_t extra_lines = 0);
ComposedText compose_title(LineComposer& composer, const Runs& runs, const TextSpec& spec, std::size_t extra_lines = 0);

}  // namespace gongkai
