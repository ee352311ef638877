// 片段: sentences written once and used for many facts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "pack/template_ast.h"

namespace gongkai {

using Snippets = std::map<std::string, Snippet>;

/// Puts a file's snippets over those of the packs before it; a snippet of the same name replaces the older one
/// everywhere, also in the parent's own text. Two of one name in the same file are reported (E0538).
void apply_snippets(std::vector<Snippet>&& written, Snippets& known, Diagnostics& diagnostics);

/// Replaces every @用 by the lines of its snippet, arguments put in. Call once, when the text of the whole chain is
/// there. Reports unknown snippets and wrong numbers of arguments (E0542); notes those of `own` that nothing uses
/// (N0501).
void expand_snippets(const Snippets& snippets, const std::vector<std::string>& own, std::vector<TemplateNode>& body,
                     Diagnostics& diagnostics);

}  // namespace gongkai
