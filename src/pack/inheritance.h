#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "pack/prose_parser.h"

namespace gongkai {

/// Puts one pack's disclosure.txt over the text of its parents: the whole text, or edits of named parts (E0538).
void apply_prose(ProseFile file, std::vector<TemplateNode>& body, Diagnostics& diagnostics);

/// Reports parts that share a name (E0538): an edit could not tell them apart.
void check_block_names(const std::vector<TemplateNode>& body, Diagnostics& diagnostics);

}  // namespace gongkai
