#pragma once

#include <string>
#include <vector>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// `query` is a fact's name, or a table, a row and a column: 公开05表 208 小计.
ExitStatus run_explain(const Installation& installation, const std::string& year_file,
                       const std::vector<std::string>& query);

}  // namespace gongkai
