#include "input/not_text.h"

#include <array>

namespace gongkai {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view begin;
  std::string_view name;
};

constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, "PDF 文件"},
    Signature{"\x89PNG"sv, "PNG 图片"},
    Signature{"\xFF\xD8\xFF"sv, "JPEG 图片"},
    Signature{"PK\x03\x04"sv, "Word、Excel 或压缩文件"},
    Signature{"\xD0\xCF\x11\xE0"sv, "旧版 Word 或 Excel 文件"},
};

/// UTF-16 with its mark, or so many zero bytes among the first that it can be nothing else.
bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return true;
  const std::string_view first = bytes.substr(0, 64);
  std::size_t zeros = 0;
  for (const char c : first) zeros += c == '\0' ? 1 : 0;
  return zeros >= 4 && zeros * 4 >= first.size();
}

}  // namespace

NotText guess_kind(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (!bytes.starts_with(signature.begin)) continue;
    return {"是 " + std::string(signature.name) + "，不是文本",
            "这里要用文本文件：请把文字另存为 UTF-8 的 .txt 或 .yaml"};
  }
  if (is_utf16(bytes)) {
    return {"是 UTF-16（Unicode）编码，不是 UTF-8", "请用记事本另存为，“编码”一栏选 UTF-8"};
  }
  if (bytes.find('\0') != std::string_view::npos) return {"不是文本文件", "请用文本编辑器存为 UTF-8 文本"};
  return {"不是 UTF-8 编码", "请用记事本等另存为 UTF-8（原来多半是 GBK／ANSI）"};
}

}  // namespace gongkai
