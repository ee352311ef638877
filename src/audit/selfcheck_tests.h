// The tests a self-check list can name. Each looks at the finished work and says what it saw.
#pragma once

#include <string>
#include <vector>

#include "audit/selfcheck.h"

namespace gongkai {

struct TestResult {
  bool passed = false;
  std::string evidence;
};

std::vector<std::string> self_check_test_names();
TestResult run_self_check_test(const SelfCheckTest& test, const FinishedWork& work);

}  // namespace gongkai
