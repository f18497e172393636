// tests/unit/analyzers/flow/interpreter_value.h - what the programs that the interpreter runs compute with.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/flow/flow_graph.h"

namespace sluice::flow::test {

struct Value;
struct Environment;  // interpreter.cpp
using Items = std::vector<Value>;

struct Object {
  std::string class_name;
  std::map<std::string, Value> fields;
  std::shared_ptr<Object> parent;  // a class's
  bool is_class = false;
  FunctionId body{};  // a class's
  std::shared_ptr<Environment> around{};
};

struct Value {
  enum class Type { Undefined, Null, Bool, Int, Text, List, Map, Object, Closure, Builtin } type = Type::Undefined;
  long number = 0;
  std::string text{};
  std::shared_ptr<Items> list{};
  std::shared_ptr<std::vector<std::pair<Value, Value>>> map{};
  std::shared_ptr<flow::test::Object> object{};
  FunctionId function{};
  std::shared_ptr<Environment> around{};  // a closure's
  std::shared_ptr<flow::test::Object> self{};

  static Value of(long number) { return {.type = Type::Int, .number = number}; }
  static Value of(bool truth) { return {.type = Type::Bool, .number = truth}; }
  static Value of(std::string text) { return {.type = Type::Text, .text = std::move(text)}; }
  static Value of(Items items) { return {.type = Type::List, .list = std::make_shared<Items>(std::move(items))}; }
  static Value null() { return {.type = Type::Null}; }
  static Value builtin(std::string name) { return {.type = Type::Builtin, .text = std::move(name)}; }
  static Value new_map() { return {.type = Type::Map, .map = std::make_shared<std::vector<std::pair<Value, Value>>>()}; }
  bool is(Type wanted) const { return type == wanted; }
};
using Type = Value::Type;

struct Thrown {
  Value value;
};

// As the programs print it.
std::string shown(const Value& value);
bool truth(const Value& value);
bool is_equal(const Value& a, const Value& b);
// Escapes as the languages share them.
std::string unescaped(std::string_view text);

// Of a list or map the elements, of a text the bytes.
long size(const Value& value);
// A map's keys and values, two by two.
Value pairs(const Value& map);
// What a map has under a key; undefined when it has nothing.
Value* find(const Value& map, const Value& key);
// Of a list, which grows, or a map.
void set(const Value& on, const Value& key, const Value& value);

}  // namespace sluice::flow::test
