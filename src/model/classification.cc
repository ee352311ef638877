#include "model/classification.h"

#include <algorithm>
#include <utility>

namespace gongkai {

bool is_subject_code(std::string_view code) {
  const bool length = code.size() == 3 || code.size() == 5 || code.size() == 7;
  return length && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

SubjectLevel level_of(std::string_view code) {
  if (code.size() <= 3) return SubjectLevel::Class;
  return code.size() <= 5 ? SubjectLevel::Section : SubjectLevel::Item;
}

std::string_view parent_code(std::string_view code) {
  if (code.size() <= 3) return {};
  return code.substr(0, code.size() - 2);
}

bool is_within(std::string_view code, std::string_view ancestor) {
  return code.starts_with(ancestor);
}

void Classification::add(Subject subject) {
  if (subjects_.use_count() > 1) subjects_ = std::make_shared<Subjects>(*subjects_);
  std::string code = subject.code;
  subjects_->insert_or_assign(std::move(code), std::move(subject));
}

const Subject* Classification::find(std::string_view code) const {
  const auto found = subjects_->find(code);
  return found == subjects_->end() ? nullptr : &found->second;
}

std::string Classification::name(std::string_view code) const {
  const Subject* subject = find(code);
  return subject != nullptr ? subject->name : std::string(code);
}

std::vector<const Subject*> Classification::children(std::string_view code) const {
  const std::size_t length = code.empty() ? 3 : code.size() + 2;
  std::vector<const Subject*> out;
  for (auto it = subjects_->lower_bound(code); it != subjects_->end() && it->first.starts_with(code); ++it) {
    if (it->first.size() == length) out.push_back(&it->second);
  }
  return out;
}

}  // namespace gongkai
