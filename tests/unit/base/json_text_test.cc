#include "base/json_text.h"

#include <gmock/gmock.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>

#include "base/utf8.h"

namespace gongkai {
namespace {

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonText, StringsAreThoseOfTheLibrary) {
  std::mt19937 random(20241231);
  const std::u32string letters = U"aZ09 \"\\/\b\f\n\r\t\x01\x1f\x7f\u00e9，中〔℃\U00020000\U0010ffff";
  for (int round = 0; round < 2000; ++round) {
    std::u32string text;
    for (std::size_t length = random() % 20; length > 0; --length) text += letters[random() % letters.size()];
    const std::string bytes = encode_utf8(text);
    EXPECT_EQ(json_string(bytes), nlohmann::json(bytes).dump());
  }
}

TEST(JsonText, EveryCharacterComesBack) {
  for (int c = 0; c < 128; ++c) {
    const std::string text(1, static_cast<char>(c));
    EXPECT_EQ(nlohmann::json::parse(json_string(text)).get<std::string>(), text);
  }
}

TEST(JsonText, WhatIsNotUtf8IsReplaced) {
  EXPECT_EQ(json_string("a\xff\"\xe4\xb8"), "\"a\uFFFD\\\"\uFFFD\uFFFD\"");
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::size_t length = random() % 12; length > 0; --length) bytes += static_cast<char>(random());
    EXPECT_EQ(nlohmann::json::parse(json_string(bytes)).get<std::string>(), encode_utf8(decode_utf8(bytes)));
  }
}

TEST(JsonText, PlacesCommas) {
  JsonText json;
  json.open('[').open('[').close(']').open('{').close('}').add("").add(std::size_t{7}).add(-3).line();
  json.open('{').key("a").open('[').add("[").add(":").close(']').key("b").add(INT64_MIN).close('}').line().add(1);
  EXPECT_EQ(json.text(), "[[],{},\"\",7,-3,\n{\"a\":[\"[\",\":\"],\"b\":-9223372036854775808},\n1");
}

}  // namespace
}  // namespace gongkai
