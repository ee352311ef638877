#include "layout/layout.h"

#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "layout/chart.h"
#include "layout/contents.h"
#include "layout/cover.h"
#include "layout/fonts.h"
#include "layout/layout_context.h"
#include "layout/page_builder.h"
#include "layout/page_furniture.h"
#include "layout/table_flow.h"
#include "layout/text_blocks.h"

namespace gongkai {
namespace {

bool on_own_pages(const Table& table) {
  return table.role != TableRole::InText || table.orientation == Orientation::Landscape;
}

/// Lays out the blocks of one document in order; 目录 last, because it quotes page numbers.
class DocumentLayout {
 public:
  DocumentLayout(const Document& document, LayoutContext& context)
      : document_(document),
        context_(context),
        builder_(document.style.page, context.grid_pitch()),
        portrait_width_(page_area(document.style.page, Orientation::Portrait).text_width) {}

  std::vector<BuiltPage> run() {
    for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
      std::visit([this](const auto& content) { place(content); }, document_.blocks[block_].content);
    }
    std::vector<BuiltPage> pages = builder_.take_pages();
    label_pages(pages);
    insert_contents(pages);
    furnish_pages(context_, pages);
    return pages;
  }

 private:
  void place(const Cover& cover) { place_cover(context_, builder_, cover); }

  void place(const Contents& contents) {
    builder_.end_page();
    contents_.push_back({&contents, builder_.page_count(), context_.structure(StructureRole::Toc)});
  }

  void place(const Heading& heading) {
    if (heading.new_page) builder_.end_page();
    for (Strip& strip : heading_strips(context_, heading, heading_width())) {
      strip.heading_level = heading.level;
      builder_.add(std::move(strip));
    }
  }

  void place(const Paragraph& paragraph) {
    if (paragraph.kind == ParagraphKind::Signature) builder_.keep_last_with_next();
    for (Strip& strip : paragraph_strips(context_, paragraph, portrait_width_)) builder_.add(std::move(strip));
    if (paragraph.kind == ParagraphKind::Caption && next_is<Table>()) builder_.keep_last_with_next();
  }

  void place(const Table& table) { place_table(context_, builder_, table); }

  void place(const Chart& chart) { builder_.add(chart_strip(context_, chart, portrait_width_)); }

  void place(const PageBreak&) { builder_.end_page(); }

  template <typename Content>
  bool next_is() const {
    return block_ + 1 < document_.blocks.size() &&
           std::holds_alternative<Content>(document_.blocks[block_ + 1].content);
  }

  /// Headings before a table on pages of its own stand on its first page, whatever that page's orientation.
  double heading_width() const {
    for (std::size_t i = block_ + 1; i < document_.blocks.size(); ++i) {
      if (std::holds_alternative<Heading>(document_.blocks[i].content)) continue;
      const auto* table = std::get_if<Table>(&document_.blocks[i].content);
      if (table == nullptr || !on_own_pages(*table)) break;
      return page_area(document_.style.page, table->orientation).text_width;
    }
    return portrait_width_;
  }

  void insert_contents(std::vector<BuiltPage>& pages) {
    const DestinationPages destinations = destination_pages(pages);
    // From the last to the first: the positions before stay true.
    for (auto place = contents_.rbegin(); place != contents_.rend(); ++place) {
      std::vector<BuiltPage> made = lay_out_contents(context_, *place->contents, destinations, place->structure);
      pages.insert(std::next(pages.begin(), static_cast<std::ptrdiff_t>(place->page)),
                   std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    }
  }

  struct ContentsPlace {
    const Contents* contents = nullptr;
    std::size_t page = 0;
    StructureId structure = kArtifact;
  };

  const Document& document_;
  LayoutContext& context_;
  PageBuilder builder_;
  double portrait_width_ = 0;
  std::size_t block_ = 0;
  std::vector<ContentsPlace> contents_;
};

}  // namespace

std::optional<Frames> lay_out(const Document& document, FontLibrary& fonts, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.count(Severity::Error);
  Frames frames;
  frames.title = document.title;
  frames.author = document.author;
  frames.structure.push_back({.role = StructureRole::Document});
  LineComposer composer(fonts, diagnostics);
  LayoutContext context{document, composer, diagnostics, frames};
  for (BuiltPage& built : DocumentLayout(document, context).run()) frames.pages.push_back(std::move(built.page));
  frames.faces = fonts.faces();
  if (diagnostics.count(Severity::Error) > errors) return std::nullopt;
  return frames;
}

}  // namespace gongkai
