// What a fuzz target is: one function over bytes. libFuzzer calls it with its own; replay.cc with the kept ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace gongkai::fuzz {

/// Ends the process with `what` unless `holds`: a finding.
void expect(bool holds, std::string_view what);

/// The bytes as a text; what is no UTF-8 becomes U+FFFD, as no reader passes on anything else.
std::string valid_text(std::string_view bytes);

/// In an expression of a quoted text that runs over several lines, columns count on from the first line.
enum class Columns { Exact, MayRunOn };

/// Every diagnostic points into its source, and both forms of the report are whole UTF-8 texts.
void expect_presentable(const Diagnostics& diagnostics, const Sources& sources, Columns columns = Columns::Exact);

}  // namespace gongkai::fuzz
