#pragma once

#include "compose/runs.h"

namespace gongkai {

/// A form: a grid with spans that sees the loop element in `scope`. A row that does not fill the grid is E0605.
Table compose_form(const ComposeContext& context, const FormTemplate& form, const Scope* scope);

}  // namespace gongkai
