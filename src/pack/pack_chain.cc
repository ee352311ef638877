#include "pack/pack_chain.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/money.h"
#include "base/suggest.h"

namespace gongkai {
namespace {

constexpr std::string_view kSettings = "pack.yaml";

class ChainFinder {
 public:
  ChainFinder(const PackContext& context, int year)
      : context_(context), templates_(context.world.home() / "templates"), year_(year) {}

  std::vector<PackLink> find(std::string name) {
    std::vector<PackLink> chain;
    Span origin;
    while (!name.empty()) {
      auto link = find_link(name, chain.empty() ? std::string_view() : std::string_view(chain.back().name), origin);
      if (!link) return {};
      if (std::ranges::find(chain, link->name, &PackLink::name) != chain.end()) {
        context_.diagnostics.error("E0522", origin, "版式包“" + link->name + "”绕回来继承了自己",
                                   "改“继承”，使它不成环");
        return {};
      }
      const YamlNode* parent = link->settings.find("继承");
      name = parent == nullptr ? std::string() : parent->text;
      if (parent != nullptr) origin = parent->span;
      chain.push_back(std::move(*link));
    }
    std::ranges::reverse(chain);
    return chain;
  }

 private:
  bool is_there(const std::string& name) const { return context_.world.is_file(templates_ / name / kSettings); }

  std::optional<PackLink> read_link(const std::string& name) const {
    auto settings = read_pack_yaml(context_, templates_ / name / kSettings);
    if (!settings) return std::nullopt;
    return PackLink{name, templates_ / name, std::move(*settings)};
  }

  /// A pack that says no years serves every year.
  bool covers_year(const PackLink& link) const {
    const YamlNode* years = link.settings.find("适用年度");
    if (years == nullptr || years->entries.size() != 2) return true;
    const auto first = parse_decimal(years->entries[0].value.text);
    const auto last = parse_decimal(years->entries[1].value.text);
    return first && last && first->units <= year_ && year_ <= last->units;
  }

  /// A year version builds on the pack of its name as that stands, whatever years that serves by itself.
  std::optional<PackLink> find_link(const std::string& name, std::string_view child, Span origin) const {
    std::optional<PackLink> plain = read_link(name);
    const bool meant = name.find('@') != std::string::npos || child.starts_with(name + "@");
    if (plain && (meant || covers_year(*plain))) return plain;
    bool unread = !plain && is_there(name);
    for (const std::string& folder : context_.world.list(templates_)) {
      if (!folder.starts_with(name + "@")) continue;
      auto version = read_link(folder);
      if (version && covers_year(*version)) return version;
      unread = unread || (!version && is_there(folder));
    }
    if (unread) return std::nullopt;  // the cause has been reported
    if (plain) {
      context_.diagnostics.error("E0521", plain->settings.find("适用年度")->span,
                                 "版式包“" + name + "”不适用于 " + std::to_string(year_) + " 年度",
                                 "换一个适用的版式包，或在“模板”里写明版本，如 " + name + "@2021");
    } else {
      report_missing(name, origin);
    }
    return std::nullopt;
  }

  void report_missing(const std::string& name, Span origin) const {
    std::vector<std::string> names;
    for (const std::string& folder : context_.world.list(templates_)) {
      if (is_there(folder)) names.push_back(folder);
    }
    std::string hint = did_you_mean(name, names);
    if (hint.empty()) {
      for (const std::string& known : names) hint += (hint.empty() ? "现有：" : "、") + known;
    }
    context_.diagnostics.error("E0520", origin, "没有名为“" + name + "”的版式包", hint);
  }

  const PackContext& context_;
  std::filesystem::path templates_;
  int year_;
};

}  // namespace

std::vector<PackLink> find_pack_chain(const PackContext& context, std::string_view name, int year) {
  return ChainFinder(context, year).find(std::string(name));
}

}  // namespace gongkai
