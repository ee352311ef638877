// How long each phase of a unit took, for --timings.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace gongkai {

/// Laps of one clock: each is named when it ends.
class PhaseTimes {
 public:
  using Clock = std::chrono::steady_clock;
  using Laps = std::vector<std::pair<std::string, Clock::duration>>;

  /// Ends the lap that began with the last one (or with this object).
  void lap(std::string name) {
    const auto now = Clock::now();
    laps_.emplace_back(std::move(name), now - last_);
    last_ = now;
  }
  const Laps& laps() const { return laps_; }

 private:
  Clock::time_point last_ = Clock::now();
  Laps laps_;
};

}  // namespace gongkai
