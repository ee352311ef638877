// Numbers of headings and numbered paragraphs: the engine's, so that a part left out leaves no gap.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace gongkai {

inline constexpr int kNumberedLevels = 5;

class HeadingNumbers {
 public:
  /// `formats` by level: "第{中文}部分　", "{中文}、", "（{中文}）", "{数}. ", "（{数}）".
  explicit HeadingNumbers(const std::vector<std::string>& formats) : formats_(formats) {}

  /// The next number of a level for a paragraph; deeper levels start again.
  std::string next(int level);
  /// The same for a heading, under which what follows stands.
  std::string next_heading(int level);
  /// A link destination for the last heading, unique in a document: "s3.5.1".
  std::string anchor() const;
  /// One for a heading that keeps its author's number, under the last heading: "s3.5.1-2".
  std::string authored_anchor();
  /// The level of the last heading, 0 before the first.
  int level() const { return level_; }

 private:
  const std::vector<std::string>& formats_;
  std::array<int, kNumberedLevels> counts_{};
  int level_ = 0;
  int authored_ = 0;
};

/// Replaces {中文} and {数} in a number's format.
std::string format_number(const std::string& format, int value);

}  // namespace gongkai
