// The bureau's self-check list: items as data of the pack, answers computed from what was made.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"
#include "document/document.h"
#include "expr/ast.h"
#include "facts/fact_book.h"
#include "layout/frame.h"
#include "yaml/yaml_node.h"

namespace gongkai {

/// Who can answer: the machine alone, the machine one half and a person the other, only a person.
enum class AnswerBy { Machine, Both, Person };

/// One test by name with its arguments: {有表: [公开01, 公开02]}.
struct SelfCheckTest {
  std::string name;
  YamlNode arguments;
  std::shared_ptr<const Expr> condition;  ///< of 须
};

struct SelfCheckItem {
  int number = 0;
  std::string group;
  std::string text;
  AnswerBy by = AnswerBy::Machine;
  bool reversed = false;  ///< 反向: “否” is the good answer
  std::vector<SelfCheckTest> tests;
  Span span;
};

struct SelfCheckList {
  std::string title;
  bool in_appendix = false;  ///< 附件: the answered list becomes an appendix of the document
  std::vector<SelfCheckItem> items;
};

enum class Answer { Yes, No, Open };

struct SelfCheckAnswer {
  const SelfCheckItem* item = nullptr;
  Answer answer = Answer::Open;
  bool good = false;     ///< answered, and as it should be
  std::string evidence;  ///< what the machine saw; then what the person wrote
  std::string remark;    ///< 备注 of the unit
};

/// What there is to look at when the list is answered.
struct FinishedWork {
  const Document& document;
  const Frames* frames = nullptr;  ///< nullptr: not laid out
  const FactBook& book;
  const Diagnostics& problems;  ///< of reading, checking, composing, laying out and auditing
};

/// Reads the selfcheck.yaml nearest to the end of `chain` (pack folders, base first). Reports E0565; empty when no pack
/// of the chain has one.
std::optional<SelfCheckList> load_self_check(const World& world, const std::vector<std::string>& chain,
                                             const FactCatalog& catalog, Sources& sources, Diagnostics& diagnostics);

/// Answers every item in order. Reports what a person answered though only the machine may (E0566).
std::vector<SelfCheckAnswer> answer_self_check(const SelfCheckList& list, const FinishedWork& work,
                                               Diagnostics& diagnostics);

/// The answered list for a terminal, with evidence and a count.
std::string render_self_check(const SelfCheckList& list, const std::vector<SelfCheckAnswer>& answers);

/// Adds the answered list as a heading and a table at the end of the document.
void append_self_check(const SelfCheckList& list, const std::vector<SelfCheckAnswer>& answers, Document& document);

}  // namespace gongkai
