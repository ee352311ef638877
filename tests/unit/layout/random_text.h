// Random texts like those of a disclosure.
#pragma once

#include <random>
#include <string>

#include "base/utf8.h"

namespace gongkai {

/// Phrases like those of a disclosure, in random order.
class TextMaker {
 public:
  explicit TextMaker(unsigned seed) : random_(seed) {}

  std::string make() {
    std::string text;
    const int pieces = pick(60) + 1;
    for (int i = 0; i < pieces; ++i) {
      text += piece();
    }
    return text;
  }

  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

 private:
  std::string piece() {
    switch (pick(12)) {
      case 0:
        return std::to_string(pick(9999)) + "." + std::to_string(pick(99)) + (pick(2) == 0 ? "万元" : "%");
      case 1:
        return "，" + han(1);
      case 2:
        return (pick(2) == 0 ? "。" : "；") + han(2);
      case 3:
        return "“" + han(1 + pick(4)) + "”";
      case 4:
        return "（" + han(1 + pick(6)) + "）";
      case 5:
        return (pick(2) == 0 ? "——" : "……") + han(2);
      case 6:
        return "财〔20" + std::to_string(10 + pick(20)) + "〕" + std::to_string(1 + pick(99)) + "号";
      case 7:
        return pick(2) == 0 ? " budget " : "PDF/A";
      case 8:
        return "《" + han(3) + "》、";
      default:
        return han(1 + pick(12));
    }
  }

  std::string han(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      append_utf8(text, static_cast<char32_t>(0x4E00 + pick(2000)));
    }
    return text;
  }

  std::mt19937 random_;
};

}  // namespace gongkai
