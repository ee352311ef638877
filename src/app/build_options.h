#pragma once

#include <string>
#include <vector>

namespace gongkai {

/// What `gongkai build` was asked for.
struct BuildOptions {
  std::vector<std::string> paths;
  std::string out = "out";
  int jobs = 1;
  bool pdf = true;
  bool xlsx = true;
  bool draft = false;
};

}  // namespace gongkai
