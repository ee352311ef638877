#include <fcntl.h>
#include <gmock/gmock.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <functional>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

#include "publish/exchange.h"
#include "publish/place.h"
#include "publish/publish.h"
#include "temporary_place.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class PublishFolder : public TemporaryPlace {
 protected:
  bool publish_pair(const fs::path& target, const std::string& text) {
    return publish_folder(
        target,
        [&](const fs::path& folder) {
          write_file(folder / "决算.pdf", text);
          write_file(folder / "决算.xlsx", text);
          return true;
        },
        diagnostics_);
  }
  std::string only_code() const {
    return diagnostics_.items().size() == 1 ? diagnostics_.items().front().code : "not one diagnostic";
  }

  Diagnostics diagnostics_;
};

TEST_F(PublishFolder, FirstTimeMakesTheFolderAndItsParents) {
  const fs::path target = root_ / "out" / "示范中心";
  ASSERT_TRUE(publish_pair(target, "一"));
  EXPECT_THAT(names_in(target), ElementsAre("决算.pdf", "决算.xlsx"));
  EXPECT_THAT(names_in(root_ / "out"), ElementsAre("示范中心")) << "a temporary folder or a lock was left";
  EXPECT_THAT(diagnostics_.items(), IsEmpty());
}

TEST_F(PublishFolder, ReplacesTheWholeFolder) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, "旧"));
  write_file(target / "旧标题.pdf", "旧");
  ASSERT_TRUE(publish_pair(target, "新"));
  EXPECT_THAT(names_in(target), ElementsAre("决算.pdf", "决算.xlsx"));
  EXPECT_EQ(read_file(target / "决算.pdf"), "新");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, AFailedWriteLeavesTheOldPair) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, "旧"));
  const auto half = [&](const fs::path& folder) {
    write_file(folder / "决算.pdf", "新");
    return false;
  };
  EXPECT_FALSE(publish_folder(target, half, diagnostics_));
  EXPECT_EQ(read_file(target / "决算.pdf"), "旧");
  EXPECT_EQ(read_file(target / "决算.xlsx"), "旧");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, AnExceptionIsADiagnosticAndLeavesTheOldPair) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, "旧"));
  EXPECT_FALSE(publish_folder(
      target, [](const fs::path&) -> bool { throw std::runtime_error("内存不足"); }, diagnostics_));
  EXPECT_EQ(only_code(), "E0953");
  EXPECT_EQ(read_file(target / "决算.xlsx"), "旧");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, NeverSweepsAwayWhatItDidNotWrite) {
  const fs::path target = root_ / "unit";
  fs::create_directories(target / "我的材料");
  EXPECT_FALSE(publish_pair(target, "新"));
  EXPECT_EQ(only_code(), "E0956");
  EXPECT_THAT(diagnostics_.items().front().message, HasSubstr("我的材料"));
  EXPECT_THAT(names_in(target), ElementsAre("我的材料"));
  fs::remove(target / "我的材料");
  write_file(target / "底稿.docx", "x");
  EXPECT_FALSE(publish_pair(target, "新"));
  EXPECT_THAT(names_in(target), ElementsAre("底稿.docx"));
}

TEST_F(PublishFolder, ASubfolderWrittenAgainIsNotForeign) {
  const fs::path target = root_ / "unit";
  const auto with_pages = [&](const fs::path& folder) {
    fs::create_directory(folder / "pages");
    write_file(folder / "pages" / "1.png", "x");
    return true;
  };
  EXPECT_TRUE(publish_folder(target, with_pages, diagnostics_));
  EXPECT_TRUE(publish_folder(target, with_pages, diagnostics_));
  EXPECT_THAT(names_in(target / "pages"), ElementsAre("1.png"));
}

TEST_F(PublishFolder, AFileInThePlaceOfTheFolderIsRefused) {
  write_file(root_ / "unit", "重要");
  EXPECT_FALSE(publish_pair(root_ / "unit", "新"));
  EXPECT_EQ(only_code(), "E0951");
  EXPECT_EQ(read_file(root_ / "unit"), "重要");
}

