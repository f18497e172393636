#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

ValueId FunctionBuilder::call(NodeId node) {
  Call made;
  if (NodeId called = child(node, Role::Callee); called.valid()) callee(called, made);
  NodeId list = child(node, Role::Arguments);
  if (is_tagged_template(list)) tagged_template(unit().first_child(list), made);
  else arguments(list, made);
  for (NodeId part : unit().children(node))
    if (role(part) == Role::Init || kind(part) == Kind::Lambda) argument(part, made);
  const Names& names = context_.graph.names;
  std::string_view word = made.name.valid() && !made.receiver.valid() ? names.text(made.name) : std::string_view();
  std::vector<ValueId> given;
  for (const Argument& each : made.arguments) given.push_back(each.value);
  ValueId value = emit_call(Op::Call, node, std::move(made));
  if (list.valid()) write_outputs(list, value);
  if (is_one_of(word, context_.execution.removing_calls))
    for (ValueId each : given) emit(Op::Unary, step(each).node, {each}, name("delete"));
  if (is_one_of(word, context_.execution.throwing_calls)) throw_value(given.size() == 1 ? given[0] : value, node);
  else if (is_one_of(word, context_.execution.ending_calls)) close({});
  return value;
}

// `a.b` and `b` of a language where these call.
ValueId FunctionBuilder::call_without_arguments(NodeId node) {
  Call made;
  callee(node, made);
  std::string_view word = made.name.valid() && !made.receiver.valid() ? context_.graph.names.text(made.name) : std::string_view();
  ValueId value = emit_call(Op::Call, node, std::move(made));
  if (is_one_of(word, context_.execution.throwing_calls)) throw_value(value, node);
  return value;
}

void FunctionBuilder::callee(NodeId node, Call& call) {
  call.callee = node;
  call.qualified = qualified_name(node);
  NodeId object = child(node, Role::Object), word = child(node, Role::Name);
  if (kind(node) == Kind::Name && unit().node(node).text.valid()) {
    call.name = context_.meant_name(node);
    if (call.name != unit().node(node).text) {
      call.qualified = call.name;
      return;
    }
    bool is_declared = unit().declaration(node).valid();
    if (!is_declared && is_one_of(text(node), context_.execution.self_names)) call.receiver = emit(Op::Self, node);
    else if (context_.is_member_name(node, id_)) call.receiver = emit(Op::Self, node);
    else if (is_declared) call.variable = context_.variable_of(node);
    else if (context_.execution.has_implicit_fields && context_.has_method(id_, call.name)) call.receiver = emit(Op::Self, node);
    return;
  }
  if (kind(node) == Kind::Member && object.valid() && word.valid() && kind(word) == Kind::Name) {
    call.name = unit().node(word).text;
    call.receiver = expression(object);
    return;
  }
  call.function = expression(node);
}

// Of `a.b.c` what imports say; as it is written where a is nothing of this file.
NameId FunctionBuilder::qualified_name(NodeId callee) {
  if (NameId known = unit().canonical(callee); known.valid()) return known;
  std::vector<NodeId> words;
  NodeId at = callee;
  while (kind(at) == Kind::Member) {
    NodeId object = child(at, Role::Object), word = child(at, Role::Name);
    if (!object.valid() || !word.valid() || kind(word) != Kind::Name) return {};
    words.push_back(word);
    at = object;
  }
  NodeId declaration = unit().declaration(at);
  bool is_plain = kind(at) == Kind::Name && unit().node(at).text.valid() && (!declaration.valid() || context_.is_import(declaration));
  if (!is_plain) return {};
  if (words.empty()) return unit().node(at).text;
  NameId head = unit().canonical(at);
  std::string all(head.valid() ? unit().names().text(head) : text(at));
  for (std::size_t i = words.size(); i-- > 0;) {
    all += '.';
    all += text(words[i]);
  }
  return name(all);
}

// --- arguments ---

// ``html`<p>${name}</p>` ``: the template is all that stands there, without brackets around it.
bool FunctionBuilder::is_tagged_template(NodeId list) const {
  const Language language = unit().language();
  const bool is_script = language == Language::Js || language == Language::Ts || language == Language::Tsx;
  const NodeId only = is_script && list.valid() ? unit().first_child(list) : NodeId{};
  return only.valid() && kind(only) == Kind::Template && unit().node(only).begin == unit().node(list).begin && unit().code(list).starts_with('`');
}

