#include "compose/option_check.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/suggest.h"

namespace gongkai {

void check_options(const ComposeContext& context) {
  const AuthoredValue* options = context.book.ledger().unit.find("选项");
  if (options == nullptr) return;
  std::vector<std::string> names;
  for (const auto& [name, values] : context.pack.option_values) names.push_back(name);
  for (const AuthoredValue& option : options->children) {
    const auto declared = context.pack.option_values.find(option.key);
    if (declared == context.pack.option_values.end()) {
      context.diagnostics.error("E0608", option.key_span,
                                "版式包“" + context.pack.name + "”没有选项“" + option.key + "”",
                                did_you_mean(option.key, names));
    } else if (std::ranges::find(declared->second, option.text) == declared->second.end()) {
      std::string known;
      for (const std::string& value : declared->second) known += (known.empty() ? "可以写：" : "、") + value;
      context.diagnostics.error("E0608", option.span, "选项“" + option.key + "”没有“" + option.text + "”这个值", known);
    }
  }
}

}  // namespace gongkai
