#include "pack/prose_parser.h"

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "base/suggest.h"
#include "pack/prose_lines.h"
#include "pack/text_template.h"

namespace gongkai {
namespace {

constexpr int kDeepestMark = 5;
constexpr int kNumberedLevel = 4;
constexpr int kShallowestNumberedPart = 2;  ///< @段 ## and @段 ### number like headings, but stay body text
constexpr int kDeepestNesting = 64;

class ProseParser {
 public:
  ProseParser(FileId file, const Sources& sources, Diagnostics& diagnostics)
      : lines_(split_prose_lines(file, sources)), diagnostics_(diagnostics) {}

  ProseFile parse() {
    ProseFile result;
    while (next_ < lines_.size()) {
      if (!parse_edit(result) && !parse_snippet(result)) parse_node(result.body);
    }
    if (!result.edits.empty() && !result.body.empty()) {
      diagnostics_.error("E0532", result.body.front().span, "改动上级正文的文件里，这一段不属于任何改动",
                         "把它放进 @换、@前 或 @后 里；要整篇重写，就去掉这些指令");
    }
    return result;
  }

 private:
  using Handler = void (ProseParser::*)(const DirectiveLine&, TemplateNode&&, std::vector<TemplateNode>&);
  struct Directive {
    std::string_view word;
    Handler handler;
    NodeKind kind;
  };

  static const auto& directives() {
    static constexpr auto kDirectives =
        std::to_array<Directive>({{"如果", &ProseParser::parse_if, NodeKind::If},
                                  {"每个", &ProseParser::parse_each, NodeKind::Each},
                                  {"段", &ProseParser::parse_joined, NodeKind::Joined},
                                  {"块", &ProseParser::parse_block, NodeKind::Block},
                                  {"长文", &ProseParser::parse_long_text, NodeKind::LongText},
                                  {"表", &ProseParser::parse_reference, NodeKind::Table},
                                  {"图", &ProseParser::parse_reference, NodeKind::Chart},
                                  {"表单", &ProseParser::parse_reference, NodeKind::Form},
                                  {"目录", &ProseParser::parse_bare, NodeKind::Contents},
                                  {"用", &ProseParser::parse_use, NodeKind::Use},
                                  {"封面", &ProseParser::parse_bare, NodeKind::Cover},
                                  {"换页", &ProseParser::parse_bare, NodeKind::PageBreak},
                                  {"居中", &ProseParser::parse_placed, NodeKind::Paragraph},
                                  {"落款", &ProseParser::parse_placed, NodeKind::Paragraph}});
    return kDirectives;
  }

  bool parse_edit(ProseFile& result) {
    const auto directive = read_directive(lines_[next_]);
    if (!directive) return false;
    if (directive->word == "移") {
      result.edits.push_back(parse_move(*directive));
      return true;
    }
    static constexpr std::pair<std::string_view, EditKind> kEdits[] = {
        {"换", EditKind::Replace}, {"前", EditKind::Before}, {"后", EditKind::After}, {"删", EditKind::Remove}};
    for (const auto& [word, kind] : kEdits) {
      if (directive->word != word) continue;
      ProseEdit edit{.kind = kind, .block = std::string(directive->rest), .span = lines_[next_].span};
      require_argument(*directive, "块的名字");
      ++next_;
      if (kind != EditKind::Remove) edit.children = parse_until_end(edit.span);
      result.edits.push_back(std::move(edit));
      return true;
    }
    return false;
  }

  ProseEdit parse_move(const DirectiveLine& directive) {
    ProseEdit edit{.kind = EditKind::MoveBefore, .span = lines_[next_++].span};
    const std::vector<SpacedWord> words = split_spaced_words(directive.rest);
    if (words.size() != 3 || (words[1].text != "前" && words[1].text != "后")) {
      diagnostics_.error("E0532", edit.span, "@移 写成：@移 块 前 另一块，或 @移 块 后 另一块");
      return edit;
    }
    if (words[1].text == "后") edit.kind = EditKind::MoveAfter;
    edit.block = words[0].text;
    edit.place = words[2].text;
    return edit;
  }

  /// @片段 名 参数…: at the top level only. Its lines may go into an @段, so they may have separators.
  bool parse_snippet(ProseFile& result) {
    const auto directive = read_directive(lines_[next_]);
    if (!directive || directive->word != "片段") return false;
    Snippet snippet{.span = lines_[next_++].span};
    require_argument(*directive, "片段的名字");
    for (const SpacedWord& word : split_spaced_words(directive->rest)) {
      if (snippet.name.empty()) {
        snippet.name = word.text;
      } else {
        snippet.parameters.emplace_back(word.text);
      }
    }
    ++joined_depth_;
    snippet.children = parse_until_end(snippet.span);
    --joined_depth_;
    forbid_blocks(snippet.children);
    result.snippets.push_back(std::move(snippet));
    return true;
  }

