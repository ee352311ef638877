// A small pack and a small ledger in memory.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compose/compose.h"

namespace gongkai {

/// The facts of the small pack: 支出.[编码][.基本支出], 支出合计, 支出.逐行, 单位.*, 任何 账(…).
extern const char* const kSmallFacts;

/// Loads a pack made of `files` (below /templates/小/) over a small base and composes a small ledger:
/// 208 = 20801 (2080101: 基本 600, 项目 400) and 20805 (2080505: 基本 50), in 万元.
class Composed {
 public:
  Composed(const std::map<std::string, std::string>& files, std::vector<AuthoredValue> year,
           std::vector<AuthoredValue> unit);

  std::vector<std::string> codes() const;
  const Document& document() const { return *document_; }
  /// The block of this index as a T.
  template <typename T>
  const T& block(std::size_t index) const {
    return std::get<T>(document_->blocks.at(index).content);
  }
  /// Paragraphs and headings as printed, other blocks as their kind.
  std::vector<std::string> lines() const;
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  Sources sources_;
  Diagnostics diagnostics_;
  std::shared_ptr<const Pack> pack_;
  Ledger ledger_;
  std::unique_ptr<FactBook> book_;
  std::optional<Document> document_;
};

/// `year`: more of the year file (texts by key, 表注 by table); `unit`: more of unit.yaml.
Composed compose_small(const std::map<std::string, std::string>& files, std::vector<AuthoredValue> year = {},
                       std::vector<AuthoredValue> unit = {});

AuthoredValue authored_text(std::string key, std::string text);
AuthoredValue authored_amount(std::string key, std::int64_t yuan);
AuthoredValue authored_lines(std::string key, std::vector<std::string> lines);
AuthoredValue authored_list(std::string key, const std::vector<std::string>& texts);
AuthoredValue authored_map(std::string key, std::vector<AuthoredValue> children);

/// Cells of a table row as text, covered places as "-".
std::vector<std::string> row_texts(const Table& table, std::size_t row);

}  // namespace gongkai
