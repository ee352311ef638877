// What a person reads of one built unit.
#pragma once

#include <chrono>
#include <string>

#include "app/build_unit.h"

namespace gongkai {

/// "区/单位 2024".
std::string title_of(const UnitYear& unit);

/// One line with the outcome, the times of the phases when asked for, then the diagnostics.
std::string result_line(const UnitResult& result, std::chrono::milliseconds time, bool timings);

/// How long one unit took.
class ResultClock {
 public:
  std::chrono::milliseconds elapsed() const {
    return std::chrono::duration_cast<std::chrono::milliseconds>(PhaseTimes::Clock::now() - start_);
  }

 private:
  PhaseTimes::Clock::time_point start_ = PhaseTimes::Clock::now();
};

}  // namespace gongkai
