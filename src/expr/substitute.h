// Putting arguments in the place of parameters: how a named part of a template is used for many facts.
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "expr/ast.h"

namespace gongkai {

/// Parameter -> what stands for it. An argument that is a name may be followed by suffixes (数.较上年); any other
/// argument can only stand alone.
using Arguments = std::map<std::string, const Expr*>;

/// A copy of `expr` with the arguments put in. An argument that cannot stand where its parameter does is reported
/// (E0542) at the parameter.
ExprPtr substitute(const Expr& expr, const Arguments& arguments, Diagnostics& diagnostics);

}  // namespace gongkai
