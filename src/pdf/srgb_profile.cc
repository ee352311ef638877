#include "pdf/srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai::pdf {
namespace {

constexpr std::size_t kHeaderSize = 128;
constexpr std::size_t kTagRowSize = 12;
constexpr std::initializer_list<double> kD50 = {0.9642, 1.0, 0.8249};

void append32(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
}

/// s15Fixed16Number.
void append_fixed(std::string& out, double value) {
  append32(out, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

std::string fixed_numbers(std::string_view type, std::initializer_list<double> values) {
  std::string out(type);
  append32(out, 0);
  for (const double value : values) append_fixed(out, value);
  return out;
}

/// multiLocalizedUnicodeType with one English text.
std::string text(std::string_view words) {
  std::string out = "mluc";
  for (const std::uint32_t value : {0U, 1U, 12U}) append32(out, value);
  out += "enUS";
  append32(out, static_cast<std::uint32_t>(2 * words.size()));
  append32(out, 28);
  for (const char c : words) {
    out += '\0';
    out += c;
  }
  return out;
}

/// Function type 3: ((a x + b) ^ g) from d on, c x below.
std::string curve() {
  std::string out = "para";
  append32(out, 0);
  append32(out, 3U << 16U);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) append_fixed(out, value);
  return out;
}

std::string header(std::size_t size) {
  std::string out;
  append32(out, static_cast<std::uint32_t>(size));
  append32(out, 0);
  append32(out, 0x04200000);  // version 4.2
  out += "mntrRGB XYZ ";
  out.append("\x07\xE4\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12);  // a date of its own, the same in every build
  out += "acsp";
  out.append(28, '\0');
  for (const double value : kD50) append_fixed(out, value);
  out.resize(kHeaderSize, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", text("sRGB IEC61966-2-1")},
      {"cprt", text("Public domain")},
      {"wtpt", fixed_numbers("XYZ ", kD50)},
      {"chad",
       fixed_numbers("sf32", {1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168})},
      {"rXYZ", fixed_numbers("XYZ ", {0.43607, 0.22249, 0.01392})},
      {"gXYZ", fixed_numbers("XYZ ", {0.38515, 0.71687, 0.09708})},
      {"bXYZ", fixed_numbers("XYZ ", {0.14307, 0.06061, 0.71410})},
      {"rTRC", curve()},
      {"gTRC", curve()},
      {"bTRC", curve()}};
  std::string table;
  append32(table, static_cast<std::uint32_t>(tags.size()));
  std::string data;
  const std::size_t start = kHeaderSize + 4 + kTagRowSize * tags.size();
  for (const auto& [name, value] : tags) {
    table += name;
    append32(table, static_cast<std::uint32_t>(start + data.size()));
    append32(table, static_cast<std::uint32_t>(value.size()));
    data += value;
    data.resize((data.size() + 3) / 4 * 4, '\0');
  }
  return header(start + data.size()) + table + data;
}

}  // namespace gongkai::pdf
