#include "layout_languages.h"

#include <cstddef>

namespace gongkai::prepare {
namespace {

constexpr std::size_t kTag = 4;
constexpr std::size_t kTableEntry = 16;  // of the font's directory: tag, checksum, offset, length
constexpr std::size_t kRecord = 6;       // of a script or language: tag, offset

/// Numbers at places of the font; outside it, 0 and remembered. OpenType 1.9, "OpenType Layout Common Table Formats".
class LayoutEditor {
 public:
  LayoutEditor(std::string& font, std::string_view kept) : font_(font), kept_(kept) {}

  bool run() {
    const std::size_t tables = number(4, 2);
    for (std::size_t i = 0; i < tables && sound_; ++i) {
      const std::size_t entry = 12 + i * kTableEntry;
      if (tag(entry) == "GSUB" || tag(entry) == "GPOS") edit_scripts(number(entry + 8, 4));
    }
    return sound_ && tables > 0;
  }

 private:
  void edit_scripts(std::size_t table) {
    const std::size_t list = table + number(table + 4, 2);
    const std::size_t scripts = number(list, 2);
    for (std::size_t i = 0; i < scripts && sound_; ++i) {
      edit_languages(list + number(list + 2 + i * kRecord + kTag, 2));
    }
  }

  /// The records that stay move to the front of their script's list.
  void edit_languages(std::size_t script) {
    const std::size_t languages = number(script + 2, 2);
    std::size_t stay = 0;
    for (std::size_t i = 0; i < languages && sound_; ++i) {
      const std::size_t record = script + 4 + i * kRecord;
      if (tag(record) != kept_) continue;
      font_.replace(script + 4 + stay * kRecord, kRecord, font_.substr(record, kRecord));
      ++stay;
    }
    if (!sound_) return;
    font_[script + 2] = static_cast<char>(stay >> 8U);
    font_[script + 3] = static_cast<char>(stay & 0xFFU);
  }

  std::size_t number(std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (const char c : piece(at, size)) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  }

  std::string_view tag(std::size_t at) { return piece(at, kTag); }

  std::string_view piece(std::size_t at, std::size_t size) {
    if (at <= font_.size() && size <= font_.size() - at) return std::string_view(font_).substr(at, size);
    sound_ = false;
    return {};
  }

  std::string& font_;
  std::string_view kept_;
  bool sound_ = true;
};

}  // namespace

bool keep_language(std::string& font, std::string_view tag) {
  return LayoutEditor(font, tag).run();
}

}  // namespace gongkai::prepare
