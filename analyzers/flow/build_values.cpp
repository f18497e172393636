// Declarations that make a thing by themselves: in C, C++ and Go a variable of a structure or an array is
// the thing, not a name for one.
//
//   struct box b;            var b box           a new box
//   struct box b = {x, 1};   b := box{x, 1}      made of x and 1
//   box b(x);  box b{x};                         the same, or by its constructor
//   char text[64];           var list []string   a list with nothing in it
#include <algorithm>

#include "analyzers/flow/function_builder.h"

namespace sluice::flow {
namespace {

constexpr std::string_view kPlainTypes = "int char bool float double void short long unsigned signed size_t auto string byte rune error int8 int16 int32 int64 uint "
                                         "uint8 uint16 uint32 uint64 float32 float64 uintptr any wchar_t";

}  // namespace

bool FunctionBuilder::has_value_things() const {
  Language language = unit().language();
  return language == Language::C || language == Language::Cpp || language == Language::Go;
}

// The name in a type that is no pointer, reference or array; not valid for numbers and truths.
NodeId FunctionBuilder::type_of_thing(NodeId type) const {
  std::string_view word = type.valid() ? text(type) : std::string_view();
  bool is_tagged = type.valid() && kind(type) == Kind::Type && (word == "struct" || word == "union" || word == "class");
  if (is_tagged) type = unit().first_child(type);
  if (!type.valid()) return {};
  bool is_generic = kind(type) == Kind::Type && text(type).empty() && unit().first_child(type).valid() && kind(unit().first_child(type)) == Kind::Name;
  bool is_name = kind(type) == Kind::Name || kind(type) == Kind::Member || is_generic;
  const bool is_std_string = unit().language() == Language::Cpp && unit().code(type) == "string";  // `using namespace std`
  return is_name && (is_std_string || !is_one_of(unit().code(type), kPlainTypes)) ? type : NodeId{};
}

// `of`: a type by name. The arguments are in `call` already.
ValueId FunctionBuilder::new_thing(NodeId node, NodeId of, Call call) {
  std::string_view code = unit().code(of);
  code = code.substr(0, code.find_first_of("<["));
  std::string dotted;
  for (char c : code) {
    if (c != ':') dotted += c;
    else if (!dotted.ends_with('.')) dotted += '.';
  }
  NameId known = unit().canonical(of);
  call.qualified = known.valid() ? known : name(dotted);
  call.name = name(std::string_view(dotted).substr(dotted.find_last_of('.') + 1));
  return emit_call(Op::New, node, std::move(call));
}

// What a definition makes without being given a value, or from the parts it is given; not valid: nothing.
ValueId FunctionBuilder::declared_thing(NodeId definition) {
  if (!has_value_things()) return {};
  NodeId type = child(definition, Role::Type), value = child(definition, Role::Value);
  if (!type.valid()) return {};
  bool is_array = kind(type) == Kind::Type && text(type) == "[]";
  if (is_array && !value.valid()) return emit(Op::List, definition);
  NodeId meant = is_array && kind(value) == Kind::Name ? context_.macro_text(value) : value;
  // A name is a macro of another file.
  bool is_text = is_array && meant.valid() && (kind(meant) == Kind::String || kind(meant) == Kind::Name) && unit().language() != Language::Go;
  if (is_text) return emit(Op::List, definition, {expression(value)});
  if (is_array)
    if (NodeId of = type_of_thing(unit().first_child(type)); of.valid()) return things_of_parts(of, value);
  NodeId of = type_of_thing(type);
  if (!value.valid()) return of.valid() ? new_thing(definition, of, {}) : ValueId{};
  bool is_typed = kind(value) == Kind::New && !child(value, Role::Type).valid() && child(value, Role::Arguments).valid();
  bool is_parts = kind(value) == Kind::Array || kind(value) == Kind::Map;
  bool has_type_arguments = of.valid() && unit().code(of).find('<') != std::string_view::npos;
  if (is_parts && has_type_arguments && unit().code(of).find("map<") < unit().code(of).find('<')) return map_of_parts(value);
  if (!of.valid() || !(is_typed || (is_parts && !has_type_arguments))) return {};
  return thing_of_parts(value, of, is_typed ? child(value, Role::Arguments) : value);
}

// `struct command commands[] = {{"show", show}, {"mute", mute}}`; not valid where the parts are none of that kind.
ValueId FunctionBuilder::things_of_parts(NodeId of, NodeId parts) {
  if (kind(parts) != Kind::Array) return {};
  for (NodeId part : unit().children(parts))
    if (kind(part) != Kind::Array && kind(part) != Kind::Map) return {};
  std::vector<ValueId> things;
  for (NodeId part : unit().children(parts)) things.push_back(thing_of_parts(part, of, part));
  return emit(Op::List, parts, things);
}

// `std::map<K, V> m = {{"a", x}, {"b", y}}`
ValueId FunctionBuilder::map_of_parts(NodeId parts) {
  ValueId made = emit(Op::Map, parts);
  for (NodeId part : unit().children(parts)) {
    NodeId first = unit().first_child(part), second = first.valid() ? unit().next_sibling(first) : NodeId{};
    if (!second.valid()) continue;
    ValueId key = expression(first);
    emit(Op::SetElement, part, {made, key, expression(second)});
  }
  return made;
}

// Parts by place go to the constructor; `.name = x` and `name: x` are set.
ValueId FunctionBuilder::thing_of_parts(NodeId node, NodeId of, NodeId parts) {
  Call call;
  for (NodeId part : unit().children(parts))
    if (kind(part) != Kind::Pair) argument(part, call);
  ValueId made = new_thing(node, of, std::move(call));
  for (NodeId part : unit().children(parts)) {
    if (kind(part) != Kind::Pair) continue;
    NodeId key = child(part, Role::Key);
    ValueId value = child_value(part, Role::Value);
    if (!key.valid() || !value.valid()) continue;
    if (kind(key) == Kind::Name) emit(Op::SetField, part, {made, value}, unit().node(key).text);
    else emit(Op::SetElement, part, {made, key_value(key), value});  // `bson.M{"name": x}`
  }
  return made;
}

}  // namespace sluice::flow
