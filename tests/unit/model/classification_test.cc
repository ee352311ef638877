#include "model/classification.h"

#include <gtest/gtest.h>

namespace gongkai {
namespace {

Classification sample() {
  Classification c;
  for (const char* code : {"208", "20801", "2080101", "2080109", "20805", "2080505", "210", "21011"}) {
    c.add({.code = code, .name = std::string("名") + code});
  }
  return c;
}

TEST(SubjectCode, HasThreeFiveOrSevenDigits) {
  EXPECT_TRUE(is_subject_code("208"));
  EXPECT_TRUE(is_subject_code("2080101"));
  EXPECT_FALSE(is_subject_code("2080"));
  EXPECT_FALSE(is_subject_code("208010a"));
  EXPECT_FALSE(is_subject_code(""));
  EXPECT_EQ(level_of("208"), SubjectLevel::Class);
  EXPECT_EQ(level_of("20801"), SubjectLevel::Section);
  EXPECT_EQ(level_of("2080101"), SubjectLevel::Item);
}

TEST(SubjectCode, KnowsItsParents) {
  EXPECT_EQ(parent_code("2080101"), "20801");
  EXPECT_EQ(parent_code("20801"), "208");
  EXPECT_EQ(parent_code("208"), "");
  EXPECT_TRUE(is_within("2080101", "208"));
  EXPECT_TRUE(is_within("208", "208"));
  EXPECT_FALSE(is_within("208", "20801"));
}

TEST(ClassificationTest, CopiesShareTheirSubjectsUntilOneAddsItsOwn) {
  const Classification standard = sample();
  Classification own = standard;
  EXPECT_EQ(own.find("208"), standard.find("208"));
  own.add({.code = "2080110", .name = "自定"});
  own.add({.code = "208", .name = "改"});
  EXPECT_EQ(own.name("2080110"), "自定");
  EXPECT_EQ(standard.find("2080110"), nullptr);
  EXPECT_EQ(standard.name("208"), "名208");
  EXPECT_EQ(own.name("210"), "名210");
}

TEST(ClassificationTest, GivesChildrenOfTheNextLevelOnly) {
  const Classification c = sample();
  std::vector<std::string> codes;
  for (const Subject* subject : c.children("208")) codes.push_back(subject->code);
  EXPECT_EQ(codes, (std::vector<std::string>{"20801", "20805"}));
  EXPECT_EQ(c.children("").size(), 2U);
  EXPECT_TRUE(c.children("21011").empty());
}

TEST(ClassificationTest, NamesAnUnknownCodeByItself) {
  const Classification c = sample();
  EXPECT_EQ(c.name("20801"), "名20801");
  EXPECT_EQ(c.name("999"), "999");
  EXPECT_EQ(c.find("999"), nullptr);
}

TEST(ClassificationTest, ReplacesAnEntryOfTheSameCode) {
  Classification c = sample();
  c.add({.code = "208", .name = "新名", .declared = true});
  EXPECT_EQ(c.name("208"), "新名");
  EXPECT_TRUE(c.find("208")->declared);
  EXPECT_EQ(c.all().size(), 8U);
}

}  // namespace
}  // namespace gongkai