// The function is given the texts as a list, then each value.
void FunctionBuilder::tagged_template(NodeId node, Call& call) {
  std::vector<ValueId> texts, values;
  for (NodeId part : unit().children(node)) {
    const bool is_text = kind(part) == Kind::StringText;
    if (ValueId value = expression(part); value.valid()) (is_text ? texts : values).push_back(value);
  }
  call.arguments.push_back({emit(Op::List, node, texts)});
  for (ValueId value : values) call.arguments.push_back({value});
}

void FunctionBuilder::arguments(NodeId list, Call& call) {
  if (!list.valid()) return;
  for (NodeId part : unit().children(list)) argument(part, call);
}

void FunctionBuilder::argument(NodeId node, Call& call) {
  switch (kind(node)) {
    case Kind::KeywordArgument: {
      NodeId word = child(node, Role::Name), value = child(node, Role::Value);
      call.arguments.push_back({value.valid() ? expression(value) : ValueId{}, word.valid() ? unit().node(word).text : NameId{}});
      if (!call.arguments.back().value.valid()) call.arguments.pop_back();
      return;
    }
    case Kind::Spread:
      call.arguments.push_back({first_value(node), {}, !unit().code(node).starts_with('&'), unit().code(node).starts_with('&'), unit().code(node).starts_with("**")});
      if (!call.arguments.back().value.valid()) call.arguments.pop_back();
      return;
    case Kind::VarDef: {  // `out var x`: written when the call is done
      NodeId word = child(node, Role::Name);
      if (word.valid() && kind(word) == Kind::Name) assign(word, emit(Op::Constant, node, {}, name("null")));
      call.arguments.push_back({word.valid() && kind(word) == Kind::Name ? expression(word) : emit(Op::Unknown, node)});
      return;
    }
    default:
      if (ValueId value = expression(node); value.valid()) call.arguments.push_back({value});
  }
}

// What the call may write: `f(out var x)`, `f(ref x)`.
void FunctionBuilder::write_outputs(NodeId list, ValueId call) {
  for (NodeId part : unit().children(list)) {
    std::string_view before = unit().source_text().substr(0, unit().node(part).begin);
    bool is_marked = kind(part) == Kind::Name && (before.ends_with("out ") || before.ends_with("ref "));
    bool is_output = kind(part) == Kind::VarDef && !child(part, Role::Value).valid();
    NodeId target = is_output ? child(part, Role::Name) : is_marked ? part : NodeId{};
    if (target.valid() && is_live()) assign(target, emit(Op::Unknown, target, {call, expression(target)}));
  }
}

// --- objects ---

bool FunctionBuilder::has_pairs(NodeId parts) const {
  for (NodeId part : unit().children(parts))
    if (kind(part) == Kind::Pair) return true;
  return false;
}