TEST_F(PublishFolder, TheRootIsRefused) {
  EXPECT_FALSE(publish_pair("/", "新"));
  EXPECT_EQ(only_code(), "E0951");
}

TEST_F(PublishFolder, ALinkedFolderStaysALink) {
  ASSERT_TRUE(publish_pair(root_ / "disk", "旧"));
  fs::create_directory_symlink(root_ / "disk", root_ / "link");
  ASSERT_TRUE(publish_pair(root_ / "link", "新"));
  EXPECT_TRUE(fs::is_symlink(root_ / "link"));
  EXPECT_EQ(read_file(root_ / "disk" / "决算.pdf"), "新");
}

TEST_F(PublishFolder, ATrailingSlashAndALongNameAreFine) {
  std::string name;
  for (int i = 0; i < 80; ++i) name += "长";
  ASSERT_TRUE(publish_pair((root_ / name).string() + "/", "一"));
  ASSERT_TRUE(publish_pair(root_ / name, "二"));
  EXPECT_THAT(names_in(root_), ElementsAre(name));
}

TEST_F(PublishFolder, KeepsThePermissionsOfTheFolder) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, "旧"));
  fs::permissions(target, fs::perms::owner_all | fs::perms::group_all);
  ASSERT_TRUE(publish_pair(target, "新"));
  EXPECT_EQ(fs::status(target).permissions(), fs::perms::owner_all | fs::perms::group_all);
}

TEST_F(PublishFolder, RemovesWhatAKilledRunLeft) {
  const PublishPlace place = publish_place(root_ / "unit");
  fs::create_directory(place.temporary.string() + "9");
  write_file(place.temporary.string() + "9/决算.pdf", "半");
  write_file(place.lock, "");
  ASSERT_TRUE(publish_pair(root_ / "unit", "新"));
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, LeftoversGoAlsoWhenNothingIsPublished) {
  const PublishPlace place = publish_place(root_ / "unit");
  ASSERT_TRUE(publish_pair(root_ / "unit", "旧"));
  clear_leftovers(root_ / "unit");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
  fs::create_directory(place.temporary.string() + "9");
  write_file(place.temporary.string() + "9/决算.pdf", "半");
  write_file(place.lock, "");
  fs::create_directory(publish_place(root_ / "other").temporary);
  clear_leftovers(root_ / "unit");
  EXPECT_THAT(names_in(root_), ElementsAre(publish_place(root_ / "other").temporary.filename().string(), "unit"));
  EXPECT_EQ(read_file(root_ / "unit" / "决算.pdf"), "旧");
}

TEST_F(PublishFolder, AFolderLostBetweenTwoStepsComesBack) {
  const PublishPlace place = publish_place(root_ / "unit");
  ASSERT_TRUE(publish_pair(root_ / "unit", "旧"));
  fs::rename(root_ / "unit", place.kept);
  EXPECT_FALSE(publish_folder(
      root_ / "unit", [](const fs::path&) { return false; }, diagnostics_));
  EXPECT_EQ(read_file(root_ / "unit" / "决算.pdf"), "旧");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, TwoStepsReplaceAndUndoThemselves) {
  fs::create_directory(root_ / "fresh");
  fs::create_directory(root_ / "target");
  write_file(root_ / "target" / "a.pdf", "旧");
  EXPECT_EQ(replace_in_two_steps(root_ / "fresh", root_ / "target", root_ / "kept"), 0);
  EXPECT_EQ(read_file(root_ / "kept" / "a.pdf"), "旧");
  EXPECT_THAT(names_in(root_), ElementsAre("kept", "target"));
  fs::remove_all(root_ / "target");
  fs::rename(root_ / "kept", root_ / "target");
  EXPECT_NE(replace_in_two_steps(root_ / "missing", root_ / "target", root_ / "kept"), 0);
  EXPECT_EQ(read_file(root_ / "target" / "a.pdf"), "旧");
}

