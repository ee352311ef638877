#pragma once

namespace gongkai {

/// Exit statuses of the program (docs: 命令).
enum class ExitStatus { Fine = 0, DataErrors = 1, Usage = 2, Machine = 3 };

}  // namespace gongkai
