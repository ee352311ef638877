#include "app/fonts_command.h"

#include <cstdio>

#include "app/progress.h"
#include "layout/fonts.h"

namespace gongkai {

ExitStatus run_fonts(const Installation& installation) {
  Diagnostics problems;
  const auto fonts = FontLibrary::open(installation.fonts, problems);
  if (!fonts) {
    std::fputs(render_text(problems, Sources(), {error_is_terminal()}).c_str(), stderr);
    return ExitStatus::Machine;
  }
  std::printf("字体文件夹：%s\n", installation.fonts.c_str());
  std::string role;
  for (const FaceReport& report : fonts->report()) {
    if (report.face.role != role) {
      role = report.face.role;
      std::printf("%s\n", role.c_str());
    }
    const char* use = report.digits ? "数字和西文" : report.face.fallback ? "缺字时补用" : "首选";
    std::printf("  %s：%s（%zu 个字形，常用汉字 20902 个中有 %zu 个）\n      %s\n", use, report.face.family.c_str(),
                report.glyphs, report.common_han, report.face.path.c_str());
  }
  std::printf("换用方正小标宋、仿宋_GB2312 等字体的方法见 fonts/README.md\n");
  return ExitStatus::Fine;
}

}  // namespace gongkai
