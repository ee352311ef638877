#include "check/near_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/prose.h"

namespace gongkai {
namespace {

/// Shorter names look like ordinary words.
constexpr std::size_t kShortest = 6;

/// Characters to insert, drop or replace; stops counting above 2.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

}  // namespace

NearNames::NearNames(const AuthoredValue& unit) {
  for (const char* key : {"名称", "简称", "主管部门"}) {
    const AuthoredValue* name = unit.find(key);
    if (name == nullptr || name->kind != ValueKind::Text) continue;
    right_.push_back(decode_utf8(name->text));
    if (std::string_view(key) != "主管部门" && right_.back().size() >= kShortest) own_.push_back(right_.back());
  }
  const AuthoredValue* below = unit.find("下属单位");
  if (below == nullptr) return;
  for (const AuthoredValue& child : below->children) {
    if (const AuthoredValue* name = child.find("名称")) right_.push_back(decode_utf8(name->text));
  }
}

bool NearNames::is_right(std::u32string_view part) const {
  return std::ranges::any_of(right_, [part](const std::u32string& name) { return name == part; });
}

bool NearNames::within_right_name(const std::u32string& text, std::size_t at, std::size_t length) const {
  return std::ranges::any_of(right_, [&](const std::u32string& name) {
    for (std::size_t found = text.find(name); found != std::u32string::npos; found = text.find(name, found + 1)) {
      if (found < at + length && at < found + name.size()) return true;
    }
    return false;
  });
}

void NearNames::check(const std::string& line, Span start, Diagnostics& diagnostics) const {
  const std::u32string text = decode_utf8(line);
  for (const std::u32string& name : own_) {
    const std::u32string_view tail = std::u32string_view(name).substr(name.size() - 2);
    for (std::size_t at = text.find(name.front()); at != std::u32string::npos; at = text.find(name.front(), at + 1)) {
      for (std::size_t length = name.size() - 2; length <= name.size() + 2 && at + length <= text.size(); ++length) {
        const std::u32string_view part = std::u32string_view(text).substr(at, length);
        if (!part.ends_with(tail) || is_right(part) || distance(part, name) > 2) continue;
        if (within_right_name(text, at, length)) continue;
        Diagnostic& d =
            diagnostics.warning("W0364", inside(start, at, length),
                                "单位名称写成了“" + encode_utf8(part) + "”，unit.yaml 里是“" + encode_utf8(name) + "”",
                                "全文用同一个名称；可以写 {单位.名称}、{单位.简称}");
        d.group = "文字";
        return;
      }
    }
  }
}

}  // namespace gongkai
