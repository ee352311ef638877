#pragma once

#include <map>
#include <string>

#include "base/source.h"

namespace gongkai {

/// Places as a unit names them: "2024.yaml:12", the file named from the unit's folder.
class LocalPlaces {
 public:
  /// `folder`: the unit's.
  LocalPlaces(const Sources& sources, std::string folder) : sources_(sources), folder_(std::move(folder)) {}

  /// "" when the span is unknown.
  std::string of(const Span& span);

 private:
  const Sources& sources_;
  std::string folder_;
  std::map<FileId, std::string> names_;  ///< the files named so far
};

}  // namespace gongkai
