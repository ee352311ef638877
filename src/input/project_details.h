// 项目自评: the details of projects written apart from their lines in 项目绩效.
#pragma once

#include "base/diagnostic.h"
#include "model/value.h"

namespace gongkai {

/// Adds every entry of 项目自评 to the project of its name in 项目绩效, so that the rest of the program meets one
/// record a project; the list itself stays as it was written. Reports names that are no project and keys written in
/// both places; those keep the project's own.
void join_project_details(AuthoredValue& year, Diagnostics& diagnostics);

}  // namespace gongkai
