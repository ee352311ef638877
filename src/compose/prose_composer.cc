#include "compose/prose_composer.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "compose/chart_composer.h"
#include "compose/form_composer.h"
#include "compose/heading_numbers.h"
#include "compose/long_text.h"
#include "compose/table_composer.h"

namespace gongkai {
namespace {

class ProseComposer {
 public:
  explicit ProseComposer(const ComposeContext& context) : context_(context), numbers_(context.pack.heading_numbers) {}

  std::vector<Block> compose(const std::vector<TemplateNode>& nodes, const Scope* scope) {
    add_nodes(nodes, scope);
    return std::move(blocks_);
  }

 private:
  void add_nodes(const std::vector<TemplateNode>& nodes, const Scope* scope) {
    for (const TemplateNode& node : nodes) add_node(node, scope);
  }

  void add_node(const TemplateNode& node, const Scope* scope) {
    switch (node.kind) {
      case NodeKind::Heading:
        return add_heading(node, scope);
      case NodeKind::Paragraph:
        return add_paragraph(node, build_runs(context_, node.text, scope));
      case NodeKind::Joined: {
        Runs runs;
        join_nodes(node.children, scope, runs);
        return add_paragraph(node, std::move(runs));
      }
      case NodeKind::If:
        if (const Branch* branch = chosen_branch(node, scope)) add_nodes(branch->children, scope);
        return;
      case NodeKind::Each:
        return for_each_element(node, scope, [&](const Scope& element) { add_nodes(node.children, &element); });
      case NodeKind::Block:
      case NodeKind::Use:
        return add_nodes(node.children, scope);
      case NodeKind::LongText:
        return add_long_text(node, scope);
      case NodeKind::Contents:
        return add(Contents{.max_level = context_.pack.contents_level});
      case NodeKind::Cover:
        return add_cover();
      case NodeKind::PageBreak:
        return add(PageBreak{});
      case NodeKind::Table:
      case NodeKind::Form:
      case NodeKind::Chart:
        return add_reference(node, scope);
    }
  }

  void add(BlockContent content) { blocks_.push_back({std::move(content)}); }

  void add_heading(const TemplateNode& node, const Scope* scope) {
    Heading heading;
    heading.level = node.level;
    heading.number = numbers_.next_heading(node.level);
    heading.anchor = numbers_.anchor();
    heading.runs = build_runs(context_, node.text, scope);
    heading.in_contents = node.level <= context_.pack.contents_level;
    heading.new_page = node.new_page;
    add(std::move(heading));
  }

  /// A paragraph of which nothing remains takes no number and no line.
  void add_paragraph(const TemplateNode& node, Runs runs) {
    if (runs.empty()) return;
    if (node.paragraph == ParagraphKind::NumberedBody) {
      runs.insert(runs.begin(), {numbers_.next(node.level), nullptr, node.span});
    }
    add(Paragraph{node.paragraph, std::move(runs)});
  }

  const Branch* chosen_branch(const TemplateNode& node, const Scope* scope) const {
    const auto chosen = std::ranges::find_if(node.branches, [&](const Branch& branch) {
      return !branch.condition || context_.book.holds(*branch.condition, scope, context_.diagnostics);
    });
    return chosen == node.branches.end() ? nullptr : &*chosen;
  }

  template <typename Visit>
  void for_each_element(const TemplateNode& node, const Scope* scope, const Visit& visit) const {
    if (!node.expr) return;
    std::int64_t ordinal = 0;
    for (const FactRecord& record : evaluate_list(context_, *node.expr, scope)) {
      visit(Scope{scope, &record, node.variable, ++ordinal});
    }
  }

  void join_nodes(const std::vector<TemplateNode>& nodes, const Scope* scope, Runs& into) const {
    for (const TemplateNode& node : nodes) join_node(node, scope, into);
  }

  void join_node(const TemplateNode& node, const Scope* scope, Runs& into) const {
    if (node.kind == NodeKind::If) {
      if (const Branch* branch = chosen_branch(node, scope)) join_nodes(branch->children, scope, into);
    } else if (node.kind == NodeKind::Each) {
      join_elements(node, scope, into);
    } else if (node.kind == NodeKind::Block) {
      join_nodes(node.children, scope, into);
    } else {
      std::ranges::move(build_runs(context_, node.text, scope), std::back_inserter(into));
    }
  }

  /// The separator stands between elements that print something.
  void join_elements(const TemplateNode& node, const Scope* scope, Runs& into) const {
    bool printed = false;
    for_each_element(node, scope, [&](const Scope& element) {
      Runs runs;
      join_nodes(node.children, &element, runs);
      if (runs.empty()) return;
      if (printed && !node.separator.empty()) into.push_back({node.separator, nullptr, node.span});
      printed = true;
      std::ranges::move(runs, std::back_inserter(into));
    });
  }

  void add_long_text(const TemplateNode& node, const Scope* scope) {
    if (!node.expr) return;
    const Fact* fact = context_.book.evaluate(*node.expr, scope, context_.diagnostics);
    if (fact == nullptr) return;
    if (!fact->exists()) {
      context_.diagnostics.error("E0601", node.span, "“" + fact->name + "”没有写",
                                 "请先用 @如果 存在(" + fact->name + ") 判断");
      return;
    }
    std::ranges::move(compose_long_text(context_, *fact, node.level, numbers_), std::back_inserter(blocks_));
  }

  void add_cover() {
    Cover cover;
    cover.title = build_runs(context_, context_.pack.cover.title, nullptr);
    for (const TextTemplate& line : context_.pack.cover.lines) {
      Runs runs = build_runs(context_, line, nullptr);
      if (!runs.empty()) cover.lines.push_back(std::move(runs));
    }
    add(std::move(cover));
  }

  /// Names were checked when the pack was loaded; an unknown one has been reported there.
  void add_reference(const TemplateNode& node, const Scope* scope) {
    if (node.kind == NodeKind::Chart) {
      const auto found = context_.pack.charts.find(node.id);
      if (found == context_.pack.charts.end()) return;
      if (auto chart = compose_chart(context_, found->second, scope, charts_ + 1)) {
        ++charts_;
        add(std::move(*chart));
      }
      return;
    }
    Table table;
    if (node.kind == NodeKind::Form) {
      const auto found = context_.pack.forms.find(node.id);
      if (found == context_.pack.forms.end()) return;
      table = compose_form(context_, found->second, scope);
    } else {
      const auto found = context_.pack.tables.find(node.id);
      if (found == context_.pack.tables.end()) return;
      table = compose_table(context_, found->second, scope);
    }
    ++tables_;
    const bool under_heading = !blocks_.empty() && std::holds_alternative<Heading>(blocks_.back().content);
    if (!under_heading) table.anchor = "t" + std::to_string(tables_);
    add(std::move(table));
  }

  const ComposeContext& context_;
  HeadingNumbers numbers_;
  std::vector<Block> blocks_;
  int charts_ = 0;
  int tables_ = 0;
};

}  // namespace

std::vector<Block> compose_prose(const ComposeContext& context) {
  return ProseComposer(context).compose(context.pack.body, nullptr);
}

std::vector<Block> compose_nodes(const ComposeContext& context, const std::vector<TemplateNode>& nodes,
                                 const Scope& scope) {
  return ProseComposer(context).compose(nodes, &scope);
}

}  // namespace gongkai