ValueId FunctionBuilder::new_object(NodeId node) {
  NodeId type = child(node, Role::Type), given = child(node, Role::Arguments), body = child(node, Role::Body);
  bool has_class = has_class_body(unit(), node);
  // `new int[] {1, 2}` is its list.
  if (NodeId list = child(node, Role::Value); list.valid() && kind(list) == Kind::Array && !given.valid()) return expression(list);
  bool is_list = type.valid() && kind(type) == Kind::Type && !given.valid() && body.valid() && !has_class;
  if (is_list && text(type) == "[]" && kind(body) == Kind::Array) return expression(body);
  if (is_list && text(type) == "map") return kind(body) == Kind::Map ? expression(body) : emit(Op::Map, node);
  // `new int[3]` is a list whose elements are set later.
  NodeId size = unit().next_sibling(unit().first_child(node).valid() ? unit().first_child(node) : node);
  bool is_sized = size.valid() && unit().parent(size) == node && kind(size) == Kind::Index && !given.valid();
  if (is_sized) {
    values_of_children(size);
    return emit(Op::List, node);
  }
  if (has_value_things() && !has_class)
    if (NodeId parts = body.valid() ? body : given, of = type_of_thing(type); parts.valid() && of.valid() && (body.valid() || has_pairs(parts))) return thing_of_parts(node, of, parts);
  // `new char[n]`
  const bool is_cpp = unit().language() == Language::Cpp;
  if (is_cpp && type.valid() && kind(type) == Kind::Type && text(type) == "[]")
    if (NodeId count = child(type, Role::Element); count.valid()) {
      Call taken;
      taken.name = taken.qualified = name("operator new[]");
      argument(count, taken);
      emit_call(Op::Call, type, std::move(taken));
    }
  Call call;
  NodeId word = type;
  while (word.valid() && kind(word) == Kind::Type && unit().first_child(word).valid()) word = unit().first_child(word);
  if (word.valid()) {
    call.callee = type;
    call.qualified = qualified_name(word);
    NodeId last = kind(word) == Kind::Member ? child(word, Role::Name) : word;
    if (last.valid() && kind(last) == Kind::Name) call.name = unit().node(last).text;
    NodeId declaration = kind(word) == Kind::Name ? unit().declaration(word) : NodeId{};
    if (declaration.valid() && !context_.is_member_name(word, id_)) {
      call.variable = context_.variable_of(word);
      // `new $name()`: the class is a value, which may come from anywhere.
      bool is_class = unit().parent(declaration).valid() && kind(unit().parent(declaration)) == Kind::Class;
      if (!is_class) call.function = expression(word);
    }
  }
  if (has_class) call.function = closure(node);
  else if (word.valid() && (kind(word) == Kind::Call || kind(word) == Kind::Index || kind(word) == Kind::Class)) call.function = expression(word);
  arguments(given, call);
  for (NodeId part : unit().children(node)) {
    bool is_size = part != type && part != given && part != body && kind(part) != Kind::Type;
    if (!is_size) continue;
    argument(part, call);
  }
  ValueId object = emit_call(Op::New, node, std::move(call));
  bool is_map = type.valid() && text(type) == "map";
  if (body.valid() && !has_class) fill(body, object, is_map);
  return object;
}

// `T{a: 1}`, `new T { A = 1 }`, `new int[] {1, 2}`
void FunctionBuilder::fill(NodeId body, ValueId object, bool is_map) {
  bool is_parts = kind(body) == Kind::Array || kind(body) == Kind::Map || kind(body) == Kind::Tuple;
  if (!is_parts) return statement(body);
  for (NodeId part : unit().children(body)) fill_part(part, object, is_map);
}

void FunctionBuilder::fill_part(NodeId part, ValueId object, bool is_map) {
  NodeId key = child(part, kind(part) == Kind::Assign ? Role::Target : Role::Key);
  if ((kind(part) == Kind::Pair || kind(part) == Kind::Assign) && key.valid()) {
    ValueId value = child_value(part, Role::Value);
    if (!value.valid()) return;
    if (kind(key) == Kind::Name && !is_map) emit(Op::SetField, part, {object, value}, unit().node(key).text);
    else emit(Op::SetElement, part, {object, key_value(key), value});
    return;
  }
  NodeId first = unit().first_child(part);
  NodeId second = first.valid() ? unit().next_sibling(first) : NodeId{};
  const bool is_added = unit().language() == Language::CSharp && kind(part) == Kind::Array && second.valid() && unit().code(part).starts_with('{');
  bool is_entry = is_added || (kind(part) == Kind::Array && second.valid() && role(unit().parent(part)) == Role::Body && kind(unit().parent(part)) == Kind::Map);
  if (is_entry) {
    ValueId made = expression(first);
    emit(Op::SetElement, part, {object, made, expression(second)});
  } else if (ValueId value = expression(part); value.valid()) {
    // `new { x, o.y }` has fields of these names.
    NodeId word = kind(part) == Kind::Member ? child(part, Role::Name) : part;
    bool is_field = kind(unit().parent(part)) == Kind::Map && word.valid() && kind(word) == Kind::Name;
    if (is_field) emit(Op::SetField, part, {object, value}, unit().node(word).text);
    else emit(Op::SetElement, part, {object, value});
  }
}

}  // namespace sluice::flow
