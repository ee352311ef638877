#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace gongkai {

/// A value for each character, found by its code point; pages of them are made when first written to.
template <typename Value>
class CharacterMap {
 public:
  /// The value of a character: Value() until it is given another.
  Value& operator[](char32_t c) {
    const std::size_t page = c / kPage;
    if (page >= pages_.size()) pages_.resize(page + 1);
    if (!pages_[page]) pages_[page] = std::make_unique<std::array<Value, kPage>>();
    return (*pages_[page])[c % kPage];
  }

 private:
  static constexpr std::size_t kPage = 256;
  std::vector<std::unique_ptr<std::array<Value, kPage>>> pages_;
};

}  // namespace gongkai
