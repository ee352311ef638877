#include "app/fonts_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>

#include "app/progress.h"
#include "layout/fonts.h"

namespace gongkai {
namespace {

constexpr std::size_t kCommonHan = 20902;  // FaceReport::common_han is counted out of these

constexpr std::string_view kHowToReplace =
    "\n换成单位已取得授权的字体（例如方正小标宋、仿宋_GB2312）：\n"
    "  1. 把字体文件（.ttf、.otf、.ttc）放进上面的字体文件夹；\n"
    "  2. 在这个文件夹的 roles.yaml 里，把它写在角色的第一行，原来的字体留在后面补缺字：\n"
    "       - {文件: simfang.ttf, 字族: 仿宋_GB2312, 许可: 本单位已购授权}\n"
    "  3. 再运行 gongkai fonts，看它是不是“首选”；字族写得不对时，报错里会说出字体自己的名字。\n"
    "详见 fonts/README.md。\n";

const char* use_of(const FaceReport& report) {
  if (report.digits) return "数字和西文";
  return report.face.fallback ? "缺字时补用" : "首选";
}

std::string describe(const FaceReport& report) {
  const std::string licence = report.licence.empty() ? "roles.yaml 里没有注明" : report.licence;
  return fmt::format("  {}：{}\n      {} 个字形，常用汉字 {} 个中有 {} 个；许可：{}\n      {}\n", use_of(report),
                     report.face.family, report.glyphs, kCommonHan, report.common_han, licence, report.face.path);
}

}  // namespace

ExitStatus run_fonts(const Installation& installation) {
  Diagnostics problems;
  const auto fonts = FontLibrary::open(installation.fonts, problems);
  if (!fonts) {
    std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
    return ExitStatus::Machine;
  }
  std::string out = "字体文件夹：" + installation.fonts.string() + "\n";
  std::string role;
  for (const FaceReport& report : fonts->report()) {
    if (report.face.role != role) out += report.face.role + "\n";
    role = report.face.role;
    out += describe(report);
  }
  std::fputs(out.c_str(), stdout);
  std::fwrite(kHowToReplace.data(), 1, kHowToReplace.size(), stdout);
  return ExitStatus::Fine;
}

}  // namespace gongkai
