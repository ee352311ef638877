// The subject classification: 功能分类 (3/5/7 digits = 类/款/项) and 部门支出经济分类 (3/5 digits = 类/款).
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace gongkai {

/// 类, 款, 项 by the number of digits: 3, 5, 7.
enum class SubjectLevel { Class = 3, Section = 5, Item = 7 };

bool is_subject_code(std::string_view code);
SubjectLevel level_of(std::string_view code);
/// "2080101" -> "20801" -> "208" -> "".
std::string_view parent_code(std::string_view code);
/// Whether `code` is `ancestor` or below it.
bool is_within(std::string_view code, std::string_view ancestor);

struct Subject {
  std::string code;
  std::string name;
  std::string definition;  ///< 释义, only of subjects a unit declares; the packs' glossary has the others
  bool verified = true;    ///< column 来源: false for 待核
  bool declared = false;   ///< from the unit's 自定义科目
  Span span;               ///< of the declaration
};

/// A value whose copies share their subjects until one of them adds its own: every unit has the standard library.
class Classification {
 public:
  void add(Subject subject);  ///< replaces an entry of the same code
  const Subject* find(std::string_view code) const;
  /// The name, or the code itself when unknown.
  std::string name(std::string_view code) const;
  std::vector<const Subject*> children(std::string_view code) const;  ///< ascending; "" gives 类
  const std::map<std::string, Subject, std::less<>>& all() const { return *subjects_; }

 private:
  using Subjects = std::map<std::string, Subject, std::less<>>;
  std::shared_ptr<Subjects> subjects_ = std::make_shared<Subjects>();
};

}  // namespace gongkai
