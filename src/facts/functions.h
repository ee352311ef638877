// The functions of the expression language: one table for the checker and the evaluator.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

enum class Function {
  Exists,
  Default,
  Sum,
  Count,
  Average,
  Filter,
  First,
  Last,
  Absolute,
  Smallest,
  Largest,
  Round,
  ChangeFrom,
  InitialBudget,
  FullBudget,
  SubjectName,
  SubjectPath,
  SubjectLevelName,
  SubjectPart,
  ParentSubject,
  SubjectText,
  Join,
  Concatenate,
  OneOf,
  Contains,
  MakeDate,
  Authored,
  AuthoredBase,
  AuthoredUnit,
  HasAuthored,
  HasAuthoredUnit,
  HasRow,
  RowValue,
  RowBase,
  RowKey,
  BusinessFigure,
  Option,
  GlossaryText,
  IsGlossaryTerm,
  IsSubjectCode
};

struct FunctionInfo {
  Function function;
  std::string_view name;
  std::size_t least;
  std::size_t most;
  std::string_view usage;  ///< "写法：意思", for messages and the manual
};

/// nullptr when there is no such function.
const FunctionInfo* find_function(std::string_view name);
/// All names, for “是不是…？”.
std::vector<std::string> function_names();

}  // namespace gongkai
