#include "pack/snippets.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/suggest.h"
#include "expr/substitute.h"
#include "facts/catalog.h"

namespace gongkai {
namespace {

constexpr int kDeepestUse = 16;

class Expander {
 public:
  Expander(const Snippets& snippets, Diagnostics& diagnostics) : snippets_(snippets), diagnostics_(diagnostics) {}

  std::vector<TemplateNode> expand(std::vector<TemplateNode>&& nodes, bool joined) {
    std::vector<TemplateNode> result;
    for (TemplateNode& node : nodes) {
      if (node.kind == NodeKind::Use) {
        std::ranges::move(use(node, joined), std::back_inserter(result));
        continue;
      }
      const bool inside = joined || node.kind == NodeKind::Joined;
      node.children = expand(std::move(node.children), inside);
      for (Branch& branch : node.branches) branch.children = expand(std::move(branch.children), joined);
      result.push_back(std::move(node));
    }
    return result;
  }

  const std::set<std::string>& used() const { return used_; }

 private:
  std::vector<TemplateNode> use(const TemplateNode& call, bool joined) {
    const Snippet* snippet = find(call);
    if (snippet == nullptr) return {};
    if (depth_ == kDeepestUse) {
      diagnostics_.error("E0542", call.span, "片段“" + call.id + "”用到了自己", "改片段，使它们不成环");
      return {};
    }
    Arguments arguments;
    for (std::size_t i = 0; i < snippet->parameters.size(); ++i) {
      arguments[snippet->parameters[i]] = call.arguments[i].get();
    }
    std::vector<TemplateNode> nodes = copies(snippet->children, arguments);
    check_place(nodes, joined, call);
    ++depth_;
    nodes = expand(std::move(nodes), joined);
    --depth_;
    return nodes;
  }

  const Snippet* find(const TemplateNode& call) {
    const auto found = snippets_.find(call.id);
    if (found == snippets_.end()) {
      std::vector<std::string> names;
      for (const auto& [name, snippet] : snippets_) names.push_back(name);
      diagnostics_.error("E0542", call.span, "没有名为“" + call.id + "”的片段", did_you_mean_or_list(call.id, names));
      return nullptr;
    }
    used_.insert(call.id);
    const std::size_t wanted = found->second.parameters.size();
    if (call.arguments.size() == wanted) return &found->second;
    diagnostics_
        .error("E0542", call.span,
               "片段“" + call.id + "”要 " + std::to_string(wanted) + " 个参数，这里写了 " +
                   std::to_string(call.arguments.size()) + " 个",
               "参数之间用空格隔开；参数里有空格时用括号括起来")
        .notes.push_back({found->second.span, "片段在这里"});
    return nullptr;
  }

  /// Outside of @段 a snippet's lines are paragraphs of their own; separators belong into @段 only.
  void check_place(const std::vector<TemplateNode>& nodes, bool joined, const TemplateNode& call) {
    for (const TemplateNode& node : nodes) {
      const bool text = node.kind == NodeKind::Paragraph && node.level == 0;
      const bool joinable =
          text || node.kind == NodeKind::If || node.kind == NodeKind::Each || node.kind == NodeKind::Use;
      if (joined && !joinable) {
        diagnostics_.error("E0532", call.span, "@段 里面只能用只有文字的片段，“" + call.id + "”里有别的东西");
        return;
      }
      if (!joined && node.kind == NodeKind::Each && !node.separator.empty()) {
        diagnostics_.error("E0532", call.span, "片段“" + call.id + "”里有“间隔”，只能在 @段 里面用");
        return;
      }
      if (node.kind == NodeKind::Joined) continue;
      check_place(node.children, joined, call);
      for (const Branch& branch : node.branches) check_place(branch.children, joined, call);
    }
  }

  std::vector<TemplateNode> copies(const std::vector<TemplateNode>& nodes, const Arguments& arguments) {
    std::vector<TemplateNode> result;
    for (const TemplateNode& node : nodes) {
      TemplateNode copy = node;
      copy.expr = with_arguments(node.expr, arguments);
      for (TextPiece& piece : copy.text.pieces) put_into(piece, arguments);
      for (auto& argument : copy.arguments) argument = with_arguments(argument, arguments);
      copy.children = copies(node.children, arguments);
      for (Branch& branch : copy.branches) {
        branch.condition = with_arguments(branch.condition, arguments);
        branch.children = copies(branch.children, arguments);
      }
      result.push_back(std::move(copy));
    }
    return result;
  }

  std::shared_ptr<const Expr> with_arguments(const std::shared_ptr<const Expr>& expr, const Arguments& arguments) {
    return expr ? std::shared_ptr<const Expr>(substitute(*expr, arguments, diagnostics_)) : nullptr;
  }

  /// Messages about a value show its name as it is after the arguments are put in.
  void put_into(TextPiece& piece, const Arguments& arguments) {
    if (!piece.expr) return;
    piece.expr = with_arguments(piece.expr, arguments);
    if (piece.expr->kind == ExprKind::Name) piece.literal = to_text(piece.expr->name);
  }

  const Snippets& snippets_;
  Diagnostics& diagnostics_;
  std::set<std::string> used_;
  int depth_ = 0;
};

}  // namespace

void apply_snippets(std::vector<Snippet>&& written, Snippets& known, Diagnostics& diagnostics) {
  std::map<std::string, Span> here;
  for (Snippet& snippet : written) {
    const auto [first, added] = here.emplace(snippet.name, snippet.span);
    if (!added) {
      diagnostics.error("E0538", snippet.span, "有两个片段都叫“" + snippet.name + "”", "给其中一个换个名字")
          .notes.push_back({first->second, "另一个在这里"});
    }
    std::string name = snippet.name;
    known[std::move(name)] = std::move(snippet);
  }
}

void expand_snippets(const Snippets& snippets, const std::vector<std::string>& own, std::vector<TemplateNode>& body,
                     Diagnostics& diagnostics) {
  Expander expander(snippets, diagnostics);
  body = expander.expand(std::move(body), false);
  for (const std::string& name : own) {
    if (expander.used().contains(name)) continue;
    diagnostics.note("N0501", snippets.at(name).span, "片段“" + name + "”没有用到", "用 @用 " + name + "，或删去它");
  }
}

}  // namespace gongkai
