#pragma once

#include <string>
#include <vector>

#include "app/exit_status.h"
#include "app/home.h"

namespace gongkai {

/// `path` is a year file or a unit's folder; `words` a fact's name, a table's cell (公开05表 208 小计, 公开05表!D9), or
/// what is printed (第9页 "下降14.6%").
ExitStatus run_explain(const Installation& installation, const std::string& path,
                       const std::vector<std::string>& words);

}  // namespace gongkai
