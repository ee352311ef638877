// What the command line says to its user: CLI11's own words in Chinese.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

namespace gongkai {

/// Help pages in Chinese.
std::shared_ptr<CLI::FormatterBase> chinese_help();

/// " pack check": a command's words after the program's name; empty for the program itself.
std::string words_of(const CLI::App* app);

/// A value must be a whole number from `least` to `most`.
CLI::Validator whole_number(int least, int most);
/// A value must be one of some words.
CLI::Validator one_of(const std::vector<std::string>& words);

/// What is wrong with a command line, in Chinese. `asked` is the innermost command that was recognised.
std::string complaint(const CLI::App& asked, const CLI::ParseError& error);

}  // namespace gongkai
