// A fact book over ledgers written in the test, read by the real reader, with the real base definitions.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "expr/parse.h"
#include "facts/catalog.h"
#include "facts/definition.h"
#include "facts/explain.h"
#include "facts/fact_book.h"
#include "facts/print.h"
#include "input/read_ledger.h"

namespace gongkai {

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline constexpr const char* kTestUnit = R"(名称: 示范中心
类型: 单位
性质: 参照公务员法管理事业单位
主管部门: 示范局
财政级次: 市级
模板: hubei
主要职责: 承办示范工作。
)";

/// What a test ledger says before the part it is about.
inline std::string ledger_text(const std::string& body, const std::string& unit = "万元") {
  return "年度: 2024\n金额单位: " + unit + "\n" + body;
}

class TestBook {
 public:
  struct Files {
    std::string year;
    std::string prior;  ///< "" for none
    std::string facts;  ///< more definitions, as a pack adds them
    std::string unit = kTestUnit;
    std::map<std::string, std::string> others = {};  ///< more files, by absolute path
  };

  explicit TestBook(Files files, BookSettings settings = {}) { open(std::move(files), std::move(settings)); }
  TestBook(const TestBook&) = delete;
  explicit TestBook(const std::string& body) { open({ledger_text(body), "", ""}, {}); }

  const Fact* find(const std::string& name) const { return book_->find(name); }
  bool exists(const std::string& name) const {
    const Fact* fact = find(name);
    return fact != nullptr && fact->exists();
  }
  /// As printed in a sentence; "∅" when it does not exist, "?" when there is no such name.
  std::string text(const std::string& name) const {
    const Fact* fact = find(name);
    if (fact == nullptr) return "?";
    return fact->exists() ? print_in_prose(*fact, style) : "∅";
  }
  /// An expression's value as printed.
  std::string value(const std::string& expression) {
    const ExprPtr expr = parse_expression(expression, Span{}, diagnostics);
    if (!expr) return "!";
    catalog.check_expression(*expr, nullptr, diagnostics);
    const Fact* fact = book_->evaluate(*expr, nullptr, diagnostics);
    if (fact == nullptr) return "?";
    return fact->exists() ? print_in_prose(*fact, style) : "∅";
  }
  const std::vector<FactRecord>& list(const std::string& name) const {
    static const std::vector<FactRecord> kNone;
    const Fact* fact = find(name);
    EXPECT_TRUE(fact != nullptr && fact->list() != nullptr) << name;
    return fact == nullptr || fact->list() == nullptr ? kNone : *fact->list();
  }
  /// One field of every element.
  std::vector<std::string> column(const std::string& name, const std::string& field) const {
    std::vector<std::string> texts;
    for (const FactRecord& record : list(name)) {
      const Fact* fact = record.find(field);
      texts.push_back(fact == nullptr ? "?" : fact->exists() ? print_in_prose(*fact, style) : "∅");
    }
    return texts;
  }
  std::string explain(const std::string& name) const { return explain_text(*find(name), sources, style); }
  std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const Diagnostic& item : diagnostics.items()) codes.push_back(item.code);
    return codes;
  }
  const FactBook& book() const { return *book_; }

  Sources sources;
  Diagnostics diagnostics;
  FactCatalog catalog;
  PrintStyle style;

 private:
  void open(Files files, BookSettings settings) {
    const std::string home(GONGKAI_SOURCE_DIR);
    files.others["/u/unit.yaml"] = files.unit;
    files.others["/u/2024.yaml"] = files.year;
    if (!files.prior.empty()) files.others["/u/2023.yaml"] = files.prior;
    files.others["/data/classification/subjects.csv"] = read_text(home + "/data/classification/subjects.csv");
    const MemoryWorld world(files.others);
    std::vector<std::string> options;
    for (const auto& [name, value] : settings.options) options.push_back(name);
    catalog.set_options(std::move(options));
    catalog.load(sources.add("base/facts.yaml", read_text(home + "/templates/base/facts.yaml")), sources, diagnostics);
    if (!files.facts.empty()) catalog.load(sources.add("pack/facts.yaml", files.facts), sources, diagnostics);
    catalog.check(diagnostics);
    Diagnostics reading;
    const Classification classification = read_classification(world, sources, reading);
    year_ = read_ledger(world, "/u/2024.yaml", classification, sources, reading);
    if (!files.prior.empty()) prior_ledger_ = read_ledger(world, "/u/2023.yaml", classification, sources, reading);
    ASSERT_TRUE(year_.ledger.has_value()) << render_text(reading, sources);
    EXPECT_TRUE(year_.clean) << render_text(reading, sources);
    if (prior_ledger_.ledger) {
      prior_ = std::make_unique<FactBook>(catalog, *prior_ledger_.ledger, nullptr, diagnostics);
    }
    book_ = std::make_unique<FactBook>(catalog, *year_.ledger, prior_.get(), diagnostics, std::move(settings));
  }

  ReadOutcome year_;
  ReadOutcome prior_ledger_;
  std::unique_ptr<FactBook> prior_;
  std::unique_ptr<FactBook> book_;
};

}  // namespace gongkai