  /// A block has one place; a snippet is used at many.
  void forbid_blocks(const std::vector<TemplateNode>& nodes) {
    for (const TemplateNode& node : nodes) {
      if (node.kind == NodeKind::Block) diagnostics_.error("E0532", node.span, "片段里面不能有 @块");
      forbid_blocks(node.children);
      for (const Branch& branch : node.branches) forbid_blocks(branch.children);
    }
  }

  void parse_node(std::vector<TemplateNode>& into) {
    const ProseLine& line = lines_[next_++];
    const auto directive = read_directive(line);
    if (!directive) {
      into.push_back(parse_text_line(line));
      return;
    }
    TemplateNode node;
    node.span = line.span;
    for (const Directive& known : directives()) {
      if (known.word != directive->word) continue;
      node.kind = known.kind;
      (this->*known.handler)(*directive, std::move(node), into);
      return;
    }
    report_unknown(*directive, line.span);
  }

  void report_unknown(const DirectiveLine& directive, Span span) {
    const std::string word(directive.word);
    if (word == "完" || word == "否则" || word == "否则如果") {
      diagnostics_.error("E0531", span, "@" + word + " 没有对应的开头", "删去它，或补上前面的 @如果、@每个、@段、@块");
      return;
    }
    std::vector<std::string> names = {"注", "否则如果", "否则", "完", "换", "前", "后", "删", "移", "片段"};
    for (const Directive& known : directives()) names.emplace_back(known.word);
    diagnostics_.error("E0530", span, "不认识的指令 @" + word, did_you_mean(word, names));
  }

  /// A line that begins with a full-width mark is meant for a directive or a heading.
  void refuse_wide_mark(const ProseLine& line) {
    if (line.text.starts_with("＠")) {
      diagnostics_.error("E0530", advance(line.span, {}, "＠"), "行首的“＠”是全角的，不是指令", "改成半角的 @");
    } else if (line.text.starts_with("＃")) {
      diagnostics_.error("E0532", advance(line.span, {}, "＃"), "行首的“＃”是全角的，不是标题",
                         "改成半角的 #，# 和文字之间空一格");
    }
  }

  TemplateNode parse_text_line(const ProseLine& line) {
    refuse_wide_mark(line);
    const MarkedLine marked = read_marks(line);
    TemplateNode node;
    node.span = line.span;
    node.level = marked.level;
    node.text = parse_text_template(marked.text, marked.span, diagnostics_);
    if (marked.level > kDeepestMark) {
      diagnostics_.error("E0532", line.span, "标题最多五级", "减少行首的 #");
    }
    if (marked.level > 0 && marked.text.empty()) {
      diagnostics_.error("E0532", line.span, "标题没有文字", "在 # 后面写上标题");
    }
    const bool sentence = marked.text.ends_with("。") || marked.text.ends_with("；") || marked.text.ends_with("：");
    if (marked.level == kDeepestMark || (marked.level == kNumberedLevel && sentence)) {
      node.paragraph = ParagraphKind::NumberedBody;
    } else if (marked.level > 0) {
      node.kind = NodeKind::Heading;
      node.new_page = marked.level == 1;
    }
    return node;
  }

  void require_argument(const DirectiveLine& directive, std::string_view what) {
    if (!directive.rest.empty()) return;
    diagnostics_.error("E0532", directive.rest_span,
                       "@" + std::string(directive.word) + " 后面要写" + std::string(what));
  }

  std::shared_ptr<const Expr> argument(std::string_view text, const DirectiveLine& directive) {
    require_argument(directive, "表达式");
    if (text.empty()) return nullptr;
    return parse_shared_expression(text, advance(directive.rest_span, {}, text), diagnostics_);
  }

  /// Children up to the @完 of the node that began at `begin`; that line is consumed.
  std::vector<TemplateNode> parse_until_end(Span begin) {
    std::vector<TemplateNode> children = parse_children();
    expect_end(begin);
    return children;
  }

  /// Children up to @完, @否则 or @否则如果, which is not consumed.
  std::vector<TemplateNode> parse_children() {
    std::vector<TemplateNode> children;
    if (++depth_ > kDeepestNesting) {
      diagnostics_.error("E0532", lines_[next_ - 1].span,
                         "一层套一层超过了 " + std::to_string(kDeepestNesting) + " 层");
      next_ = lines_.size();
    }
    while (next_ < lines_.size() && !at_terminator()) parse_node(children);
    --depth_;
    return children;
  }

  bool at_terminator() const {
    const auto directive = read_directive(lines_[next_]);
    return directive && (directive->word == "完" || directive->word == "否则" || directive->word == "否则如果");
  }

  void expect_end(Span begin) {
    if (next_ < lines_.size() && read_directive(lines_[next_])->word == "完") {
      ++next_;
      return;
    }
    diagnostics_.error("E0531", begin, "这一行没有对应的 @完", "在它管到的最后一行下面补上 @完");
    if (next_ < lines_.size()) ++next_;
  }

