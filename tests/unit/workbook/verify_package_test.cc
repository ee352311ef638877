#include "workbook/verify_package.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "sample_document.h"
#include "workbook/workbook.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

class VerifyPackage : public ::testing::Test {
 protected:
  void SetUp() override {
    SampleDocument sample;
    sample.add(sample.table());
    Diagnostics diagnostics;
    ASSERT_TRUE(write_workbook(sample.document, path_, diagnostics));
    std::ifstream file(path_, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
  }
  void TearDown() override { fs::remove(path_); }

  std::string problem_of(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary) << bytes;
    return package_problem(path_);
  }

  fs::path path_ = fs::path(::testing::TempDir()) / ("verify-package-" + std::to_string(getpid()) + ".xlsx");
  std::string bytes_;
};

TEST_F(VerifyPackage, AWholeOneHasNoProblem) {
  EXPECT_EQ(problem_of(bytes_), "");
}

TEST_F(VerifyPackage, ACutOneIsNotWhole) {
  for (std::size_t size = 0; size < bytes_.size(); size += 211)
    EXPECT_NE(problem_of(bytes_.substr(0, size)), "") << size;
  EXPECT_NE(problem_of(bytes_.substr(0, bytes_.size() - 1)), "");
}

TEST_F(VerifyPackage, AChangedByteOfAnyPartIsFound) {
  std::size_t parts = 0;
  for (std::size_t header = bytes_.find("PK\3\4"); header != std::string::npos;
       header = bytes_.find("PK\3\4", header + 4)) {
    ++parts;
    const std::size_t name = static_cast<unsigned char>(bytes_[header + 26]);
    std::string changed = bytes_;
    char& byte = changed[header + 30 + name + 20];
    byte = static_cast<char>(byte ^ 16);
    EXPECT_NE(problem_of(changed), "") << bytes_.substr(header + 30, name);
  }
  EXPECT_GE(parts, 10U);
}

}  // namespace
}  // namespace gongkai
