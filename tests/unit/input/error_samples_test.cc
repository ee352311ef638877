// tests/errors/input/*.yaml: each names in its first lines what must be reported, and nothing else may be.
//   # 期望: 行:列 代码     one line a diagnostic, in the order of the file
//   # 含: 文字            must be in what the user reads
// A file whose name begins with "unit-" stands for unit.yaml, the others for 2024.yaml.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "base/codes.h"
#include "base/utf8.h"
#include "read_helpers.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> sample_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(std::string(GONGKAI_SOURCE_DIR) + "/tests/errors/input")) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

/// The rest of every "# <word>: " line.
std::vector<std::string> header(const std::string& text, const std::string& word) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  const std::string prefix = "# " + word + ": ";
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(prefix)) out.emplace_back(trim(line.substr(prefix.size())));
  }
  return out;
}

test::Reading read_sample(const std::string& name, const std::string& text) {
  const bool unit = name.starts_with("unit-");
  return test::read(
      {{"单位/unit.yaml", unit ? text : test::plain_unit()}, {"单位/2024.yaml", unit ? test::plain_year() : text}});
}

class ErrorSample : public testing::TestWithParam<std::string> {};

TEST_P(ErrorSample, ReportsExactlyWhatItsHeaderSays) {
  const std::string text = test::source_text("tests/errors/input/" + GetParam() + ".yaml");
  const test::Reading reading = read_sample(GetParam(), text);
  std::vector<std::string> reported;
  for (const Diagnostic& d : reading.diagnostics.items()) reported.push_back(test::brief(d));
  const std::string shown = render_text(reading.diagnostics, reading.sources);
  EXPECT_EQ(reported, header(text, "期望")) << shown;
  for (const std::string& words : header(text, "含"))
    EXPECT_NE(shown.find(words), std::string::npos) << words << "\n" << shown;
  EXPECT_FALSE(reading.outcome.clean && reading.diagnostics.has_errors());
}

INSTANTIATE_TEST_SUITE_P(Input, ErrorSample, testing::ValuesIn(sample_names()), [](const auto& test) {
  std::string name = test.param;
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(ErrorSamples, AreMany) {
  EXPECT_GE(sample_names().size(), 40U);
}

TEST(ErrorSamples, OneFileReportsTwelveDifferentErrors) {
  const std::string text = test::source_text("tests/errors/input/twelve-different-errors.yaml");
  const test::Reading reading = read_sample("twelve-different-errors", text);
  std::set<std::string> codes;
  for (const Diagnostic& d : reading.diagnostics.items()) {
    if (d.severity == Severity::Error) codes.insert(d.code);
  }
  EXPECT_GE(codes.size(), 12U);
}

TEST(ErrorSamples, UseListedCodesWithMessages) {
  for (const std::string& name : sample_names()) {
    const test::Reading reading = read_sample(name, test::source_text("tests/errors/input/" + name + ".yaml"));
    for (const Diagnostic& d : reading.diagnostics.items()) {
      EXPECT_TRUE(std::ranges::any_of(kCodes, [&](const CodeInfo& info) { return info.code == d.code; })) << d.code;
      EXPECT_FALSE(d.message.empty());
    }
  }
}

}  // namespace
}  // namespace gongkai
