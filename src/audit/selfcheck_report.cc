#include <algorithm>

#include "audit/selfcheck.h"
#include "base/number_format.h"

namespace gongkai {
namespace {

const char* word_of(Answer answer) {
  return answer == Answer::Yes ? "是" : answer == Answer::No ? "否" : "";
}

const char* who(AnswerBy by) {
  return by == AnswerBy::Machine ? "程序判" : by == AnswerBy::Both ? "程序判一半，人判一半" : "由人承诺";
}

Cell text_cell(std::string text, bool header, Align align) {
  Cell cell;
  cell.runs = {{.text = std::move(text)}};
  cell.header = header;
  cell.align = align;
  return cell;
}

std::string remark_of(const SelfCheckAnswer& answer) {
  if (answer.remark.empty()) return answer.evidence;
  return answer.evidence.empty() ? answer.remark : answer.remark + "（" + answer.evidence + "）";
}

}  // namespace

std::string render_self_check(const SelfCheckList& list, const std::vector<SelfCheckAnswer>& answers) {
  std::string out = list.title + "\n";
  std::string group;
  for (const SelfCheckAnswer& a : answers) {
    if (a.item->group != group) {
      group = a.item->group;
      out += "【" + group + "】\n";
    }
    const std::string mark =
        a.answer == Answer::Open ? "待人回答" : std::string(word_of(a.answer)) + (a.good ? "" : "（不合格）");
    const std::string number = std::to_string(a.item->number);
    out += std::string(number.size() < 2 ? " " : "") + number + "  " + mark + "  " + a.item->text + "\n";
    const std::string remark = remark_of(a);
    out += "      " + std::string(who(a.item->by)) + (a.item->reversed ? "，反向题" : "") +
           (remark.empty() ? "" : "：" + remark) + "\n";
  }
  const auto count = [&](auto matches) { return std::to_string(std::ranges::count_if(answers, matches)); };
  out += "共 " + std::to_string(answers.size()) + " 项：合格 " + count([](const auto& a) { return a.good; }) +
         "，不合格 " + count([](const auto& a) { return !a.good && a.answer != Answer::Open; }) + "，待人回答 " +
         count([](const auto& a) { return a.answer == Answer::Open; }) + "\n";
  return out;
}

void append_self_check(const SelfCheckList& list, const std::vector<SelfCheckAnswer>& answers, Document& document) {
  const auto last_second_level = std::ranges::count_if(document.blocks, [part = false](const Block& block) mutable {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading != nullptr && heading->level == 1) part = plain_text(heading->runs) == "附件";
    return part && heading != nullptr && heading->level == 2;
  });
  Heading heading{.level = 2,
                  .number = chinese_ordinal(static_cast<int>(last_second_level) + 1) + "、",
                  .runs = {{.text = list.title}},
                  .anchor = "selfcheck",
                  .in_contents = true,
                  .new_page = true};
  document.blocks.push_back({std::move(heading)});
  Table table;
  table.id = "自查表";
  table.title = list.title;
  table.role = TableRole::InText;
  table.header_rows = 1;
  table.columns = {{"序号", 10}, {"项目", 24}, {"内容", 68}, {"是或否", 12}, {"备注", 42}};
  std::vector<Cell> head;
  for (const TableColumn& column : table.columns) head.push_back(text_cell(column.key, true, Align::Center));
  table.rows.push_back(std::move(head));
  table.row_keys.emplace_back();
  for (const SelfCheckAnswer& a : answers) {
    const std::string number = std::to_string(a.item->number);
    table.rows.push_back({text_cell(number, false, Align::Center), text_cell(a.item->group, false, Align::Left),
                          text_cell(a.item->text, false, Align::Left),
                          text_cell(word_of(a.answer), false, Align::Center),
                          text_cell(remark_of(a), false, Align::Left)});
    table.row_keys.push_back(number);
  }
  document.blocks.push_back({std::move(table)});
}

}  // namespace gongkai
