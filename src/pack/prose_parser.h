// disclosure.txt: one line a paragraph, directives begin with @.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "pack/template_ast.h"

namespace gongkai {

enum class EditKind { Replace, Before, After, Remove, MoveBefore, MoveAfter };

/// @换, @前, @后, @删, @移: what a pack changes in its parent's text.
struct ProseEdit {
  EditKind kind = EditKind::Replace;
  std::string block;
  std::string place;  ///< @移 块 前 块: the block it goes to
  Span span;
  std::vector<TemplateNode> children;
};

/// Either a whole text or the edits of one; snippets with either.
struct ProseFile {
  std::vector<Snippet> snippets;
  std::vector<TemplateNode> body;
  std::vector<ProseEdit> edits;
};

/// Parses one disclosure.txt; every line in error is reported (E0530–E0534), the others are returned.
ProseFile parse_prose(FileId file, const Sources& sources, Diagnostics& diagnostics);

}  // namespace gongkai
