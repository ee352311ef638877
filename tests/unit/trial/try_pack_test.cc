#include "trial/try_pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongkai {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kYear = 2024;

/// The program's own home with a pack of the test's beside the shipped ones.
class WorldWithPack final : public World {
 public:
  explicit WorldWithPack(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  ReadResult read_file(const std::filesystem::path& path, std::size_t max_bytes) const override {
    const auto found = files_.find(relative(path));
    return found == files_.end() ? disk_.read_file(path, max_bytes) : ReadResult{ReadStatus::Ok, found->second};
  }
  bool is_file(const std::filesystem::path& path) const override {
    return files_.contains(relative(path)) || disk_.is_file(path);
  }
  bool is_directory(const std::filesystem::path& path) const override { return disk_.is_directory(path); }
  bool is_symlink(const std::filesystem::path& path) const override { return disk_.is_symlink(path); }
  std::vector<std::string> list(const std::filesystem::path& path) const override { return disk_.list(path); }
  std::filesystem::path home() const override { return disk_.home(); }

 private:
  static std::string relative(const std::filesystem::path& path) {
    return path.lexically_relative(std::filesystem::path(GONGKAI_SOURCE_DIR) / "templates").string();
  }

  std::map<std::string, std::string> files_;
  RealWorld disk_{GONGKAI_SOURCE_DIR};
};

std::string report_on(const World& world, const std::string& name) {
  Sources sources;
  Diagnostics diagnostics;
  const auto pack = load_pack(world, name, kYear, sources, diagnostics);
  if (pack && !diagnostics.has_errors()) try_pack(world, *pack, sources, diagnostics);
  Diagnostics shown;
  for (const Diagnostic& item : diagnostics.items()) {
    if (item.severity != Severity::Note) shown.add(item);
  }
  return shown.items().empty() ? std::string() : render_text(shown, sources);
}

std::string report_on_text(const std::string& text) {
  const WorldWithPack world(
      {{"试验/pack.yaml", "名称: 试验\n继承: base\n标题: '{年度}'\n文件名: '{年度}'\n工作簿名: '{年度}'\n"},
       {"试验/disclosure.txt", text}});
  return report_on(world, "试验");
}

TEST(TryPack, EveryShippedPackPasses) {
  const RealWorld world(GONGKAI_SOURCE_DIR);
  std::size_t tried = 0;
  for (const std::string& name : world.list(world.home() / "templates")) {
    if (name == "base") continue;
    EXPECT_THAT(report_on(world, name), IsEmpty()) << name;
    ++tried;
  }
  EXPECT_GE(tried, 5U);
}

TEST(TryPack, SaysOnWhichLedgersAValueIsMissing) {
  const std::string report = report_on_text("# 说明\n主要原因是{收支总计.较上年.原因}。\n");
  EXPECT_THAT(report, HasSubstr("E0601"));
  EXPECT_THAT(report, HasSubstr("disclosure.txt:2:6"));
  EXPECT_THAT(report, HasSubstr("试账：零、一项"));
  EXPECT_THAT(report, Not(HasSubstr("E0571"))) << "the hole it leaves is no second finding";
}

TEST(TryPack, FindsSentencesThatBreakOnSomeLedgers) {
  const std::string report = report_on_text(
      "# 说明\n@段\n收入{本年收入合计}万元，其中：\n@每个 筛(本年收入合计.结构, 非 为零)\n{名称}\n@完\n@完\n");
  EXPECT_THAT(report, HasSubstr("E0571"));
  EXPECT_THAT(report, HasSubstr("试账：零"));
}

TEST(TryPack, TriesEveryValueOfAnOption) {
  const std::string only_items =
      report_on_text("# 说明\n@如果 选项.科目级次 = '项'\n只列项级，{收支总计.较上年.原因}。\n@完\n");
  EXPECT_THAT(only_items, HasSubstr("disclosure.txt:3:6"));
  EXPECT_THAT(only_items, HasSubstr("试账：零（科目级次：项）"));
  const std::string always = report_on_text("# 说明\n主要原因是{收支总计.较上年.原因}。\n");
  EXPECT_THAT(always, Not(HasSubstr("科目级次"))) << "what is wrong with the default is not said again";
}

TEST(TryPack, FindsMarksThatMeet) {
  EXPECT_THAT(report_on_text("# 说明\n@段\n收入{本年收入合计}万元，\n@如果 有.上年\n有上年数\n@完\n。\n@完\n"),
              HasSubstr("E0604"));
}

TEST(TryPack, AWholeTextPasses) {
  EXPECT_THAT(report_on_text("# 说明\n收入{本年收入合计}万元。\n"), IsEmpty());
}

}  // namespace
}  // namespace gongkai
