// Rows on pages: each in exactly one part, in order, no part taller than its room.
#include "byte_source.h"
#include "layout/table_paginate.h"
#include "target.h"

namespace gongkai::fuzz {
namespace {

constexpr double kTolerance = 0.02;  // points

double height_of(const PaginationTask& task, const TablePart& part) {
  double height = part.begin > 0 && part.begin < part.end ? task.repeated[part.begin] : 0;
  for (std::size_t row = part.begin; row < part.end; ++row) height += task.rows[row];
  return height;
}

PaginationTask task_from(ByteSource& bytes) {
  PaginationTask task;
  task.next_room = static_cast<double>(bytes.below(800));
  task.first_room = bytes.below(2) == 0 ? task.next_room : static_cast<double>(bytes.below(900)) - 100;
  task.notes = static_cast<double>(bytes.below(120));
  for (std::size_t rows = bytes.below(300); rows > 0; --rows) {
    task.rows.push_back(static_cast<double>(bytes.below(200)) / 2);
    task.ties.push_back(bytes.below(4) != 0 ? 0 : 1 + static_cast<int>(bytes.below(3)));
    task.repeated.push_back(static_cast<double>(bytes.below(4) != 0 ? 0 : bytes.below(40)));
  }
  return task;
}

void expect_whole(const PaginationTask& task, const Pagination& result) {
  if (result.too_tall) {
    expect(result.parts.empty() && *result.too_tall <= task.rows.size(), "refused, but not cleanly");
    return;
  }
  expect(!result.parts.empty(), "no page at all");
  std::size_t next = 0;
  for (std::size_t i = 0; i < result.parts.size(); ++i) {
    const TablePart& part = result.parts[i];
    expect(part.begin == next && part.end >= part.begin, "a row is lost or doubled");
    next = part.end;
    const bool last = i + 1 == result.parts.size();
    const double room = i == 0 ? task.first_room : task.next_room;
    const bool empty = part.begin == part.end && !last;
    if (!empty) expect(height_of(task, part) + (last ? task.notes : 0) <= room + kTolerance, "taller than its room");
  }
  expect(next == task.rows.size(), "rows behind the last page");
}

}  // namespace
}  // namespace gongkai::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongkai::fuzz::ByteSource bytes(data, size);
  const gongkai::PaginationTask task = gongkai::fuzz::task_from(bytes);
  gongkai::fuzz::expect_whole(task, gongkai::paginate_rows(task));
  return 0;
}
