// smooth_outlines <font> <result> <tolerance>: for fonts/prepare.sh, between two runs of hb-subset.
#include <charconv>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "smooth_font.h"

int main(int argc, char** argv) {
  int tolerance = 0;
  if (argc == 4) {
    const std::string_view text(argv[3]);
    std::from_chars(text.data(), text.data() + text.size(), tolerance);
  }
  if (tolerance <= 0) {
    std::fputs("用法：smooth_outlines <字体> <结果> <允许的偏差，字体单位>\n", stderr);
    return 2;
  }
  const auto font = gongkai::smooth::smooth_font(argv[1], tolerance);
  if (!font) {
    std::fprintf(stderr, "%s 不是去掉了提示和子程序的 CFF 字体\n", argv[1]);
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary | std::ios::trunc);
  out.write(font->data(), static_cast<std::streamsize>(font->size()));
  out.close();
  return out ? 0 : 1;
}
