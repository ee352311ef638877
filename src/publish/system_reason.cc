#include "publish/system_reason.h"

#include <cerrno>
#include <system_error>

namespace gongkai {

std::string system_reason(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "磁盘已满";
    case EFBIG:
      return "文件超过了系统允许的大小";
    case EACCES:
    case EPERM:
      return "没有写入权限";
    case EROFS:
      return "文件系统只读";
    case ENAMETOOLONG:
      return "名称太长";
    case ENOENT:
      return "上级文件夹不存在";
    case ENOTDIR:
      return "路径中间的一段不是文件夹";
    case EISDIR:
      return "这个名称已经是文件夹";
    case ELOOP:
      return "链接绕成了圈";
    case EMFILE:
    case ENFILE:
      return "打开的文件太多";
    case EBUSY:
    case EXDEV:
      return "它是一个挂载点，不能整个替换";
    case EAGAIN:
      return "系统不给新的线程，请关掉一些程序或放宽限制";
    case EIO:
      return "磁盘读写出错";
    default:
      return std::generic_category().message(error) + "（errno " + std::to_string(error) + "）";
  }
}

}  // namespace gongkai
