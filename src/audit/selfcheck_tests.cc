#include "audit/selfcheck_tests.h"

#include <algorithm>
#include <array>
#include <set>

#include "audit/document_view.h"
#include "base/utf8.h"

namespace gongkai {
namespace {

TestResult yes(std::string evidence) {
  return {true, std::move(evidence)};
}

TestResult no(std::string evidence) {
  return {false, std::move(evidence)};
}

std::vector<std::string> words_of(const YamlNode& node) {
  std::vector<std::string> words;
  if (node.kind == YamlKind::Scalar) words.push_back(node.text);
  for (const YamlEntry& entry : node.entries) words.push_back(entry.value.text);
  return words;
}

std::vector<std::string> words_at(const YamlNode& node, std::string_view key) {
  const YamlNode* found = node.find(key);
  return found == nullptr ? std::vector<std::string>() : words_of(*found);
}

/// 章节依次: words that the parts' titles contain, in this order; “封面” and “目录” are blocks.
TestResult parts_in_order(const SelfCheckTest& test, const FinishedWork& work) {
  const std::vector<std::string> titles = part_titles(work.document);
  std::size_t from = 0;
  for (const std::string& word : words_of(test.arguments)) {
    while (from < titles.size() && titles[from].find(word) == std::string::npos) ++from;
    if (from == titles.size()) return no("没有按次序找到“" + word + "”");
    ++from;
  }
  return yes("各部分依次齐全");
}

TestResult has_headings(const SelfCheckTest& test, const FinishedWork& work) {
  for (const std::string& word : words_of(test.arguments)) {
    if (find_heading(work.document, word) == nullptr) return no("没有标题含“" + word + "”的一节");
  }
  const auto words = words_of(test.arguments);
  return yes("有" + words.front() + (words.size() > 1 ? "等 " + std::to_string(words.size()) + " 节" : "一节"));
}

TestResult has_tables(const SelfCheckTest& test, const FinishedWork& work) {
  const auto ids = words_of(test.arguments);
  for (const std::string& id : ids) {
    if (find_table_by_id(work.document, id) == nullptr) return no("缺少" + id + "表");
  }
  return yes(std::to_string(ids.size()) + " 张表齐全");
}

/// 工作表: the tables that must be sheets of the one workbook, each under its own name.
TestResult has_sheets(const SelfCheckTest& test, const FinishedWork& work) {
  std::set<std::string> names;
  for (const std::string& id : words_of(test.arguments)) {
    const Table* table = find_table_by_id(work.document, id);
    if (table == nullptr || table->sheet_name.empty()) return no(id + "表没有工作表");
    if (!names.insert(table->sheet_name).second) return no("两张表都叫“" + table->sheet_name + "”");
  }
  return yes("工作簿“" + work.document.workbook_name + ".xlsx”含 " + std::to_string(names.size()) + " 张工作表");
}

/// 表有数: at least one figure that is not zero.
TestResult tables_have_figures(const SelfCheckTest& test, const FinishedWork& work) {
  for (const std::string& id : words_of(test.arguments)) {
    const Table* table = find_table_by_id(work.document, id);
    if (table == nullptr || !has_figures(*table)) return no(id + "表没有数据");
  }
  return yes("有数据");
}

/// 表到级: {表: […], 位: 7}: where a table lists subjects, some are of that many digits.
TestResult tables_reach_level(const SelfCheckTest& test, const FinishedWork& work) {
  const YamlNode* digits = test.arguments.find("位");
  const std::size_t wanted = digits != nullptr && digits->text == "5" ? 5 : 7;
  for (const std::string& id : words_at(test.arguments, "表")) {
    const Table* table = find_table_by_id(work.document, id);
    if (table == nullptr) return no("缺少" + id + "表");
    if (has_figures(*table) && !lists_codes(*table, wanted)) return no(id + "表没有细化到这一级");
  }
  return yes(wanted == 7 ? "细化到项级" : "细化到款级");
}

/// 有行: {表: 公开04, 行: […]}: these row labels are printed even when they hold no figure.
TestResult table_has_rows(const SelfCheckTest& test, const FinishedWork& work) {
  for (const std::string& id : words_at(test.arguments, "表")) {
    const Table* table = find_table_by_id(work.document, id);
    if (table == nullptr) return no("缺少" + id + "表");
    for (const std::string& label : words_at(test.arguments, "行")) {
      if (!has_text(*table, label)) return no(id + "表没有“" + label + "”");
    }
  }
  return yes("应保留的指标都列出");
}

TestResult empty_tables_explain(const SelfCheckTest& test, const FinishedWork& work) {
  int empty = 0;
  for (const std::string& id : words_of(test.arguments)) {
    const Table* table = find_table_by_id(work.document, id);
    if (table == nullptr) return no("缺少" + id + "表");
    if (has_figures(*table)) continue;
    ++empty;
    const bool said = std::ranges::any_of(table->notes, [](const Runs& note) {
      return plain_text(note).find("没有") != std::string::npos || plain_text(note).find("无") != std::string::npos;
    });
    if (!said) return no(id + "表没有数据，也没有说明");
  }
  return yes(empty == 0 ? "各表都有数据" : std::to_string(empty) + " 张空表列出并附说明");
}

TestResult has_charts(const SelfCheckTest& test, const FinishedWork& work) {
  const auto ids = words_of(test.arguments);
  for (const std::string& id : ids) {
    if (find_chart(work.document, id) == nullptr) return no("没有“" + id + "”图");
  }
  return yes(std::to_string(ids.size()) + " 幅图齐全");
}

/// The line of `text` around `word`, cut to what fits beside an item.
std::string line_with(const std::string& text, const std::string& word) {
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return {};
  const std::size_t start = text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at) + 1;
  const std::u32string line = decode_utf8(std::string_view(text).substr(start, text.find('\n', at) - start));
  const std::size_t from = count_characters(std::string_view(text).substr(start, at - start));
  constexpr std::size_t kBefore = 12;
  constexpr std::size_t kShown = 36;
  const std::size_t first = from > kBefore ? from - kBefore : 0;
  const std::string cut = encode_utf8(std::u32string_view(line).substr(first, kShown));
  return (first > 0 ? "…" : "") + cut + (first + kShown < line.size() ? "…" : "");
}

/// 正文含: {节: 标题里的词, 词: […]}: the section has all the words, or one of 之一.
TestResult section_contains(const SelfCheckTest& test, const FinishedWork& work) {
  for (const std::string& title : words_at(test.arguments, "节")) {
    const std::string text = section_text(work.document, title);
    if (text.empty()) return no("没有“" + title + "”一节的内容");
    for (const std::string& word : words_at(test.arguments, "词")) {
      if (text.find(word) == std::string::npos) return no("“" + title + "”里没有“" + word + "”");
    }
    const auto any = words_at(test.arguments, "之一");
    const bool one = any.empty() || std::ranges::any_of(any, [&](const std::string& word) {
                       return text.find(word) != std::string::npos;
                     });
    if (!one) return no("“" + title + "”里没有“" + any.front() + "”之类的说法");
  }
  const auto titles = words_at(test.arguments, "节");
  std::vector<std::string> words = words_at(test.arguments, "词");
  const auto any = words_at(test.arguments, "之一");
  words.insert(words.end(), any.begin(), any.end());
  const std::string text = titles.empty() ? std::string() : section_text(work.document, titles.front());
  for (const std::string& word : words) {
    const std::string line = line_with(text, word);
    if (!line.empty()) return yes("写有：" + line);
  }
  return yes("有这一节");
}

/// 没有问题: [E0971, E03 …]: nothing was reported under a code that begins so (severity letters count).
TestResult no_problems(const SelfCheckTest& test, const FinishedWork& work) {
  for (const Diagnostic& d : work.problems.items()) {
    for (const std::string& prefix : words_of(test.arguments)) {
      if (d.code.starts_with(prefix)) return no(d.code + " " + d.message);
    }
  }
  return yes("没有发现问题");
}

/// 数字格式: {小数: 2, 百分数小数: 1}: in sentences, no more decimals than these and no zero at the end.
TestResult number_format(const SelfCheckTest& test, const FinishedWork& work) {
  const auto limit = [&](std::string_view key, std::size_t standard) {
    const YamlNode* node = test.arguments.find(key);
    return node == nullptr || node->text.size() != 1 ? standard : static_cast<std::size_t>(node->text[0] - '0');
  };
  std::size_t figures = 0;
  for (const Run* run : prose_figures(work.document)) {
    const bool percent = run->text.ends_with("%");
    const bool ratio = std::holds_alternative<Ratio>(run->fact->value) && percent;
    if (!ratio && run->fact->amount() == nullptr) continue;
    ++figures;
    const std::string digits = percent ? run->text.substr(0, run->text.size() - 1) : run->text;
    const std::size_t point = digits.find('.');
    if (point == std::string::npos) continue;
    const std::size_t decimals = digits.size() - point - 1;
    if (decimals > limit(percent ? "百分数小数" : "小数", 2) || digits.back() == '0')
      return no("“" + run->text + "”的写法不统一");
  }
  return yes("文中 " + std::to_string(figures) + " 个数写法统一");
}

/// 表内格式: figures of the statistical tables have two decimals, no zero is listed.
TestResult table_format(const SelfCheckTest& test, const FinishedWork& work) {
  std::size_t figures = 0;
  for (const std::string& id : words_of(test.arguments)) {
    const Table* table = find_table_by_id(work.document, id);
    if (table == nullptr) return no("缺少" + id + "表");
    for (const auto& row : table->rows) {
      for (const Cell& cell : row) {
        if (cell.kind != CellKind::Amount || cell.covered || cell.header) continue;
        const std::string text = plain_text(cell.runs);
        if (text.empty()) continue;
        ++figures;
        const std::size_t point = text.find('.');
        if (point == std::string::npos || text.size() - point != 3) return no(id + "表的“" + text + "”不是两位小数");
        if (cell.fact != nullptr && cell.fact->amount() != nullptr && cell.fact->amount()->is_zero())
          return no(id + "表列了零");
      }
    }
  }
  return yes(std::to_string(figures) + " 个数都是两位小数，零值不列");
}

/// 列全: {列表: 项目绩效.项目, 字段: 名称, 节: 附件}: every element of a list is named in a section.
TestResult list_is_complete(const SelfCheckTest& test, const FinishedWork& work) {
  const auto names = words_at(test.arguments, "列表");
  const Fact* list = names.empty() ? nullptr : work.book.find(names.front());
  if (list == nullptr || list->list() == nullptr || list->list()->empty()) return yes("没有要列的");
  const auto sections = words_at(test.arguments, "节");
  const std::string text = sections.empty() ? std::string() : section_text(work.document, sections.front());
  for (const FactRecord& element : *list->list()) {
    const Fact* name = element.find(words_at(test.arguments, "字段").front());
    if (name == nullptr || name->text() == nullptr) continue;
    if (text.find(*name->text()) == std::string::npos)
      return no("“" + sections.front() + "”里没有“" + *name->text() + "”");
  }
  return yes(std::to_string(list->list()->size()) + " 个全部列出");
}

TestResult condition_holds(const SelfCheckTest& test, const FinishedWork& work) {
  Diagnostics ignored;
  const bool holds = test.condition && work.book.holds(*test.condition, nullptr, ignored);
  return holds ? yes("账本里有") : no("账本里没有：" + test.arguments.text);
}

/// 无错写: a map of wrong to right spellings, none of which stands in the text.
TestResult no_misspelling(const SelfCheckTest& test, const FinishedWork& work) {
  const std::string text = whole_text(work.document);
  for (const YamlEntry& entry : test.arguments.entries) {
    if (text.find(entry.key) != std::string::npos) return no("“" + entry.key + "”应写“" + entry.value.text + "”");
  }
  return yes("词表里的错写都没有");
}

/// 已排版: pages were made and nothing was cut.
TestResult laid_out(const SelfCheckTest&, const FinishedWork& work) {
  if (work.frames == nullptr) return no("没有排出页面");
  return yes("共 " + std::to_string(work.frames->pages.size()) + " 页，各字体都已嵌入");
}

using TestFunction = TestResult (*)(const SelfCheckTest&, const FinishedWork&);

struct NamedTest {
  const char* name;
  TestFunction run;
};

constexpr std::array kTests = {
    NamedTest{"章节依次", parts_in_order},
    NamedTest{"有章节", has_headings},
    NamedTest{"有表", has_tables},
    NamedTest{"工作表", has_sheets},
    NamedTest{"表有数", tables_have_figures},
    NamedTest{"表到级", tables_reach_level},
    NamedTest{"有行", table_has_rows},
    NamedTest{"空表有说明", empty_tables_explain},
    NamedTest{"有图", has_charts},
    NamedTest{"正文含", section_contains},
    NamedTest{"没有问题", no_problems},
    NamedTest{"数字格式", number_format},
    NamedTest{"表内格式", table_format},
    NamedTest{"列全", list_is_complete},
    NamedTest{"须", condition_holds},
    NamedTest{"无错写", no_misspelling},
    NamedTest{"已排版", laid_out},
};

}  // namespace

std::vector<std::string> self_check_test_names() {
  std::vector<std::string> names;
  for (const NamedTest& test : kTests) names.emplace_back(test.name);
  return names;
}

TestResult run_self_check_test(const SelfCheckTest& test, const FinishedWork& work) {
  for (const NamedTest& known : kTests) {
    if (test.name == known.name) return known.run(test, work);
  }
  return no("没有这种判法");
}

}  // namespace gongkai
