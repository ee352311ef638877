// Subject codes: the right family, known to the classification or declared by the unit, verified names.
#pragma once

#include <string_view>

#include "input/read_context.h"
#include "input/schema.h"
#include "yaml/yaml_node.h"
#include "model/value.h"

namespace gongkai {

/// Checks a key that is a code of this kind and notes its use; nothing for names and ordinals.
void check_key_code(const YamlEntry& entry, KeyKind kind, ReadContext& context);

/// Checks a 7-digit 功能分类 code written as a value.
void check_item_code(std::string_view code, const Span& span, ReadContext& context);

/// One note for each code in use, or above one in use, whose name has not been verified.
void note_unverified_names(const ReadContext& context);

/// Adds 自定义科目 to the classification; a warning where a verified name of the library differs.
void add_declared_subjects(const AuthoredValue& declared, Classification& subjects, Diagnostics& diagnostics);

}  // namespace gongkai
