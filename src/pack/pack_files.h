// The files of a pack and of what it extends, all read before any is parsed.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pack/pack_chain.h"
#include "pack/pack_context.h"

namespace gongkai {

/// The files of one folder; what is not there is empty.
struct LinkFiles {
  std::optional<FileId> style;
  std::optional<FileId> glossary;
  std::optional<FileId> facts;
  std::optional<FileId> charts;
  std::optional<FileId> disclosure;
  std::optional<FileId> correction;
  std::vector<std::pair<std::string, FileId>> tables;  ///< with the names of the sheets
  std::vector<std::pair<std::string, FileId>> forms;
  bool unreadable = false;  ///< one is there and could not be read, which is reported
};

/// Reads them all in a fixed order, which is the order of their numbers.
LinkFiles read_link_files(const PackContext& context, const PackLink& link);

}  // namespace gongkai
