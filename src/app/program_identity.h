#pragma once

#include <string>

namespace gongkai {

/// Version and build of this program, "gongkai 1.0.0 5844f8…": another build may print otherwise.
std::string program_identity();

}  // namespace gongkai
