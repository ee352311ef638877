#pragma once

#include <string>
#include <vector>

#include "app/shard.h"

namespace gongkai {

/// What `gongkai build` was asked for.
struct BuildOptions {
  std::vector<std::string> paths;
  std::string out = "out";
  int jobs = 1;
  bool pdf = true;
  bool xlsx = true;
  bool draft = false;
  bool sources = false;  ///< a last sheet 数据来源 in the workbook
  bool force = false;    ///< build what is up to date too
  bool watch = false;    ///< stay, and build again what a saved file touches
  bool timings = false;  ///< print how long each phase took
  Shard shard;           ///< the part of the units this run builds
};

}  // namespace gongkai
