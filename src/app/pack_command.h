// gongkai pack check|facts|show: what the authors of packs need.
#pragma once

#include <string>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// Loads a pack and tries it on every trial ledger; prints what is wrong. DataErrors when something is.
ExitStatus run_pack_check(const Installation& installation, const std::string& pack, bool strict);
/// Every fact a pack knows, as Markdown.
ExitStatus run_pack_facts(const Installation& installation, const std::string& pack);
/// What a pack says itself and what it takes from the packs before it.
ExitStatus run_pack_show(const Installation& installation, const std::string& pack);

}  // namespace gongkai
