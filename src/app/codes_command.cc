#include "app/codes_command.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "base/codes.h"
#include "check/rule_manual.h"

namespace gongkai {
namespace {

constexpr std::pair<std::string_view, std::string_view> kRanges[] = {{"01", "文件和编码"},
                                                                     {"02", "YAML 的写法、键和值"},
                                                                     {"03", "账本的数和文字"},
                                                                     {"04", "事实"},
                                                                     {"05", "版式包"},
                                                                     {"06", "成文"},
                                                                     {"07", "排版和字体"},
                                                                     {"08", "PDF 和工作簿"},
                                                                     {"09", "命令、发布和成文后的检查"}};

constexpr const char* kIntro =
    "# 错误代码\n\n"
    "本文由 `gongkai codes` 生成。代码的首字母：**E** 错误（不能生成），**W** 提醒（能生成，`check --strict` 不通过），"
    "**N** 说明。\n\n"
    "每条消息的格式是 `文件:行:列: 错误 E0301 ……`，下面是那一行和指着位置的 `^`，再下面是有关的数和怎么办。\n\n"
    "## 退出状态\n\n"
    "| 状态 | 意思 |\n|---|---|\n"
    "| 0 | 正常 |\n"
    "| 1 | 账本有错（加 `--strict` 时有提醒也算）；原来生成的文件没有动 |\n"
    "| 2 | 命令写错，或给的路径里没有账本 |\n"
    "| 3 | 机器有问题：磁盘满了或不能写、字体缺了或坏了、找不到程序自带的文件、结果没能全部写出 |\n"
    "| 143、130 | 被停止（SIGTERM、Ctrl-C）：原来生成的文件没有动，留下的临时文件夹由下次运行清掉 |\n\n"
    "一次最多列出 1000 条，其余只计数；`--format json` 列出全部。\n\n"
    "用万元填列的账本，比较合计的规则遇到尾差时同号降级：`E0301` 在界限以内成为 `N0301`，差得偏大成为 `W0301`。\n";

void append_built_in(std::string& out) {
  for (const auto& [digits, title] : kRanges) {
    out += "\n## " + std::string(digits) + "xx " + std::string(title) + "\n\n| 代码 | 意思 |\n|---|---|\n";
    for (const CodeInfo& info : kCodes) {
      if (info.code.substr(1, 2) != digits) continue;
      out += "| " + std::string(info.code) + " | " + std::string(info.meaning) + " |\n";
    }
  }
}

void append_rules(std::string& out, const std::vector<RuleEntry>& rules) {
  std::string pack;
  for (const RuleEntry& rule : rules) {
    if (rule.pack != pack) {
      pack = rule.pack;
      out += "\n## 规则：" + (pack == "base" ? std::string("各地共用") : "版式包 " + pack) +
             "\n\n| 代码 | 属于 | 应当 | 怎么办 |\n|---|---|---|---|\n";
    }
    out += "| " + rule.code + " | " + rule.group + " | " + rule.meaning + " | " + rule.hint + " |\n";
  }
}

}  // namespace

ExitStatus run_codes(const Installation& installation) {
  const RealWorld world(installation.home);
  Diagnostics problems;
  const std::vector<RuleEntry> rules = list_rules(world, problems);
  if (problems.has_errors()) {
    std::fputs(render_text(problems, Sources()).c_str(), stderr);
    return ExitStatus::DataErrors;
  }
  std::string out = kIntro;
  append_built_in(out);
  append_rules(out, rules);
  std::fputs(out.c_str(), stdout);
  return ExitStatus::Fine;
}

}  // namespace gongkai
