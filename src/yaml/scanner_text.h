// The text as libyaml may see it. Some characters it refuses outright, others it takes for line ends where no editor
// shows one; those are stood in for, so that our own checks see them in the scalars they stand in. Neither does it
// pass over a tab on a line of nothing else.
#pragma once

#include <string>
#include <string_view>

#include "yaml/line_index.h"

namespace gongkai {

class ScannerText {
 public:
  /// The text of `lines` is valid UTF-8 and must outlive this.
  explicit ScannerText(const LineIndex& lines);

  /// As many characters as the source, on the same lines.
  std::string_view text() const { return replaced_.empty() ? source_ : replaced_; }
  /// A scalar with its own characters again.
  std::string restore(std::string_view scalar) const;

 private:
  std::string_view source_;
  std::string replaced_;  ///< empty when the source needs no stand-ins
};

}  // namespace gongkai
