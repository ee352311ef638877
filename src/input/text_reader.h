// 文字 and 长文, also from a file of the unit's folder.
#pragma once

#include "input/read_context.h"
#include "yaml/yaml_node.h"
#include "model/value.h"

namespace gongkai {

/// One line of words.
AuthoredValue read_text(const YamlEntry& entry, ReadContext& context);

/// One TextLine for each line that is not empty, from a block, a line, or {文件: 附件/报告.txt}.
AuthoredValue read_long_text(const YamlEntry& entry, ReadContext& context);

/// Cuts half and full-width blanks at both ends; `cut_before` counts the characters cut in front.
std::string_view trim_wide(std::string_view text, std::size_t* cut_before = nullptr);

}  // namespace gongkai
