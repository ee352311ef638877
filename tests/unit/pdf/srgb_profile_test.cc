#include "pdf/srgb_profile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

namespace gongkai::pdf {
namespace {

std::uint32_t number(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(i));
  return value;
}

/// The tag's bytes; fails when it is not there.
std::string tag(const std::string& profile, const std::string& name) {
  for (std::size_t i = 0; i < number(profile, 128); ++i) {
    const std::size_t row = 132 + 12 * i;
    if (profile.substr(row, 4) == name) return profile.substr(number(profile, row + 4), number(profile, row + 8));
  }
  ADD_FAILURE() << name;
  return {};
}

double fixed(const std::string& bytes, std::size_t at) {
  return static_cast<std::int32_t>(number(bytes, at)) / 65536.0;
}

TEST(SrgbProfile, SaysItsLengthAndKind) {
  const std::string profile = srgb_profile();
  EXPECT_EQ(number(profile, 0), profile.size());
  EXPECT_EQ(profile.substr(12, 12), "mntrRGB XYZ ");
  EXPECT_EQ(profile.substr(36, 4), "acsp");
  EXPECT_LT(profile.size(), 1000U);
}

TEST(SrgbProfile, FullRedGreenAndBlueMakeTheWhite) {
  const std::string profile = srgb_profile();
  for (const std::size_t at : {8U, 12U, 16U}) {
    const double sum =
        fixed(tag(profile, "rXYZ"), at) + fixed(tag(profile, "gXYZ"), at) + fixed(tag(profile, "bXYZ"), at);
    EXPECT_NEAR(sum, fixed(tag(profile, "wtpt"), at), 0.0005);
  }
}

TEST(SrgbProfile, CurveIsContinuousWhereItsPiecesMeet) {
  const std::string curve = tag(srgb_profile(), "gTRC");
  const double g = fixed(curve, 12), a = fixed(curve, 16), b = fixed(curve, 20), c = fixed(curve, 24),
               d = fixed(curve, 28);
  EXPECT_NEAR(std::pow(a * d + b, g), c * d, 0.0001);
  EXPECT_NEAR(std::pow(a + b, g), 1, 0.0001);
}

}  // namespace
}  // namespace gongkai::pdf
