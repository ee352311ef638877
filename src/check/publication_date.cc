#include "check/publication_date.h"

#include <chrono>
#include <string>

namespace gongkai {
namespace {

constexpr std::chrono::days kLimit{20};

std::chrono::sys_days day_of(const Date& date) {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  return year{date.year} / month{static_cast<unsigned>(date.month)} / day{static_cast<unsigned>(date.day)};
}

}  // namespace

void check_publication_date(const FactBook& book, Diagnostics& diagnostics) {
  const AuthoredValue* published = book.ledger().year.at("公开.日期");
  const AuthoredValue* approved = book.ledger().year.at("公开.批复日期");
  if (published == nullptr || approved == nullptr) return;
  if (published->kind != ValueKind::Date || approved->kind != ValueKind::Date) return;
  const auto passed = day_of(published->date) - day_of(approved->date);
  if (passed <= kLimit) return;
  Diagnostic& d =
      diagnostics.warning("W0397", published->span, "公开日期在批复后 " + std::to_string(passed.count()) + " 天",
                          "决算应在批复后二十日内公开，请核对两个日期");
  d.group = "公开";
  d.notes.push_back({approved->span, "批复日期在这里"});
}

}  // namespace gongkai
