// A template pack, loaded and checked: a region's standard as data.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "base/world.h"
#include "document/document.h"
#include "expr/ast.h"
#include "facts/catalog.h"
#include "facts/print.h"
#include "pack/template_ast.h"

namespace gongkai {

/// Everything a pack says, its parents' words already merged in. Immutable after loading; shared between threads.
struct Pack {
  std::string name;                ///< of its folder, a year version included
  std::string title;               ///< 名称
  std::vector<std::string> chain;  ///< base, …, this one
  PrintStyle print;
  Style style;
  std::vector<std::string> heading_numbers;  ///< by level: "第{中文}部分", "{中文}、", "（{中文}）", "{数}．"
  int contents_level = 2;
  TextTemplate file_name;
  TextTemplate workbook_name;
  TextTemplate title_line;  ///< 标题: document title and metadata
  CoverTemplate cover;
  std::map<std::string, std::string> options;                     ///< declared 选项 with their defaults
  std::map<std::string, std::vector<std::string>> option_values;  ///< declared 选项 with all their values
  std::vector<TemplateNode> body;                                 ///< disclosure.txt
  std::vector<TemplateNode> correction;                           ///< correction.txt: 更正说明
  std::map<std::string, TableTemplate> tables;                    ///< by file name: "公开05"
  std::map<std::string, FormTemplate> forms;
  std::map<std::string, ChartTemplate> charts;
  std::map<std::string, std::string> glossary;  ///< 词条名或项编码 -> 释义 (with {…} allowed)
  std::vector<std::string> glossary_order;
  FactCatalog catalog;
  std::vector<std::string> rule_files;  ///< paths of rules.yaml along the chain, base first
};

/// What a pack is loaded for.
enum class PackUse {
  Document,  ///< for a unit's document: it must have a text, titles and file names
  Extending  ///< to look at it: a pack without a parent may leave these to its children
};

/// Loads `<home>/templates/<name>` and its parents; every name is checked, all errors in one run (E05xx).
/// `name` may carry a year version (省@2021); without one the pack's 适用年度 decides.
std::shared_ptr<const Pack> load_pack(const World& world, std::string_view name, int year, Sources& sources,
                                      Diagnostics& diagnostics, PackUse use = PackUse::Document);

}  // namespace gongkai
