// Project records, business figures and declared subjects of several units in one file.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/ledger.h"

namespace gongkai {

/// Lists every unit's projects in the order of the units, each with its own 实施单位 and 主管部门. Business figures of
/// one name and different values get the unit's name behind theirs, in the figures and where the projects quote them.
/// Reports E0243 where a project's text quotes another fact: in the department it would be the department's figure.
void join_projects(const std::vector<Ledger>& units, Ledger& total, Diagnostics& diagnostics);

/// 自定义科目 and 名词解释 of the units, as far as the department does not say otherwise.
void join_vocabulary(const std::vector<Ledger>& units, Ledger& total);

}  // namespace gongkai
