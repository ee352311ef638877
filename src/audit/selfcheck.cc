#include "audit/selfcheck.h"

#include "audit/selfcheck_tests.h"

namespace gongkai {
namespace {

std::string prefix_of(const SelfCheckItem& item) {
  return "自查." + std::to_string(item.number);
}

/// What the unit wrote, if it did.
std::optional<bool> person_says(const SelfCheckItem& item, const FactBook& book) {
  const Fact* fact = book.find(prefix_of(item) + ".答");
  const auto* value = fact == nullptr ? nullptr : std::get_if<bool>(&fact->value);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

TestResult machine_says(const SelfCheckItem& item, const FinishedWork& work) {
  TestResult all{true, ""};
  for (const SelfCheckTest& test : item.tests) {
    const TestResult one = run_self_check_test(test, work);
    if (!one.passed) return one;
    if (all.evidence.find(one.evidence) == std::string::npos)
      all.evidence += (all.evidence.empty() ? "" : "；") + one.evidence;
  }
  return all;
}

Answer answer_of(bool good, const SelfCheckItem& item) {
  return good != item.reversed ? Answer::Yes : Answer::No;
}

/// The person's answer to a reversed item is “否” when all is well.
bool is_good(bool answer, const SelfCheckItem& item) {
  return answer != item.reversed;
}

SelfCheckAnswer answer_item(const SelfCheckItem& item, const FinishedWork& work, Diagnostics& diagnostics) {
  SelfCheckAnswer result{.item = &item};
  const Fact* remark = work.book.find(prefix_of(item) + ".备注");
  if (remark != nullptr && remark->text() != nullptr) result.remark = *remark->text();
  const std::optional<bool> person = person_says(item, work.book);
  if (item.by == AnswerBy::Machine && person) {
    const AuthoredValue* node = work.book.ledger().year.at(prefix_of(item));
    diagnostics.error("E0566", node == nullptr ? Span{} : node->key_span,
                      "自查第 " + std::to_string(item.number) + " 项由程序判定，不用写“答”",
                      "删去“答”；需要说明的写在“备注”");
  }
  if (item.by == AnswerBy::Person) {
    if (!person) return result;
    result.good = is_good(*person, item);
    result.answer = answer_of(result.good, item);
    result.evidence = "由人承诺";
    return result;
  }
  const TestResult machine = machine_says(item, work);
  result.evidence = machine.evidence;
  if (!machine.passed || item.by == AnswerBy::Machine) {
    result.good = machine.passed;
    result.answer = answer_of(machine.passed, item);
    return result;
  }
  if (!person) return result;
  result.good = is_good(*person, item);
  result.answer = answer_of(result.good, item);
  return result;
}

}  // namespace

std::vector<SelfCheckAnswer> answer_self_check(const SelfCheckList& list, const FinishedWork& work,
                                               Diagnostics& diagnostics) {
  std::vector<SelfCheckAnswer> answers;
  answers.reserve(list.items.size());
  for (const SelfCheckItem& item : list.items) answers.push_back(answer_item(item, work, diagnostics));
  return answers;
}

}  // namespace gongkai
