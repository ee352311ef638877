// Typed trees of several units as one: amounts and counts added, keeping every unit's value as a part; lists put
// together.
#pragma once

#include <string_view>
#include <vector>

#include "model/value.h"

namespace gongkai {

/// The sum of the same block of several units. Words, dates and yes/no are left out: they are the department's own.
AuthoredValue sum_trees(const std::vector<const AuthoredValue*>& blocks);

/// A map as the sum of its amounts, with all of them as parts; an amount as it is.
AuthoredValue sum_of_amounts(const AuthoredValue& value, std::string_view key);

/// Adds what `own` says and `block` does not: the department's words beside its units' figures.
void add_words(const AuthoredValue& own, AuthoredValue& block);

/// The child of a map, added as a map when it is not there.
AuthoredValue& child_map(AuthoredValue& map, std::string_view key);

/// Takes a child away; nothing when it is not there.
void remove_child(AuthoredValue& map, std::string_view key);

}  // namespace gongkai
