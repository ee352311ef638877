#include "pdf/unicode_map.h"

#include <algorithm>
#include <cstddef>

#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr std::size_t kRangesInSection = 100;  // the most a section may hold

/// The end of the range that begins at `from`: codes that follow each other and differ in the last byte only.
std::size_t end_of_range(const std::vector<CodeText>& texts, std::size_t from) {
  std::size_t end = from + 1;
  while (end < texts.size() && texts[end].code == texts[end - 1].code + 1 && (texts[end].code & 0xFFU) != 0) ++end;
  return end;
}

void append_hex_code(std::string& out, std::uint32_t code) {
  out += '<';
  append_hex16(out, code);
  out += '>';
}

std::string range(const std::vector<CodeText>& texts, std::size_t from, std::size_t end) {
  std::string out;
  append_hex_code(out, texts[from].code);
  append_hex_code(out, texts[end - 1].code);
  out += '[';
  for (std::size_t i = from; i < end; ++i) {
    out += '<';
    append_utf16_hex(out, texts[i].text);
    out += '>';
  }
  return out + "]\n";
}

}  // namespace

std::string unicode_map(std::vector<CodeText> texts) {
  texts.erase(std::remove_if(texts.begin(), texts.end(), [](const CodeText& text) { return text.text.empty(); }),
              texts.end());
  std::sort(texts.begin(), texts.end(), [](const CodeText& a, const CodeText& b) { return a.code < b.code; });
  std::vector<std::string> ranges;
  for (std::size_t i = 0, end = 0; i < texts.size(); i = end) {
    end = end_of_range(texts, i);
    ranges.push_back(range(texts, i, end));
  }
  std::string out =
      "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
      "1 begincodespacerange<0000><FFFF>endcodespacerange\n";
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const std::size_t left = ranges.size() - i;
    if (i % kRangesInSection == 0) out += std::to_string(std::min(left, kRangesInSection)) + " beginbfrange\n";
    out += ranges[i];
    if (left == 1 || (i + 1) % kRangesInSection == 0) out += "endbfrange\n";
  }
  return out + "endcmap CMapName currentdict/CMap defineresource pop end end";
}

}  // namespace gongkai::pdf
