#include "app/command_words.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "base/suggest.h"

namespace gongkai {
namespace {

class ChineseFormatter : public CLI::Formatter {
 public:
  ChineseFormatter() {
    label("OPTIONS", "选项");
    label("SUBCOMMANDS", "命令");
    label("SUBCOMMAND", "命令");
    label("POSITIONALS", "参数");
    label("Usage", "用法");
    label("REQUIRED", "必填");
    label("TEXT", "文字");
    label("INT", "个数");
    label("Options", "选项");
    label("Positionals", "参数");
    label("Subcommands", "命令");
    column_width(34);
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = "用法：gongkai" + (name.empty() ? std::string() : words_of(app));
    if (app->get_parent() == nullptr) usage = "用法：gongkai 命令";
    for (const CLI::Option* option : app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
      usage += " " + option->get_name();
    }
    return usage + " [选项]\n";
  }

  std::string make_option_opts(const CLI::Option*) const override { return {}; }
};

std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

/// What a wrong word may have been meant for, as the rest of a sentence.
std::string guess(const std::string& wrong, const std::vector<std::string>& known) {
  const std::string meant = did_you_mean(wrong, known);
  return meant.empty() ? std::string() : "，" + meant;
}

std::string unknown_command(const CLI::App& asked) {
  const std::vector<std::string> words = asked.remaining();
  if (words.empty()) return "没有写命令";
  std::vector<std::string> known;
  for (const CLI::App* command : asked.get_subcommands({})) known.push_back(command->get_name());
  const bool option = words.front().starts_with("-");
  return (option ? "没有选项" : "没有命令") + in_quotes(words.front()) + guess(words.front(), known);
}

std::string unexpected(const CLI::App& asked) {
  const std::vector<std::string> words = asked.remaining(true);
  const std::string& wrong = words.front();
  if (!wrong.starts_with("-")) return "多写了" + in_quotes(wrong);
  std::vector<std::string> known;
  for (const CLI::Option* option : asked.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string name = wrong.substr(0, wrong.find('='));
  return "没有选项" + in_quotes(name) + guess(name, known);
}

}  // namespace

std::shared_ptr<CLI::FormatterBase> chinese_help() {
  return std::make_shared<ChineseFormatter>();
}

std::string words_of(const CLI::App* app) {
  return app->get_parent() == nullptr ? std::string() : words_of(app->get_parent()) + " " + app->get_name();
}

CLI::Validator whole_number(int least, int most) {
  const auto check = [least, most](const std::string& text) -> std::string {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && least <= value && value <= most) return {};
    return "要写 " + std::to_string(least) + " 到 " + std::to_string(most) + " 的整数，写的是" + in_quotes(text);
  };
  return {check, ""};
}

CLI::Validator one_of(const std::vector<std::string>& words) {
  const auto check = [words](const std::string& text) -> std::string {
    if (std::ranges::find(words, text) != words.end()) return {};
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " 或 ") + word;
    return "要写 " + all + "，写的是" + in_quotes(text);
  };
  return {check, ""};
}

std::string complaint(const CLI::App& asked, const CLI::ParseError& error) {
  const std::string said = error.what();  // mostly "name: what is wrong"
  const std::size_t colon = said.find(": ");
  const std::string name = said.substr(0, std::min(said.find_first_of(": "), said.size()));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return said.starts_with("A subcommand") ? unknown_command(asked) : "没有写" + in_quotes(name);
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return unexpected(asked);
  if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
    return in_quotes(name) + "要和" + in_quotes(said.substr(said.rfind(' ') + 1)) + "一起写";
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr && colon != std::string::npos) {
    return in_quotes(name) + said.substr(colon + 2);
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) return in_quotes(name) + "后面没有写值，或写多了";
  const std::size_t flag = said.find("--");  // only flags convert: every other value has a check that speaks for itself
  return flag == std::string::npos ? said : in_quotes(said.substr(flag, said.find(' ', flag) - flag)) + "后面不用写值";
}

}  // namespace gongkai
