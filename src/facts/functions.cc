#include "facts/functions.h"

namespace gongkai {
namespace {

constexpr std::size_t kMany = 64;

constexpr FunctionInfo kFunctions[] = {
    {Function::Exists, "存在", 1, 1, "存在(事实)：有没有这个数；零是有"},
    {Function::Default, "缺省", 2, kMany, "缺省(甲, 乙, …)：第一个存在的"},
    {Function::Sum, "和", 1, 2, "和(列表, 式)：每个元素算一遍式，相加"},
    {Function::Count, "计数", 1, 2, "计数(列表[, 条件])：有几个元素，或其中几个合条件"},
    {Function::Average, "平均", 2, 2, "平均(列表, 式)：每个元素算一遍式，求平均"},
    {Function::Filter, "筛", 2, 2, "筛(列表, 条件)：只留合条件的元素"},
    {Function::First, "首", 1, 2, "首(列表[, 式])：第一个元素，或它的式"},
    {Function::Last, "末", 1, 2, "末(列表[, 式])：最后一个元素，或它的式"},
    {Function::Absolute, "绝对值", 1, 1, "绝对值(数)：去掉负号"},
    {Function::Smallest, "最小", 2, kMany, "最小(甲, 乙, …)：最小的一个"},
    {Function::Largest, "最大", 2, kMany, "最大(甲, 乙, …)：最大的一个"},
    {Function::Round, "舍入", 2, 2, "舍入(数, 位数)：四舍五入到几位小数"},
    {Function::ChangeFrom, "较", 2, 2, "较(金额, 基数)：与任一基数相比的变化，可接 .差额、.幅度 等"},
    {Function::InitialBudget, "年初预算", 2, 2, "年初预算(资金, 编码或合计)：没有批的不存在"},
    {Function::FullBudget, "全年预算", 2, 2, "全年预算(资金, 编码或合计)：没有写的不存在"},
    {Function::SubjectName, "名称", 1, 1, "名称(编码)：科目名称"},
    {Function::SubjectPath, "全称", 1, 1, "全称(编码)：类（类）款（款）项（项）"},
    {Function::SubjectLevelName, "级次", 1, 1, "级次(编码)：类、款、项"},
    {Function::SubjectPart, "编码段", 2, 2, "编码段(编码, 级次)：编码里类、款、项各自的一段；没有这一级的是空的文字"},
    {Function::ParentSubject, "上级", 1, 1, "上级(编码)：上一级科目的编码"},
    {Function::SubjectText, "科目文字", 4, 5, "科目文字(账, 资金, 编码, 键[, 列])：账里这个科目写的用途、差异原因等"},
    {Function::Join, "连", 3, 3, "连(列表, 式, '、')：每个元素的式，用间隔连成一段文字"},
    {Function::Concatenate, "拼", 1, kMany, "拼(甲, 乙, …)：首尾相接成一段文字，数照正文的写法"},
    {Function::OneOf, "在", 2, kMany, "在(甲, 乙, 丙, …)：甲等于后面的一个"},
    {Function::Contains, "包含", 2, 2, "包含(文字, 词)：文字里有没有这个词"},
    {Function::MakeDate, "日期", 3, 3, "日期(年, 月, 日)：一个日期"},
    {Function::Authored, "账", 1, 1, "账(路径)：没有写的金额、计数是 0"},
    {Function::AuthoredBase, "账基", 1, 1, "账基(路径)：没有写的不存在"},
    {Function::AuthoredUnit, "单位账", 1, 1, "单位账(路径)：unit.yaml 里写的"},
    {Function::HasAuthored, "有账", 1, 1, "有账(路径)：年度文件写没写这个键"},
    {Function::HasAuthoredUnit, "有单位账", 1, 1, "有单位账(路径)：unit.yaml 写没写这个键"},
    {Function::RowValue, "行账", 1, 1, "行账(键)：本行里写的，没有写的金额、计数是 0"},
    {Function::RowBase, "行账基", 0, 1, "行账基(键)：本行里写的，没有写的不存在；行账基()：本行自己"},
    {Function::HasRow, "有行账", 1, 1, "有行账(键)：本行写没写这个键"},
    {Function::RowKey, "行键", 0, 0, "行键()：本行的键"},
    {Function::BusinessFigure, "业务值", 1, 1, "业务值(名)：业务数据的值和单位"},
    {Function::Option, "选项值", 1, 1, "选项值(名)：单位在“选项”里选的值，没有选的是缺省"},
    {Function::GlossaryText, "释义", 1, 1, "释义(词条或编码)：名词解释里的话"},
    {Function::IsGlossaryTerm, "是词条", 1, 1, "是词条(词)：名词解释里有没有这个词"},
    {Function::IsSubjectCode, "是编码", 1, 1, "是编码(文字)：是不是科目编码的样子"},
};

}  // namespace

const FunctionInfo* find_function(std::string_view name) {
  for (const FunctionInfo& info : kFunctions) {
    if (info.name == name) return &info;
  }
  return nullptr;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const FunctionInfo& info : kFunctions) names.emplace_back(info.name);
  return names;
}

}  // namespace gongkai
