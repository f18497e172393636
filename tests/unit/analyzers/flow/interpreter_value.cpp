#include "tests/unit/analyzers/flow/interpreter_value.h"

#include <stdexcept>

namespace sluice::flow::test {

std::string shown(const Value& value) {
  switch (value.type) {
    case Type::Undefined: return "undefined";
    case Type::Null: return "";
    case Type::Bool: return value.number ? "true" : "false";
    case Type::Int: return std::to_string(value.number);
    case Type::Text: return value.text;
    case Type::List: {
      std::string all;
      for (const Value& item : *value.list) all += (all.empty() ? "" : ",") + shown(item);
      return all;
    }
    case Type::Object: {
      auto message = value.object->fields.find("message");
      return message != value.object->fields.end() ? shown(message->second) : value.object->class_name;
    }
    default: return "?";
  }
}

bool truth(const Value& value) {
  switch (value.type) {
    case Type::Undefined: case Type::Null: return false;
    case Type::Bool: case Type::Int: return value.number != 0;
    case Type::Text: return !value.text.empty();
    case Type::List: return !value.list->empty();
    default: return true;
  }
}

bool is_equal(const Value& a, const Value& b) {
  if (a.is(Type::Object) || b.is(Type::Object)) return a.object == b.object;
  bool is_nothing = (a.is(Type::Null) || a.is(Type::Undefined)) && (b.is(Type::Null) || b.is(Type::Undefined));
  return is_nothing || (a.type == b.type && shown(a) == shown(b));
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool is_escape = text[i] == '\\' && i + 1 < text.size();
    if (is_escape) ++i;
    out += is_escape && text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

long size(const Value& value) {
  if (value.is(Type::List)) return static_cast<long>(value.list->size());
  if (value.is(Type::Map)) return static_cast<long>(value.map->size());
  return static_cast<long>(value.text.size());
}

Value pairs(const Value& map) {
  Items items;
  for (const auto& [key, value] : *map.map) items.push_back(Value::of(Items{key, value}));
  return Value::of(items);
}

Value* find(const Value& map, const Value& key) {
  for (auto& [known, value] : *map.map)
    if (shown(known) == shown(key)) return &value;
  static Value undefined;
  return &(undefined = {});
}

void set(const Value& on, const Value& key, const Value& value) {
  if (on.is(Type::List)) {
    auto at = static_cast<std::size_t>(key.number);
    if (at >= on.list->size()) on.list->resize(at + 1);
    (*on.list)[at] = value;
    return;
  }
  if (!on.is(Type::Map)) throw std::runtime_error("set an element of " + shown(on));
  for (auto& [known, old] : *on.map)
    if (shown(known) == shown(key)) {
      old = value;
      return;
    }
  on.map->emplace_back(key, value);
}

}  // namespace sluice::flow::test
