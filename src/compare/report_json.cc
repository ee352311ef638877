#include <nlohmann/json.hpp>

#include "compare/comparison.h"

namespace gongkai {

using Json = nlohmann::ordered_json;

// Found by the library through their argument's namespace.

static void to_json(Json& json, const FigureChange& c) {
  json = {{"path", c.path},
          {"before", c.before},
          {"after", c.after},
          {"place_before", c.place_before},
          {"place_after", c.place_after}};
}

static void to_json(Json& json, const FactChange& c) {
  json = {{"name", c.name}, {"before", c.before}, {"after", c.after}, {"because", c.because}};
}

static void to_json(Json& json, const CellChange& c) {
  json = {{"table", c.table},   {"row", c.row},     {"column", c.column},
          {"before", c.before}, {"after", c.after}, {"page", c.page}};
}

static void to_json(Json& json, const SentenceChange& c) {
  json = {{"section", c.section},
          {"before", c.before},
          {"after", c.after},
          {"page_before", c.page_before},
          {"page_after", c.page_after}};
}

static void to_json(Json& json, const PageChange& c) {
  json = {{"before", c.before}, {"after", c.after}};
}

std::string comparison_json(const Comparison& comparison) {
  const Json json = {{"unit", comparison.unit},
                     {"year_before", comparison.year_before},
                     {"year_after", comparison.year_after},
                     {"figures", comparison.figures},
                     {"facts", comparison.facts},
                     {"cells", comparison.cells},
                     {"sentences", comparison.sentences},
                     {"pages", comparison.pages}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gongkai
