#include "yaml/yaml_events.h"

#include <yaml.h>

#include <new>

namespace gongkai {
namespace {

YamlPlace place_of(const yaml_mark_t& mark) {
  return {mark.line, mark.column};
}

std::string_view words(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string_view words(const yaml_char_t* text) {
  return words(reinterpret_cast<const char*>(text));
}

YamlStyle style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return YamlStyle::Quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return YamlStyle::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return YamlStyle::Folded;
    default:
      return YamlStyle::Plain;
  }
}

void take_scalar(const yaml_event_t& raw, YamlEvent& event) {
  const auto& scalar = raw.data.scalar;
  event.kind = YamlEventKind::Scalar;
  event.style = style_of(scalar.style);
  event.tagged = scalar.tag != nullptr;
  event.anchor = words(scalar.anchor);
  event.text = {reinterpret_cast<const char*>(scalar.value), scalar.length};
}

/// False for the events that say nothing: the ends of documents and the frame of the stream.
bool take(const yaml_event_t& raw, YamlEvent& event) {
  event = {};
  event.start = place_of(raw.start_mark);
  event.end = place_of(raw.end_mark);
  switch (raw.type) {
    case YAML_DOCUMENT_START_EVENT:
      event.kind = YamlEventKind::DocumentStart;
      return true;
    case YAML_ALIAS_EVENT:
      event.kind = YamlEventKind::Alias;
      event.anchor = words(raw.data.alias.anchor);
      return true;
    case YAML_SCALAR_EVENT:
      take_scalar(raw, event);
      return true;
    case YAML_SEQUENCE_START_EVENT:
      event.kind = YamlEventKind::ListStart;
      event.flow = raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      event.tagged = raw.data.sequence_start.tag != nullptr;
      event.anchor = words(raw.data.sequence_start.anchor);
      return true;
    case YAML_MAPPING_START_EVENT:
      event.kind = YamlEventKind::MapStart;
      event.flow = raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
      event.tagged = raw.data.mapping_start.tag != nullptr;
      event.anchor = words(raw.data.mapping_start.anchor);
      return true;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      event.kind = YamlEventKind::CollectionEnd;
      return true;
    default:
      return false;
  }
}

}  // namespace

struct YamlEvents::Parser {
  yaml_parser_t parser{};
  yaml_event_t event{};

  Parser() {
    if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    yaml_event_delete(&event);
    yaml_parser_delete(&parser);
  }
};

YamlEvents::YamlEvents(std::string_view text) : parser_(std::make_unique<Parser>()) {
  yaml_parser_set_encoding(&parser_->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser_->parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

YamlEvents::~YamlEvents() = default;

bool YamlEvents::next() {
  yaml_event_t& raw = parser_->event;
  while (true) {
    yaml_event_delete(&raw);
    if (yaml_parser_parse(&parser_->parser, &raw) == 0) {
      if (parser_->parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
      return false;
    }
    if (raw.type == YAML_STREAM_END_EVENT) return false;
    if (take(raw, event_)) return true;
  }
}

bool YamlEvents::failed() const {
  return parser_->parser.error != YAML_NO_ERROR;
}

SyntaxError YamlEvents::error() const {
  const yaml_parser_t& parser = parser_->parser;
  return {words(parser.problem), words(parser.context), place_of(parser.problem_mark), place_of(parser.context_mark)};
}

}  // namespace gongkai