TEST_F(PublishFolder, ASecondRunWaitsForTheFirst) {
  const PublishPlace place = publish_place(root_ / "unit");
  const int held = open(place.lock.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0666);
  ASSERT_EQ(flock(held, LOCK_EX), 0);
  std::atomic<bool> done = false;
  std::thread second([&] {
    publish_pair(root_ / "unit", "新");
    done = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(80));
  EXPECT_FALSE(done);
  EXPECT_FALSE(fs::exists(root_ / "unit"));
  close(held);
  second.join();
  EXPECT_TRUE(done);
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, ManyRunsAtOnceEachPublishAPair) {
  std::vector<std::thread> runs;
  for (int i = 0; i < 8; ++i) {
    runs.emplace_back([this, i] {
      Diagnostics own;
      publish_folder(
          root_ / "unit",
          [&](const fs::path& folder) {
            write_file(folder / "决算.pdf", std::to_string(i));
            write_file(folder / "决算.xlsx", std::to_string(i));
            return true;
          },
          own);
      EXPECT_FALSE(own.has_errors());
    });
  }
  for (std::thread& run : runs) run.join();
  EXPECT_EQ(read_file(root_ / "unit" / "决算.pdf"), read_file(root_ / "unit" / "决算.xlsx"));
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

/// Runs `body` in a child process; the exit status, or -1 when it was killed.
int in_child(const std::function<int()>& body, int kill_after_microseconds = -1) {
  const pid_t child = fork();
  if (child == 0) _exit(body());
  if (kill_after_microseconds >= 0) {
    usleep(static_cast<useconds_t>(kill_after_microseconds));
    kill(child, SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(PublishFolder, AFullDiskLeavesTheOldPair) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, "旧"));
  // A limit on the size of files stands in for a full disk: writing beyond it fails in the same way.
  const int status = in_child([&] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, 1000};
    setrlimit(RLIMIT_FSIZE, &small);
    Diagnostics own;
    const auto write = [&](const fs::path& folder) {
      std::ofstream file(folder / "决算.pdf");
      file << std::string(5000, 'x');
      file.flush();
      return file.good();
    };
    return publish_folder(target, write, own) ? 1 : 7;
  });
  EXPECT_EQ(status, 7);
  EXPECT_EQ(read_file(target / "决算.pdf"), "旧");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

/// From here on this process runs on a system without renameat2.
bool take_away_exchange() {
  std::array<sock_filter, 4> program = {{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  }};
  sock_fprog filter{program.size(), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

TEST_F(PublishFolder, WithoutExchangeItSaysSoAndReplacesInTwoSteps) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, "旧"));
  const int status = in_child([&] {
    if (!take_away_exchange() || !publish_pair(target, "新")) return 1;
    return only_code() == "W0957" ? 7 : 2;
  });
  EXPECT_EQ(status, 7);
  EXPECT_EQ(read_file(target / "决算.pdf"), "新");
  EXPECT_EQ(read_file(target / "决算.xlsx"), "新");
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

TEST_F(PublishFolder, KilledAtAnyMomentThePairIsWhole) {
  const fs::path target = root_ / "unit";
  ASSERT_TRUE(publish_pair(target, std::string(40000, 'A')));
  std::minstd_rand random(2024);
  int killed = 0;
  for (int round = 0; round < 50; ++round) {
    const auto publish_often = [&] {
      // Two inputs alternate until the kill comes.
      for (int i = 0; i < 200; ++i) publish_pair(target, std::string(40000, i % 2 == 0 ? 'B' : 'A'));
      return 0;
    };
    const int status = in_child(publish_often, static_cast<int>(random() % 20000));
    killed += status == -1 ? 1 : 0;
    const std::string pdf = read_file(target / "决算.pdf");
    ASSERT_EQ(pdf.size(), 40000U) << "round " << round;
    ASSERT_EQ(pdf, read_file(target / "决算.xlsx")) << "round " << round;
    ASSERT_EQ(names_in(target).size(), 2U);
  }
  EXPECT_GT(killed, 25) << "the children ended before they were killed: the test proves nothing";
  ASSERT_TRUE(publish_pair(target, "终"));
  EXPECT_THAT(names_in(root_), ElementsAre("unit"));
}

}  // namespace
}  // namespace gongkai
