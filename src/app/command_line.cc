#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>

#include "app/build_command.h"
#include "app/check_command.h"
#include "app/codes_command.h"
#include "app/command_words.h"
#include "app/diff_command.h"
#include "app/explain_command.h"
#include "app/fonts_command.h"
#include "app/new_command.h"
#include "app/pack_command.h"
#include "app/program_identity.h"
#include "app/schema_command.h"
#include "input/dictionary.h"

namespace gongkai {
namespace {

void describe(CLI::App& app) {
  app.description("公开：把单位的账本（YAML）变成部门/单位决算公开的 PDF 和 Excel 工作簿\n");
  app.formatter(chinese_help());
  app.set_help_flag("-h,--help", "显示帮助")->group("选项");
  app.set_version_flag("--version", program_identity, "显示版本")->group("选项");
  app.require_subcommand(1);
  app.footer(
      "\n先做什么：\n"
      "  gongkai check data/shifan        先查账本有没有问题\n"
      "  gongkai build data/shifan        再生成 PDF 和 Excel，放在 out 文件夹\n"
      "  gongkai explain data/shifan/2024.yaml 收支总计      看一个数是怎么来的\n"
      "\n退出状态：0 正常，1 账本有错，2 命令写错，3 磁盘或字体有问题\n");
}

CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& description) {
  CLI::App* command = app.add_subcommand(name, description);
  command->formatter(chinese_help());
  command->group("命令");
  command->footer("");
  command->option_defaults()->group("选项");
  command->set_help_flag("-h,--help", "显示帮助")->group("选项");
  return command;
}

constexpr const char* kPathsHelp = "单位文件夹、年度文件，或装着若干单位文件夹的文件夹；可以给多个";

void add_shard(CLI::App& build, BuildOptions& options) {
  const auto read = [&options](const std::string& text) {
    const auto shard = parse_shard(text);
    if (!shard) throw CLI::ValidationError("--shard", "要写成 3/10 这样：第几份/共几份");
    options.shard = *shard;
  };
  build.add_option_function<std::string>("--shard", read, "只生成其中一份，例如 3/10：把许多单位分给几台机器");
}

CLI::App* add_build(CLI::App& app, BuildOptions& options, std::vector<std::string>& only) {
  CLI::App* build = add_command(app, "build", "生成 PDF 和 Excel");
  build->add_option("账本", options.paths, kPathsHelp)->required();
  build->add_option("-o,--out", options.out, "放在哪个文件夹（缺省 out）");
  build->add_option("--jobs", options.jobs, "同时生成几个单位（缺省 1）")->check(whole_number(1, 64));
  build->add_option("--only", only, "只要其中一种：pdf 或 xlsx")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(one_of({"pdf", "xlsx"}));
  build->add_flag("--draft", options.draft, "账本有错也生成，每页印“草稿”");
  build->add_flag("--sources", options.sources, "工作簿最后加一张“数据来源”，说明每个数从哪里来");
  build->add_flag("--force", options.force, "没有变化的单位也重新生成");
  build->add_flag("--watch", options.watch, "一直看着账本，保存后马上重新生成；按 Ctrl+C 结束");
  build->add_flag("--timings", options.timings, "印出每一步用了多少时间");
  add_shard(*build, options);
  return build;
}

CLI::App* add_new(CLI::App& app, NewOptions& options) {
  CLI::App* roll = add_command(app, "new", "由上年的账本生成下一年的：结构照抄，数和原因空着，上年的写在注释里");
  roll->add_option("单位文件夹", options.paths, "单位文件夹，或装着若干单位文件夹的文件夹；可以给多个")->required();
  roll->add_option("--year", options.year, "新的年度，例如 2025（缺省：最新一年的下一年）")
      ->check(whole_number(2001, 2100));
  return roll;
}

CLI::App* add_diff(CLI::App& app, DiffOptions& options) {
  CLI::App* diff = add_command(app, "diff", "两份账本或两次生成的结果有什么不同：数、句子、表格、页");
  const char* help = "年度文件、单位文件夹，或生成的文件夹（里面有 生成记录.json）";
  diff->add_option("原来的", options.before, help)->required();
  diff->add_option("现在的", options.after, help)->required();
  diff->add_option("--year", options.year, "给的是单位文件夹时，比较哪一年（缺省最近一年）");
  diff->add_option("--format", options.format, "text（缺省）或 json")->check(one_of({"text", "json"}));
  diff->add_option("--html", options.html, "另外写成一个网页文件，可以发给别人看");
  CLI::Option* notice = diff->add_option("--notice", options.notice, "另外写成更正说明（PDF），措辞由版式包定");
  diff->add_option("--reason", options.reason, "更正说明里写的更正原因")->needs(notice);
  return diff;
}

/// gongkai pack 检查什么 版式包.
struct PackCommand {
  CLI::App* check = nullptr;
  CLI::App* facts = nullptr;
  CLI::App* show = nullptr;
  std::string name;
  bool strict = false;
};

void add_pack(CLI::App& app, PackCommand& command) {
  CLI::App* pack = add_command(app, "pack", "版式包：check 检查、facts 列出事实、show 看它改了什么");
  pack->require_subcommand(1);
  command.check = add_command(*pack, "check", "检查一个版式包，并用试账逐个成文");
  command.facts = add_command(*pack, "facts", "一个版式包能用的全部事实、列表、函数");
  command.show = add_command(*pack, "show", "一个版式包自己写了什么、沿用了什么");
  for (CLI::App* one : {command.check, command.facts, command.show}) {
    one->add_option("版式包", command.name, "templates 下的文件夹名，例如 base，可带年份版本，如 名@2021")->required();
  }
  command.check->add_flag("--strict", command.strict, "有提醒也算不通过");
}

ExitStatus run_pack(const Installation& installation, const PackCommand& command) {
  if (command.check->parsed()) return run_pack_check(installation, command.name, command.strict);
  if (command.facts->parsed()) return run_pack_facts(installation, command.name);
  return run_pack_show(installation, command.name);
}

void apply_only(const std::vector<std::string>& only, BuildOptions& options) {
  if (only.empty()) return;
  options.pdf = std::ranges::find(only, "pdf") != only.end();
  options.xlsx = std::ranges::find(only, "xlsx") != only.end();
}

ExitStatus print_dictionary() {
  std::fputs(data_dictionary_markdown().c_str(), stdout);
  return ExitStatus::Fine;
}

/// Help and version go to standard output; what is wrong goes to standard error.
int report_usage(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* asked = &app;
  while (!asked->get_subcommands().empty()) asked = asked->get_subcommands().front();
  if (error.get_exit_code() == 0) {
    const bool version = dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr;
    std::fputs((version ? error.what() + std::string("\n") : asked->help()).c_str(), stdout);
    return static_cast<int>(ExitStatus::Fine);
  }
  std::fprintf(stderr, "命令写得不对：%s\n看用法：gongkai%s --help\n", complaint(*asked, error).c_str(),
               words_of(asked).c_str());
  return static_cast<int>(ExitStatus::Usage);
}

/// The commands with the places their options are read into.
struct CommandLine {
  CommandLine();

