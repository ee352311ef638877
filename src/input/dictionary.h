// The users' manual of authored keys, made from the schema the reader validates against.
#pragma once

#include <string>

namespace gongkai {

/// docs/数据字典.md.
std::string data_dictionary_markdown();

}  // namespace gongkai