  void parse_if(const DirectiveLine& first, TemplateNode&& node, std::vector<TemplateNode>& into) {
    node.branches.push_back({argument(first.rest, first), parse_children()});
    while (next_ < lines_.size()) {
      const DirectiveLine directive = *read_directive(lines_[next_]);
      if (directive.word == "完") break;
      ++next_;
      const bool otherwise = directive.word == "否则";
      node.branches.push_back({otherwise ? nullptr : argument(directive.rest, directive), parse_children()});
      if (otherwise) break;
    }
    expect_end(node.span);
    into.push_back(std::move(node));
  }

  void parse_each(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    const LoopArguments arguments = split_loop_arguments(directive.rest);
    node.expr = argument(arguments.list, directive);
    node.variable = arguments.name;
    node.separator = arguments.separator;
    if (arguments.has_separator && joined_depth_ == 0) {
      diagnostics_.error("E0532", node.span, "“间隔”只用在 @段 里面", "把循环放进 @段 … @完，或去掉“间隔”");
    }
    node.children = parse_until_end(node.span);
    into.push_back(std::move(node));
  }

  void parse_joined(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    if (!directive.rest.empty()) {
      node.level = read_marks({directive.rest, directive.rest_span}).level;
    } else if (next_ < lines_.size()) {
      node.level = take_marks_of_first_line();
    }
    const int shallowest = directive.rest.empty() ? kNumberedLevel : kShallowestNumberedPart;
    const bool numbered = node.level >= shallowest && node.level <= kDeepestMark;
    if (numbered) node.paragraph = ParagraphKind::NumberedBody;
    if (!numbered && (node.level != 0 || !directive.rest.empty())) {
      diagnostics_.error("E0532", node.span, "@段 只能是普通段落，或以 ## 到 ##### 编号的段落");
    }
    ++joined_depth_;
    node.children = parse_until_end(node.span);
    --joined_depth_;
    check_joined(node.children);
    into.push_back(std::move(node));
  }

  int take_marks_of_first_line() {
    ProseLine& line = lines_[next_];
    const MarkedLine marked = read_marks(line);
    line = {marked.text, marked.span};
    return marked.level;
  }

  void check_joined(const std::vector<TemplateNode>& children) {
    for (const TemplateNode& child : children) {
      const bool text = child.kind == NodeKind::Paragraph && child.level == 0;
      if (!text && child.kind != NodeKind::If && child.kind != NodeKind::Each && child.kind != NodeKind::Block &&
          child.kind != NodeKind::Use) {
        diagnostics_.error("E0532", child.span, "@段 里面只能有文字、@如果、@每个、@用 和 @块");
      }
      check_joined(child.children);
      for (const Branch& branch : child.branches) check_joined(branch.children);
    }
  }

  void parse_block(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    require_argument(directive, "块的名字");
    node.id = directive.rest;
    node.children = parse_until_end(node.span);
    into.push_back(std::move(node));
  }

  void parse_use(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    require_argument(directive, "片段的名字");
    for (const SpacedWord& word : split_spaced_words(directive.rest)) {
      if (node.id.empty()) {
        node.id = word.text;
        continue;
      }
      const Span at = advance(directive.rest_span, directive.rest.substr(0, word.offset), word.text);
      node.arguments.push_back(parse_shared_expression(word.text, at, diagnostics_));
      if (!node.arguments.back()) return;
    }
    into.push_back(std::move(node));
  }

  void parse_long_text(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    const LongTextArguments arguments = split_long_text_arguments(directive.rest);
    node.expr = argument(arguments.expression, directive);
    if (arguments.level.size() == 1 && arguments.level[0] >= '1' && arguments.level[0] <= '4') {
      node.level = arguments.level[0] - '0';
    } else if (!arguments.level.empty()) {
      diagnostics_.error("E0532", directive.rest_span, "“级”后面写 1 到 4 的数");
    }
    into.push_back(std::move(node));
  }

  void parse_reference(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    require_argument(directive, "文件名");
    node.id = directive.rest;
    into.push_back(std::move(node));
  }

  void parse_bare(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    if (!directive.rest.empty()) {
      diagnostics_.error("E0532", directive.rest_span, "@" + std::string(directive.word) + " 后面不写别的");
    }
    into.push_back(std::move(node));
  }

  void parse_placed(const DirectiveLine& directive, TemplateNode&& node, std::vector<TemplateNode>& into) {
    require_argument(directive, "文字");
    node.paragraph = directive.word == "居中" ? ParagraphKind::Centered : ParagraphKind::Signature;
    node.text = parse_text_template(directive.rest, directive.rest_span, diagnostics_);
    into.push_back(std::move(node));
  }

  std::vector<ProseLine> lines_;
  Diagnostics& diagnostics_;
  std::size_t next_ = 0;
  int depth_ = 0;
  int joined_depth_ = 0;
};

}  // namespace

ProseFile parse_prose(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  return ProseParser(file, sources, diagnostics).parse();
}

}  // namespace gongkai
