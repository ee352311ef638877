#include "layout/table_paginate.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace gongkai {
namespace {

PaginationTask even_rows(std::size_t count, double height, double first_room, double next_room, double notes = 0) {
  PaginationTask task;
  task.rows.assign(count, height);
  task.ties.assign(count, 0);
  task.first_room = first_room;
  task.next_room = next_room;
  task.notes = notes;
  return task;
}

std::string parts(const Pagination& pagination) {
  std::string out;
  for (const TablePart& part : pagination.parts) {
    out += "[" + std::to_string(part.begin) + "," + std::to_string(part.end) + ")";
  }
  return out;
}

TEST(PaginateTest, WhatFitsStaysOnOnePage) {
  EXPECT_EQ(parts(paginate_rows(even_rows(10, 10, 100, 100))), "[0,10)");
}

TEST(PaginateTest, FillsEachPage) {
  EXPECT_EQ(parts(paginate_rows(even_rows(25, 10, 50, 100))), "[0,5)[5,15)[15,25)");
}

TEST(PaginateTest, BeginsOnTheNextPageWhenNothingFits) {
  EXPECT_EQ(parts(paginate_rows(even_rows(3, 10, 5, 100))), "[0,0)[0,3)");
}

TEST(PaginateTest, EmptyTableIsOnePart) {
  EXPECT_EQ(parts(paginate_rows(even_rows(0, 0, 100, 100, 20))), "[0,0)");
}

TEST(PaginateTest, NotesTakeTheLastRowAlong) {
  EXPECT_EQ(parts(paginate_rows(even_rows(10, 10, 105, 105, 20))), "[0,8)[8,10)");
}

TEST(PaginateTest, LastPageHasMoreThanOneRow) {
  EXPECT_EQ(parts(paginate_rows(even_rows(11, 10, 100, 100))), "[0,9)[9,11)");
}

TEST(PaginateTest, LastRowTakesItsGroupAlong) {
  PaginationTask task = even_rows(11, 10, 100, 100);
  task.ties[8] = task.ties[9] = 1;
  EXPECT_EQ(parts(paginate_rows(task)), "[0,7)[7,11)");
}

TEST(PaginateTest, MergedGroupIsNotCutWhereItCanMove) {
  PaginationTask task = even_rows(12, 10, 100, 100);
  for (const std::size_t inside : {9U, 10U, 11U}) task.ties[inside] = 1;
  EXPECT_EQ(parts(paginate_rows(task)), "[0,8)[8,12)");
}

TEST(PaginateTest, MergedGroupTallerThanHalfAPageIsCut) {
  PaginationTask task = even_rows(20, 10, 100, 100);
  for (std::size_t i = 3; i < 20; ++i) task.ties[i] = 1;
  EXPECT_EQ(parts(paginate_rows(task)), "[0,10)[10,20)");
}

TEST(PaginateTest, CutsWhereTheLeastBelongsTogether) {
  PaginationTask task = even_rows(20, 10, 100, 100);
  for (std::size_t i = 1; i < 20; ++i) task.ties[i] = i == 7 ? 1 : 2;
  EXPECT_EQ(parts(paginate_rows(task)), "[0,7)[7,17)[17,20)");
}

TEST(PaginateTest, HeadsShownOnceMoreTakeTheirRoom) {
  PaginationTask task = even_rows(28, 10, 100, 100);
  task.repeated.assign(28, 15);
  EXPECT_EQ(parts(paginate_rows(task)), "[0,10)[10,18)[18,26)[26,28)");
}

TEST(PaginateTest, RowTallerThanAPageIsNamed) {
  PaginationTask task = even_rows(5, 10, 100, 100);
  task.rows[3] = 101;
  const Pagination pagination = paginate_rows(task);
  EXPECT_TRUE(pagination.parts.empty());
  EXPECT_EQ(pagination.too_tall, 3U);
}

TEST(PaginateTest, NotesTallerThanAPageAreNamed) {
  EXPECT_EQ(paginate_rows(even_rows(5, 10, 100, 100, 150)).too_tall, 5U);
}

TEST(PaginateTest, AHeadWithoutRowsWaitsForAPageThatHoldsIt) {
  EXPECT_EQ(parts(paginate_rows(even_rows(0, 10, -20, 100))), "[0,0)[0,0)");
  EXPECT_EQ(paginate_rows(even_rows(0, 10, -20, -20)).too_tall, 0U);
}

/// Random tables: no row lost or doubled, no page overfull, no empty page between.
TEST(PaginateTest, RandomTablesKeepEveryRowInItsRoom) {
  std::mt19937 random(20241231);
  const auto uniform = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(random); };
  for (int round = 0; round < 3000; ++round) {
    PaginationTask task;
    task.next_room = uniform(75, 400);
    task.first_room = uniform(0, task.next_room);
    task.notes = round % 3 == 0 ? uniform(0, 50) : 0;
    const auto rows = static_cast<std::size_t>(uniform(0, 80));
    for (std::size_t i = 0; i < rows; ++i) {
      task.rows.push_back(uniform(8, 60));
      task.ties.push_back(i == 0 ? 0 : std::max(0, static_cast<int>(uniform(-2, 3))));
      if (round % 2 == 0) task.repeated.push_back(uniform(0, 1) < 0.5 ? 12 : 0);
    }
    const Pagination pagination = paginate_rows(task);
    ASSERT_FALSE(pagination.too_tall) << "round " << round;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pagination.parts.size(); ++i) {
      const TablePart& part = pagination.parts[i];
      const bool last = i + 1 == pagination.parts.size();
      ASSERT_EQ(part.begin, next) << "round " << round;
      ASSERT_TRUE(part.end > part.begin || i == 0 || last) << "round " << round;
      double height = last ? task.notes : 0;
      if (i > 0 && part.begin < part.end && !task.repeated.empty()) height += task.repeated[part.begin];
      for (std::size_t row = part.begin; row < part.end; ++row) height += task.rows[row];
      ASSERT_LE(height, (i == 0 ? task.first_room : task.next_room) + 0.02) << "round " << round << " part " << i;
      next = part.end;
    }
    ASSERT_EQ(next, rows) << "round " << round;
  }
}

}  // namespace
}  // namespace gongkai
