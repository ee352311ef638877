// A document with everything layout knows, written by hand so that layout is tested without a pack.
#pragma once

#include <deque>
#include <memory>
#include <string>

#include "document/document.h"
#include "layout/layout.h"

namespace gongkai {

/// A document and the facts it refers to.
struct SampleDocument {
  std::deque<Fact> facts;
  Document document;

  const Fact* amount(std::int64_t fen);
};

Runs runs_of(const std::string& text);
Paragraph body(const std::string& text);
Heading heading(int level, const std::string& number, const std::string& text, const std::string& anchor);

/// A cell of text, or of an amount when `amount` is set.
Cell text_cell(const std::string& text, Align align = Align::Left);
Cell amount_cell(const std::string& text);
Cell header_cell(const std::string& text, int row_span = 1, int col_span = 1);
Cell covered_cell();

/// The shape of 公开01: two halves of three columns, two header rows and one of numbers, `rows` body rows.
Table balance_table(int rows, Orientation orientation = Orientation::Portrait);
/// A long landscape table: code, name and six amounts; three levels of indentation.
Table subject_table(int rows);
/// A form with merged cells at the left and long texts.
Table form_table(int indicators);
/// A small table in the text.
Table small_table(int rows);

Chart columns_chart(SampleDocument& sample);
/// Parts of a whole, one of them under 1 %.
Chart pie_chart(SampleDocument& sample);

/// Cover, 目录, parts, tables, charts, a form.
std::unique_ptr<SampleDocument> sample_document();

}  // namespace gongkai
