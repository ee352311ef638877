// Every diagnostic code, with one line of what it means. The manual of codes is generated from here.
#pragma once

#include <string_view>

namespace gongkai {

struct CodeInfo {
  std::string_view code;
  std::string_view meaning;  ///< one line in Chinese for the manual
};

/// Sorted by code.
inline constexpr CodeInfo kCodes[] = {
    {"E0101", "文件不存在或读不了"},
    {"E0851", "工作表名称不合 Excel 的规则或重名"},
    {"E0852", "没有一张表要写入工作簿"},
    {"E0853", "工作表的单元格重叠、缺失或超出范围"},
    {"E0854", "数或公式不能写入工作表"},
    {"E0855", "合计引用了表里没有的单元格"},
    {"E0856", "单元格或图的文字与它的数不一致"},
    {"E0857", "工作簿的某项内容没有写成"},
    {"E0858", "工作簿文件没有写完整"},
    {"E0860", "单元格的文字太长"},
    {"E0951", "输出文件夹不能用"},
    {"E0952", "输出文件夹锁不住"},
    {"E0953", "写输出文件时出错"},
    {"E0954", "输出文件没能写到磁盘"},
    {"E0955", "新旧文件夹没能替换"},
    {"E0956", "输出文件夹里有不是本程序生成的东西"},
    {"W0859", "合计与所列各项之和不等，工作簿里按数值写入"},
    {"W0957", "文件系统不能一步交换文件夹"},
    {"W0958", "换下来的旧文件夹没有删掉"},
    {"W0959", "没能确认新文件已写到磁盘"},
};

}  // namespace gongkai
