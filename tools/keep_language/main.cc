// keep_language <font> <result> <language>: for fonts/prepare.sh, between two runs of hb-subset.
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "layout_languages.h"

int main(int argc, char** argv) {
  if (argc != 4 || std::string(argv[3]).size() > 4) {
    std::fputs("用法：keep_language <字体> <结果> <OpenType 的语言代号>\n", stderr);
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  std::string font = std::move(text).str();
  std::string tag = argv[3];
  tag.resize(4, ' ');
  if (!gongkai::prepare::keep_language(font, tag)) {
    std::fprintf(stderr, "%s 不是字体，或者坏了\n", argv[1]);
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary | std::ios::trunc);
  out.write(font.data(), static_cast<std::streamsize>(font.size()));
  out.close();
  return out ? 0 : 1;
}
