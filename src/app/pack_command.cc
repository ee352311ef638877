#include "app/pack_command.h"

#include <algorithm>
#include <cstdio>

#include "app/progress.h"
#include "audit/selfcheck.h"
#include "base/money.h"
#include "check/rule_set.h"
#include "facts/fact_manual.h"
#include "pack/pack.h"
#include "pack/pack_context.h"
#include "pack/pack_overview.h"
#include "trial/ledger_paths.h"
#include "trial/try_pack.h"

namespace gongkai {
namespace {

constexpr int kUsualYear = 2024;

/// The year nearest to the usual one that the pack serves.
int year_of(const World& world, const std::string& pack) {
  Sources sources;
  Diagnostics ignored;
  const auto settings = read_pack_yaml({world, sources, ignored}, world.home() / "templates" / pack / "pack.yaml");
  const YamlNode* years = settings ? settings->find("适用年度") : nullptr;
  if (years == nullptr || years->entries.size() != 2) return kUsualYear;
  const auto first = parse_decimal(years->entries[0].value.text);
  const auto last = parse_decimal(years->entries[1].value.text);
  if (!first || !last || first->units > last->units) return kUsualYear;
  return static_cast<int>(std::clamp<std::int64_t>(kUsualYear, first->units, last->units));
}

/// "templates/甲/facts.yaml" -> "甲".
std::string pack_of(const Sources& sources, const Span& span) {
  if (!span.known()) return {};
  return std::filesystem::path(sources.file(span.file).path).parent_path().filename().string();
}

ExitStatus print_problems(Diagnostics& problems, const Sources& sources, std::FILE* to, bool strict = false) {
  problems.sort_and_deduplicate();
  std::fputs(render_text(problems, sources, {to == stdout ? output_is_terminal() : error_is_terminal()}).c_str(), to);
  const bool wrong = problems.has_errors() || (strict && problems.count(Severity::Warning) > 0);
  return wrong ? ExitStatus::DataErrors : ExitStatus::Fine;
}

ExitStatus say_sound(const std::string& pack, bool tried) {
  std::printf("版式包“%s”没有发现问题：%s。\n", pack.c_str(),
              tried ? "名字、式子都认得，用每本试账都成文了" : "名字、式子都认得；它没有正文，供别的版式包继承");
  return ExitStatus::Fine;
}

}  // namespace

ExitStatus run_pack_check(const Installation& installation, const std::string& pack, bool strict) {
  const RealWorld world(installation.home);
  Sources sources;
  Diagnostics problems;
  const auto loaded = load_pack(world, pack, year_of(world, pack), sources, problems, PackUse::Extending);
  if (loaded) check_ledger_paths(loaded->catalog, problems);
  if (loaded) {
    const RuleSet rules = load_rules(world, loaded->rule_files, loaded->catalog, sources, problems);
    report_rule_codes(
        rules, [&](const Span& at) { return pack_of(sources, at) == loaded->chain.back(); }, problems);
  }
  if (loaded) load_self_check(world, loaded->chain, loaded->catalog, sources, problems);
  // A base without a text of its own is there to be extended; there is nothing to compose.
  const bool has_text = loaded && !loaded->body.empty();
  if (has_text && !problems.has_errors()) try_pack(world, *loaded, sources, problems);
  if (loaded && problems.items().empty()) return say_sound(pack, has_text);
  return print_problems(problems, sources, stdout, strict);
}

ExitStatus run_pack_facts(const Installation& installation, const std::string& pack) {
  const RealWorld world(installation.home);
  Sources sources;
  Diagnostics problems;
  const auto loaded = load_pack(world, pack, year_of(world, pack), sources, problems, PackUse::Extending);
  if (!loaded) return print_problems(problems, sources, stderr);
  const bool alone = loaded->chain.size() == 1;
  const PackOfSpan origin = [&](const Span& span) {
    const std::string name = pack_of(sources, span);
    return name == loaded->chain.front() ? std::string() : name;
  };
  const std::string title = "版式包 " + pack + " 能用的事实";
  std::fputs(fact_manual(loaded->catalog, title, alone ? PackOfSpan() : origin).c_str(), stdout);
  return ExitStatus::Fine;
}

ExitStatus run_pack_show(const Installation& installation, const std::string& pack) {
  const RealWorld world(installation.home);
  Sources sources;
  Diagnostics problems;
  const std::string text = describe_pack(world, pack, year_of(world, pack), sources, problems);
  if (text.empty() || problems.has_errors()) return print_problems(problems, sources, stderr);
  std::fputs(text.c_str(), stdout);
  return ExitStatus::Fine;
}

}  // namespace gongkai
