#include "base/source.h"

#include <utility>

namespace gongkai {

std::string_view SourceFile::line(std::uint32_t number) const {
  std::string_view rest = text;
  for (std::uint32_t i = 1; i < number; ++i) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (!rest.empty() && rest.back() == '\r') rest.remove_suffix(1);
  return rest;
}

FileId Sources::add(std::string path, std::string text) {
  const std::lock_guard lock(*mutex_);
  files_.push_back({std::move(path), std::move(text)});
  return first_ + static_cast<FileId>(files_.size() - 1);
}

const SourceFile& Sources::file(FileId id) const {
  if (id < first_ && shared_) return shared_->file(id);
  const std::lock_guard lock(*mutex_);
  return files_.at(id - first_);
}

std::string Sources::describe(const Span& span) const {
  if (span.file == kNoFile) return {};
  const std::string& path = file(span.file).path;
  if (span.line == 0) return path;
  return path + ":" + std::to_string(span.line) + ":" + std::to_string(span.column);
}

}  // namespace gongkai
