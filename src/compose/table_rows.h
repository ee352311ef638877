// The body rows of one panel: fixed rows, loops over lists and blank rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compose/runs.h"

namespace gongkai {

struct BodyRow {
  const RowTemplate* origin = nullptr;  ///< null for a blank row
  std::size_t group = 0;                ///< index of the row template in its panel
  std::string key;                      ///< subject code, 键 or label
  std::string code;                     ///< of an element that is a subject; "" otherwise
  std::optional<std::size_t> parent;    ///< index of the nearest printed row above it in the tree of subjects
  int depth = 0;                        ///< printed ancestors
  std::vector<Cell> cells;              ///< one for each column of the panel
};

std::vector<BodyRow> compose_panel_rows(const ComposeContext& context, const PanelTemplate& panel, const Scope* scope);

BodyRow blank_row(const PanelTemplate& panel);

}  // namespace gongkai
