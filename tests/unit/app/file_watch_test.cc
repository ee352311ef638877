#include "app/file_watch.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class FileWatchTest : public ::testing::Test {
 protected:
  FileWatchTest() {
    std::string name = fs::temp_directory_path() / "file-watch-XXXXXX";
    root_ = mkdtemp(name.data());
    write("2024.yaml");
    EXPECT_EQ(watch_.add_tree(root_), 0);
  }
  ~FileWatchTest() override { fs::remove_all(root_); }

  void write(const std::string& name) { std::ofstream(root_ / name) << "年度: 2024\n"; }

  fs::path root_;
  FileWatch watch_;
};

TEST_F(FileWatchTest, FilesSavedTogetherAreToldTogether) {
  write("2024.yaml");
  write("unit.yaml");
  write(".2024.yaml.swp");
  const auto saved = watch_.wait();
  ASSERT_TRUE(saved);
  EXPECT_THAT(saved->paths, ElementsAre(root_ / "2024.yaml", root_ / "unit.yaml"));
  EXPECT_THAT(saved->gone, IsEmpty());
  EXPECT_FALSE(saved->folders);
}

TEST_F(FileWatchTest, AHalfWrittenFileIsNotTold) {
  std::ofstream half(root_ / "2024.yaml");
  half << "年度:" << std::flush;
  std::thread rest([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    half << " 2024\n";
    half.close();
  });
  const auto saved = watch_.wait();
  const bool closed = fs::file_size(root_ / "2024.yaml") == std::string("年度: 2024\n").size();
  rest.join();
  ASSERT_TRUE(saved);
  EXPECT_THAT(saved->paths, ElementsAre(root_ / "2024.yaml"));
  EXPECT_TRUE(closed);
}

TEST_F(FileWatchTest, AFilePutAsideAndWrittenAnewIsASave) {
  fs::rename(root_ / "2024.yaml", root_ / "2024.yaml~");
  write("2024.yaml");
  const auto saved = watch_.wait();
  ASSERT_TRUE(saved);
  EXPECT_THAT(saved->paths, ElementsAre(root_ / "2024.yaml"));
  EXPECT_THAT(saved->gone, IsEmpty());
}

TEST_F(FileWatchTest, WhatWentAwayIsTold) {
  fs::remove(root_ / "2024.yaml");
  fs::create_directory(root_ / "下属");
  const auto saved = watch_.wait();
  ASSERT_TRUE(saved);
  EXPECT_THAT(saved->gone, ElementsAre(root_ / "2024.yaml"));
  EXPECT_TRUE(saved->folders);
}

}  // namespace
}  // namespace gongkai
