#include "facts/catalog.h"

#include <algorithm>

#include "facts/catalog_tables.h"
#include "facts/definition.h"
#include "model/classification.h"

namespace gongkai {
namespace {

/// Whether the literal segments of a pattern are those of a name of as many segments.
bool literals_fit(const NamePattern& pattern, const std::vector<std::string_view>& segments) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!pattern[i].variable && pattern[i].text != segments[i]) return false;
  }
  return true;
}

std::size_t literal_segments(const NamePattern& pattern) {
  return static_cast<std::size_t>(
      std::count_if(pattern.begin(), pattern.end(), [](const NameSegment& segment) { return !segment.variable; }));
}

bool is_economic_code(std::string_view code) {
  return is_subject_code(code) && code.front() == '3' && code.size() <= 5;
}

}  // namespace

bool VariableDomain::accepts(std::string_view text) const {
  switch (kind) {
    case Kind::Values:
      return std::find(values.begin(), values.end(), text) != values.end();
    case Kind::FunctionCode:
      return is_subject_code(text) && text.front() == '2';
    case Kind::EconomicCode:
      return is_economic_code(text);
    case Kind::Any:
      return !text.empty();
  }
  return false;
}

FactCatalog::FactCatalog() : tables_(std::make_unique<Tables>()) {}
FactCatalog::~FactCatalog() = default;
FactCatalog::FactCatalog(const FactCatalog& other)
    : definitions_(other.definitions_), tables_(std::make_unique<Tables>(*other.tables_)) {}
FactCatalog::FactCatalog(FactCatalog&&) noexcept = default;
FactCatalog& FactCatalog::operator=(const FactCatalog& other) {
  if (this != &other) *this = FactCatalog(other);
  return *this;
}
FactCatalog& FactCatalog::operator=(FactCatalog&&) noexcept = default;

void FactCatalog::set_options(std::vector<std::string> names) {
  tables_->options = std::move(names);
}

void FactCatalog::add(std::shared_ptr<const FactDefinition> definition) {
  const auto found = tables_->by_name.find(definition->name);
  if (found != tables_->by_name.end()) {
    definitions_[found->second] = std::move(definition);
    return;
  }
  const std::size_t index = definitions_.size();
  tables_->by_name.emplace(definition->name, index);
  const NamePattern& pattern = definition->pattern;
  const std::string_view first = pattern.front().variable ? std::string_view() : std::string_view(pattern.front().text);
  const std::size_t literals = literal_segments(pattern);
  auto& buckets = tables_->patterns[std::string(first)];
  if (buckets.size() <= pattern.size()) buckets.resize(pattern.size() + 1);
  Tables::Bucket& bucket = buckets[pattern.size()];
  // Among equally literal patterns the later one (the pack's) comes first.
  const auto place = std::find_if(bucket.begin(), bucket.end(), [&](std::size_t other) {
    return literal_segments(definitions_[other]->pattern) <= literals;
  });
  bucket.insert(place, index);
  definitions_.push_back(std::move(definition));
}

std::vector<std::size_t> FactCatalog::Tables::with_segments(const NameSegment& first, std::size_t count) const {
  std::vector<std::size_t> found;
  const auto add = [&](const std::vector<Bucket>& buckets) {
    if (count < buckets.size()) found.insert(found.end(), buckets[count].begin(), buckets[count].end());
  };
  if (first.variable) {
    for (const auto& [word, buckets] : patterns) add(buckets);
  } else {
    for (const std::string_view word : {std::string_view(first.text), std::string_view()}) {
      if (const auto buckets = patterns.find(word); buckets != patterns.end()) add(buckets->second);
    }
  }
  std::ranges::sort(found);
  return found;
}

std::optional<FactCatalog::Match> FactCatalog::match(const std::vector<std::string_view>& segments) const {
  const auto buckets = tables_->patterns.find(segments.front());
  if (buckets == tables_->patterns.end() || buckets->second.size() <= segments.size()) return std::nullopt;
  for (const std::size_t index : buckets->second[segments.size()]) {
    const FactDefinition& definition = *definitions_[index];
    if (!literals_fit(definition.pattern, segments)) continue;
    Match found{&definition, {}};
    bool fits = true;
    for (std::size_t i = 0; fits && i < segments.size(); ++i) {
      const NameSegment& segment = definition.pattern[i];
      if (!segment.variable) continue;
      const auto domain = tables_->domains.find(segment.text);
      fits = domain != tables_->domains.end() && domain->second.accepts(segments[i]);
      if (fits) found.bindings.emplace_back(segment.text, std::string(segments[i]));
    }
    if (fits) return found;
  }
  return std::nullopt;
}

const std::vector<std::string>* FactCatalog::inherits_from(std::string_view name) const {
  const auto found = tables_->inherits.find(name);
  return found == tables_->inherits.end() ? nullptr : &found->second;
}

std::vector<const FactDefinition*> FactCatalog::lists_with_named_elements() const {
  std::vector<const FactDefinition*> lists;
  for (const auto& definition : definitions_) {
    if (definition->list && !definition->list->element_name.empty()) lists.push_back(definition.get());
  }
  return lists;
}

std::map<std::string, std::string> FactCatalog::variables() const {
  std::map<std::string, std::string> result;
  for (const auto& [name, domain] : tables_->domains) {
    std::string words;
    for (const std::string& value : domain.values) words += (words.empty() ? "" : "、") + value;
    if (domain.kind == VariableDomain::Kind::FunctionCode) words = "功能分类的编码：类 3 位、款 5 位、项 7 位";
    if (domain.kind == VariableDomain::Kind::EconomicCode) words = "经济分类的编码：类 3 位、款 5 位";
    if (domain.kind == VariableDomain::Kind::Any) words = "任何名字";
    result.emplace(name, std::move(words));
  }
  return result;
}

std::vector<std::string_view> split_name(std::string_view name) {
  std::vector<std::string_view> segments;
  while (true) {
    const auto dot = name.find('.');
    segments.push_back(name.substr(0, dot));
    if (dot == std::string_view::npos) return segments;
    name.remove_prefix(dot + 1);
  }
}

std::vector<NameSegment> parse_name_pattern(std::string_view text) {
  std::vector<NameSegment> segments;
  std::string current;
  bool variable = false;
  int depth = 0;
  for (const char c : text) {
    if (c == '[') {
      ++depth;
      variable = true;
    } else if (c == ']') {
      --depth;
    } else if (c == '.' && depth == 0) {
      segments.push_back({std::move(current), variable});
      current.clear();
      variable = false;
    } else {
      current += c;
    }
  }
  segments.push_back({std::move(current), variable});
  return segments;
}

std::string to_text(const std::vector<NameSegment>& name) {
  std::string out;
  for (const NameSegment& segment : name) {
    if (!out.empty()) out += ".";
    out += segment.variable ? "[" + segment.text + "]" : segment.text;
  }
  return out;
}

}  // namespace gongkai
