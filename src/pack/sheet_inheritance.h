// 沿用: a table or form that says only where it differs from one of the packs before it.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// By file name; a pack's files are passed on to the packs after it.
using SheetFiles = std::map<std::string, std::shared_ptr<const YamlNode>>;

/// `own` with what it takes over from the sheet named by its 沿用: keys it does not write, columns and rows changed by
/// 改列 and 改行 (by 键), more of them by 加列 and 加行, without those named by 删列 and 删行. Without 沿用, `own`
/// itself. Reports E0543.
YamlNode inherit_sheet(YamlNode own, const SheetFiles& parents, Diagnostics& diagnostics);

}  // namespace gongkai