  /// What was asked for. To be called after `app.parse`.
  ExitStatus run(Leftovers& leftovers);

  CLI::App app{"", "gongkai"};

 private:
  void add_check();
  void add_explain();
  ExitStatus run_in(const Installation& installation, Leftovers& leftovers);

  BuildOptions build_options_;
  std::vector<std::string> only_;
  CheckOptions check_options_;
  std::string check_format_ = "text";
  std::string explain_file_;
  std::vector<std::string> explain_query_;
  std::string schema_of_;
  NewOptions new_options_;
  DiffOptions diff_options_;
  PackCommand pack_;
  CLI::App* build_ = nullptr;
  CLI::App* check_ = nullptr;
  CLI::App* explain_ = nullptr;
  CLI::App* schema_ = nullptr;
  CLI::App* roll_ = nullptr;
  CLI::App* diff_ = nullptr;
  CLI::App* fonts_ = nullptr;
  CLI::App* codes_ = nullptr;
  CLI::App* dictionary_ = nullptr;
};

CommandLine::CommandLine() {
  describe(app);
  build_ = add_build(app, build_options_, only_);
  add_check();
  add_explain();
  schema_ = add_command(app, "schema", "编辑器用的 JSON Schema（docs/schema 的内容）");
  schema_->add_option("文件", schema_of_, "unit 或 year")->required()->check(one_of({"unit", "year"}));
  roll_ = add_new(app, new_options_);
  diff_ = add_diff(app, diff_options_);
  add_pack(app, pack_);
  fonts_ = add_command(app, "fonts", "每种字体用的是哪个文件");
  codes_ = add_command(app, "codes", "全部错误代码和规则（docs/错误代码.md 的内容）");
  dictionary_ = add_command(app, "dictionary", "账本能写哪些键（docs/数据字典.md 的内容）");
}

void CommandLine::add_check() {
  check_ = add_command(app, "check", "检查账本和将要生成的文件，不写任何文件");
  check_->add_option("账本", check_options_.paths, kPathsHelp)->required();
  check_->add_flag("--strict", check_options_.strict, "有提醒也算不通过");
  check_->add_flag("--selfcheck", check_options_.selfcheck, "逐项回答财政部门的自查清单，并说明依据");
  check_->add_option("--format", check_format_, "text（缺省）或 json")->check(one_of({"text", "json"}));
}

void CommandLine::add_explain() {
  explain_ = add_command(app, "explain", "一个数从哪里来：公式、输入，直到账本的哪一行");
  explain_->add_option("账本", explain_file_, "单位文件夹或年度文件，例如 data/shifan/2024.yaml")->required();
  explain_
      ->add_option("问什么", explain_query_,
                   "事实名：收支总计；表里的一格：公开05表 208 小计，或 公开05表!D9；印出来的话：第9页 '下降14.6%'")
      ->required();
}

ExitStatus CommandLine::run(Leftovers& leftovers) {
  if (dictionary_->parsed()) return print_dictionary();
  if (const auto installation = find_installation()) return run_in(*installation, leftovers);
  std::fputs("找不到程序自带的 templates 文件夹；请不要单独移动 gongkai 这个文件，或设置 GONGKAI_HOME\n", stderr);
  return ExitStatus::Machine;
}

ExitStatus CommandLine::run_in(const Installation& installation, Leftovers& leftovers) {
  apply_only(only_, build_options_);
  check_options_.json = check_format_ == "json";
  if (codes_->parsed()) return run_codes(installation);
  if (schema_->parsed()) return run_schema(installation, schema_of_);
  if (build_->parsed()) return run_build(installation, build_options_, leftovers);
  if (check_->parsed()) return run_check(installation, check_options_);
  if (explain_->parsed()) return run_explain(installation, explain_file_, explain_query_);
  if (roll_->parsed()) return run_new(installation, new_options_);
  if (diff_->parsed()) return run_diff(installation, diff_options_);
  if (fonts_->parsed()) return run_fonts(installation);
  return run_pack(installation, pack_);
}

}  // namespace

ExitStatus run_command_line(int argc, char** argv, Leftovers& leftovers) {
  CommandLine line;
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return static_cast<ExitStatus>(report_usage(line.app, error));
  }
  return line.run(leftovers);
}

}  // namespace gongkai
