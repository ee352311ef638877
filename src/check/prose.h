// What a unit wrote in words: years, its own name, amounts typed by hand.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "facts/fact_book.h"

namespace gongkai {

/// Every line of authored prose of the year file and of unit.yaml.
void check_prose(const FactBook& book, Diagnostics& diagnostics);

/// A line of authored prose and the dotted path of its key.
using ProseVisitor = std::function<void(const std::string& path, const std::string& text, Span start)>;
void for_each_prose(const AuthoredValue& root, const ProseVisitor& visit);

/// The span of characters `at` … `at + length` of a text that starts at `start` on one line.
Span inside(Span start, std::size_t at, std::size_t length);

}  // namespace gongkai
