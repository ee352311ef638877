// Lines of text with values in braces.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "pack/template_ast.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// What may stand after "|" in a value or under 格式 in a cell: 元, 数值 …
bool is_value_format(std::string_view format);
/// All of them, for messages: "元、数值、…".
std::string value_format_names();

/// Whether literal pieces may hold figures and placeholders (literal_check.h). Definitions of terms may.
enum class LiteralRule { Checked, Free };

/// Parses "…{式|格式}…"; "{{" is a literal brace. `origin` is the span of the first character.
TextTemplate parse_text_template(std::string_view text, Span origin, Diagnostics& diagnostics,
                                 LiteralRule rule = LiteralRule::Checked);
/// The same of a YAML scalar.
TextTemplate parse_text_template(const YamlNode& scalar, Diagnostics& diagnostics);

/// An expression that may be shared by copies of a template; null after reporting.
std::shared_ptr<const Expr> parse_shared_expression(std::string_view text, Span origin, Diagnostics& diagnostics);
std::shared_ptr<const Expr> parse_shared_expression(const YamlNode& scalar, Diagnostics& diagnostics);

/// `origin` moved on by the characters of `passed`, `length` characters long.
Span advance(Span origin, std::string_view passed, std::string_view covered);

}  // namespace gongkai
