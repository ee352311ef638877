#pragma once

#include "base/diagnostic.h"
#include "document/document.h"
#include "pack/template_ast.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// A cell as written in a row: a text or an expression (as the kind of its column asks), or a map with 文 or 取,
/// 跨列, 跨行, 头, 合并同值, 对齐, 格式, 缩进, 求和. `kind` is the column's; in forms and 末行 it is Text.
CellTemplate load_cell(const YamlNode& node, CellKind kind, Diagnostics& diagnostics);

}  // namespace gongkai
