#include "workbook/library_error.h"

#include <xlsxwriter.h>

namespace gongkai {
namespace {

const char* words(int error) {
  switch (error) {
    case LXW_ERROR_MEMORY_MALLOC_FAILED:
      return "内存不足";
    case LXW_ERROR_CREATING_XLSX_FILE:
      return "文件建不了，可能没有权限、磁盘已满或文件正被 Excel 打开";
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
      return "临时文件建不了或读不了，可能磁盘已满";
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_PARAMETER_ERROR:
    case LXW_ERROR_ZIP_BAD_ZIP_FILE:
    case LXW_ERROR_ZIP_INTERNAL_ERROR:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
      return "压缩文件写不下去，可能磁盘已满";
    case LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED:
    case LXW_ERROR_INVALID_SHEETNAME_CHARACTER:
    case LXW_ERROR_SHEETNAME_START_END_APOSTROPHE:
    case LXW_ERROR_SHEETNAME_ALREADY_USED:
      return "工作表名称不合 Excel 的规则";
    case LXW_ERROR_32_STRING_LENGTH_EXCEEDED:
    case LXW_ERROR_128_STRING_LENGTH_EXCEEDED:
    case LXW_ERROR_255_STRING_LENGTH_EXCEEDED:
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      return "文字太长";
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
      return "行号或列号超出范围";
    default:
      return "参数不被接受";
  }
}

}  // namespace

std::string library_error_text(int error) {
  return std::string(words(error)) + "（libxlsxwriter 错误 " + std::to_string(error) + "）";
}

}  // namespace gongkai
