#include "app/recorded_world.h"

#include <gmock/gmock.h>

#include "base/sha256.h"

namespace gongkai {
namespace {

using ::testing::ElementsAre;

constexpr std::size_t kEnough = 1000;

MemoryWorld sample() {
  return MemoryWorld({{"/units/a/2024.yaml", "年度: 2024"}, {"/home/templates/x/pack.yaml", "名称: 一"}});
}

TEST(RecordedWorld, RemembersWhatWasReadAndWhatWasMissing) {
  const MemoryWorld world = sample();
  const RecordedWorld recorded(world);
  recorded.read_file("/units/a/2024.yaml", kEnough);
  EXPECT_FALSE(recorded.is_file("/units/a/2023.yaml"));
  EXPECT_THAT(recorded.records(), ElementsAre(FileRecord{"/units/a/2023.yaml", ""},
                                              FileRecord{"/units/a/2024.yaml", sha256("年度: 2024")}));
}

TEST(RecordedWorld, AFileAddedToAListedFolderChangesItsDigest) {
  const MemoryWorld world = sample();
  const RecordedWorld recorded(world);
  recorded.list("/home/templates/x");
  const FileRecord folder = recorded.records().at(0);
  EXPECT_EQ(folder.file, "/home/templates/x/");
  EXPECT_EQ(current_digest(world, folder.file), folder.sha256);
  const MemoryWorld more({{"/home/templates/x/pack.yaml", "名称: 一"}, {"/home/templates/x/facts.yaml", ""}});
  EXPECT_NE(current_digest(more, folder.file), folder.sha256);
}

TEST(RecordedWorld, NamesAreThoseOfAnyCopy) {
  const std::vector<FileRecord> records = portable_records({{"/home/data/a/2024.yaml", "1"},
                                                            {"/home/templates/x/", "2"},
                                                            {"/home/data/a/../b/2024.yaml", "3"},
                                                            {"/elsewhere/c.yaml", "4"}},
                                                           "/home/data/a", "/home");
  EXPECT_THAT(records, ElementsAre(FileRecord{"单位/../../../elsewhere/c.yaml", "4"}, FileRecord{"单位/2024.yaml", "1"},
                                   FileRecord{"程序/data/b/2024.yaml", "3"}, FileRecord{"程序/templates/x/", "2"}));
  EXPECT_EQ(recorded_path("单位/2024.yaml", "/copy/a", "/opt"), "/copy/a/2024.yaml");
  EXPECT_EQ(recorded_path("程序/templates/x/", "/copy/a", "/opt"), "/opt/templates/x/");
}

}  // namespace
}  // namespace gongkai
