#include "base/helpers.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>

namespace gongkai {
namespace {

TEST(Helpers, DoTheWorkInAnotherThread) {
  Helpers helpers;
  EXPECT_NE(helpers.begin([] { return std::this_thread::get_id(); }).get(), std::this_thread::get_id());
}

TEST(Helpers, StayForTheNextPieceOfWork) {
  Helpers helpers;
  std::set<std::thread::id> seen;
  for (int i = 0; i < 50; ++i) {
    seen.insert(helpers.begin([] { return std::this_thread::get_id(); }).get());
    std::this_thread::sleep_for(std::chrono::milliseconds(1));  // the helper has to come back
  }
  EXPECT_LT(seen.size(), 10U);
}

/// A task that waits for another must not keep it from being begun, however deep.
int depth_of(Helpers& helpers, int left) {
  return left == 0 ? 0 : 1 + helpers.begin([&helpers, left] { return depth_of(helpers, left - 1); }).get();
}

TEST(Helpers, WaitForEachOtherWithoutRunningOut) {
  Helpers helpers;
  EXPECT_EQ(depth_of(helpers, 20), 20);
}

TEST(Helpers, PassOnWhatTheWorkThrows) {
  Helpers helpers;
  auto begun = helpers.begin([]() -> int { throw std::runtime_error("坏了"); });
  EXPECT_THROW(begun.get(), std::runtime_error);
}

TEST(Helpers, ManyPiecesAtOneTime) {
  Helpers helpers;
  std::atomic<int> done = 0;
  {
    std::vector<Begun<void>> all;
    for (int i = 0; i < 200; ++i) all.push_back(helpers.begin([&done] { ++done; }));
  }
  EXPECT_EQ(done, 200);
}

#ifndef __SANITIZE_ADDRESS__  // which needs more address space than any limit leaves
/// In a process with no room for another thread's stack.
void begin_without_room() {
  long pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  const auto used = static_cast<rlim_t>(pages) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
  const rlimit limit{used + (1U << 20U), RLIM_INFINITY};
  setrlimit(RLIMIT_AS, &limit);
  Helpers helpers;
  try {
    helpers.begin([] {}).get();
  } catch (const std::system_error&) {
    std::_Exit(7);
  }
  std::_Exit(0);
}

TEST(HelpersDeathTest, WithoutAThreadTheWorkIsNotWaitedFor) {
  EXPECT_EXIT(begin_without_room(), testing::ExitedWithCode(7), "");
}
#endif

TEST(Begun, IsWaitedForWhenItIsLetGo) {
  Helpers helpers;
  std::atomic<bool> done = false;
  {
    const auto begun = helpers.begin([&done] {
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      done = true;
    });
  }
  EXPECT_TRUE(done);
}

TEST(BeginBeside, WithoutHelpersTheWorkIsDoneWhenItIsAskedForAndNotBefore) {
  bool done = false;
  {
    auto begun = begin_beside(nullptr, [&done] { return done = true; });
    EXPECT_FALSE(done);
    EXPECT_TRUE(begun.get());
    EXPECT_TRUE(done);
  }
  done = false;
  {
    const auto never_asked_for = begin_beside(nullptr, [&done] { return done = true; });
  }
  EXPECT_FALSE(done);
}

}  // namespace
}  // namespace gongkai
