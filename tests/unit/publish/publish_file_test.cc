#include "publish/publish_file.h"

#include <gmock/gmock.h>

#include "temporary_place.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

class PublishFile : public TemporaryPlace {
 protected:
  Diagnostics diagnostics_;
};

TEST_F(PublishFile, ReplacesAndLeavesNothingBeside) {
  const fs::path path = root_ / "out" / "summary.csv";
  EXPECT_TRUE(replace_file(path, "一", diagnostics_));
  EXPECT_TRUE(replace_file(path, "二", diagnostics_));
  EXPECT_EQ(read_file(path), "二");
  EXPECT_THAT(names_in(root_ / "out"), ElementsAre("summary.csv"));
}

TEST_F(PublishFile, TakesOverWhatAKilledRunLeft) {
  write_file(root_ / ".a.txt.gongkai-new", "半");
  write_file(root_ / ".a.txt.gongkai-lock", "");
  EXPECT_TRUE(replace_file(root_ / "a.txt", "新", diagnostics_));
  EXPECT_THAT(names_in(root_), ElementsAre("a.txt"));
}

TEST_F(PublishFile, CreateNeverReplaces) {
  EXPECT_TRUE(create_file(root_ / "2025.yaml", "新", diagnostics_));
  EXPECT_FALSE(create_file(root_ / "2025.yaml", "再", diagnostics_));
  EXPECT_EQ(diagnostics_.items().back().code, "E0906");
  EXPECT_EQ(read_file(root_ / "2025.yaml"), "新");
  EXPECT_THAT(names_in(root_), ElementsAre("2025.yaml"));
}

TEST_F(PublishFile, SaysWhenItCannotWrite) {
  write_file(root_ / "file", "");
  EXPECT_FALSE(replace_file(root_ / "file" / "a.csv", "x", diagnostics_));
  EXPECT_EQ(diagnostics_.items().back().code, "E0953");
}

}  // namespace
}  // namespace gongkai
