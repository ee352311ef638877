#pragma once

#include <string>

namespace gongkai {

/// An lxw_error in Chinese, with its number.
std::string library_error_text(int error);

}  // namespace gongkai
