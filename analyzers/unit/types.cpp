#include "analyzers/unit/types.h"

namespace sluice {
namespace {

using Plain = ExpressionType::Plain;

// How many variables are looked through (`a = b; b = c; ...`).
constexpr int kMaxSteps = 8;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view each : words)
    if (word == each) return true;
  return false;
}

// `var x = ...`: the type is that of the value.
bool says_nothing(std::string_view type) { return is_one_of(type, {"var", "let", "auto", "val", "const", "dynamic"}); }

ExpressionType type_of(const Unit& unit, NodeId id, int steps);

ExpressionType type_of_definition(const Unit& unit, NodeId definition, int steps) {
  NodeId type = unit.child(definition, Role::Type);
  if (type.valid() && !says_nothing(unit.code(type))) return {.written = type, .plain = Plain::None};
  NodeId value = unit.child(definition, Role::Value);
  bool has_value = unit.node(definition).kind == Kind::VarDef || unit.node(definition).kind == Kind::Assign || unit.node(definition).kind == Kind::Parameter;
  return value.valid() && has_value ? type_of(unit, value, steps + 1) : ExpressionType{};
}

ExpressionType type_of_name(const Unit& unit, NodeId name, int steps) {
  NodeId declaration = unit.declaration(name);
  if (!declaration.valid()) return {};
  NodeId definition = unit.parent(declaration);
  if (!definition.valid()) return {};
  switch (unit.node(definition).kind) {
    case Kind::VarDef: case Kind::Parameter: case Kind::ForEach: case Kind::Catch: case Kind::Assign:
      return type_of_definition(unit, definition, steps);
    default: return {};
  }
}

// `this.x`: the field of the class around.
ExpressionType type_of_field(const Unit& unit, NodeId member, int steps) {
  NodeId object = unit.child(member, Role::Object), name = unit.child(member, Role::Name);
  if (!object.valid() || !name.valid() || !is_one_of(unit.code(object), {"this", "self"})) return {};
  NodeId around = member;
  while (around.valid() && unit.node(around).kind != Kind::Class) around = unit.parent(around);
  NodeId body = around.valid() ? unit.child(around, Role::Body) : NodeId{};
  if (!body.valid()) return {};
  for (NodeId field : unit.children(body)) {
    NodeId field_name = unit.node(field).kind == Kind::VarDef ? unit.child(field, Role::Name) : NodeId{};
    if (field_name.valid() && unit.node(field_name).text == unit.node(name).text) return type_of_definition(unit, field, steps);
  }
  return {};
}

ExpressionType type_of_operator(const Unit& unit, NodeId id, int steps) {
  std::string_view op = unit.text(id);
  bool is_test = is_one_of(op, {"==", "!=", "===", "!==", "<", ">", "<=", ">=", "&&", "||", "!", "and", "or", "not", "instanceof", "in"});
  if (is_test) return {.written = {}, .plain = Plain::Boolean};
  bool is_calculation = is_one_of(op, {"+", "-", "*", "/", "%"});
  if (!is_calculation) return {};
  Plain result = Plain::None;
  for (NodeId operand : unit.children(id)) {
    ExpressionType type = type_of(unit, operand, steps + 1);
    Plain plain = type.written.valid() ? plain_type(unit.code(type.written)) : type.plain;
    if (plain == Plain::Text && op == "+") return {.written = {}, .plain = Plain::Text};
    if (plain == Plain::None) return {};
    if (result != Plain::Real) result = plain;
  }
  return {.written = {}, .plain = result};
}

ExpressionType type_of(const Unit& unit, NodeId id, int steps) {
  if (steps > kMaxSteps) return {};
  switch (unit.node(id).kind) {
    case Kind::String: case Kind::Template: return {.written = {}, .plain = Plain::Text};
    case Kind::Boolean: return {.written = {}, .plain = Plain::Boolean};
    case Kind::Number: {
      bool is_real = unit.text(id).find_first_of(".e") != std::string_view::npos && !unit.text(id).starts_with("0x");
      return {.written = {}, .plain = is_real ? Plain::Real : Plain::Integer};
    }
    case Kind::New: case Kind::Cast: return {.written = unit.child(id, Role::Type), .plain = Plain::None};
    case Kind::Name: return type_of_name(unit, id, steps);
    case Kind::Member: return type_of_field(unit, id, steps);
    case Kind::Await: {
      NodeId value = unit.child(id, Role::Value);
      return value.valid() ? type_of(unit, value, steps + 1) : ExpressionType{};
    }
    case Kind::Binary: case Kind::Unary: return type_of_operator(unit, id, steps);
    default: return {};
  }
}

}  // namespace

ExpressionType type_of(const Unit& unit, NodeId expression) { return type_of(unit, expression, 0); }

ExpressionType::Plain plain_type(std::string_view name) {
  if (is_one_of(name, {"String", "string", "str", "java.lang.String"})) return Plain::Text;
  if (is_one_of(name, {"int", "Integer", "java.lang.Integer", "Int", "number"})) return Plain::Integer;
  if (is_one_of(name, {"float", "double", "Float", "Double", "float64"})) return Plain::Real;
  if (is_one_of(name, {"bool", "boolean", "Boolean", "java.lang.Boolean", "Bool"})) return Plain::Boolean;
  return Plain::None;
}

}  // namespace sluice
