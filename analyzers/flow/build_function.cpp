#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

// --- classes ---

void FunctionBuilder::build_class() {
  parameters();
  // What `record R(int x)` or a primary constructor takes are fields.
  for (const Parameter& parameter : function_.parameters)
    if (parameter.name.valid()) emit(Op::SetField, parameter.node, {emit(Op::Self, parameter.node), load(parameter.variable, parameter.node)}, parameter.name);
  NodeId list = child(function_.node, Role::Body);
  if (!list.valid()) return;
  for (NodeId member : unit().children(list)) class_member(member);
}

void FunctionBuilder::class_member(NodeId member) {
  switch (kind(member)) {
    case Kind::Function: {
      NodeId word = child(member, Role::Name);
      const Function& made = context_.graph.functions[context_.function_at(member).index];
      bool is_accessor = made.property.valid() && !context_.execution.runs_decorators;
      is_accessor |= made.property.valid() && child(member, Role::Modifier).valid();
      ValueId value = word.valid() ? decorated(member, closure(member)) : ValueId{};
      if (value.valid() && !is_accessor) set_member(member, word, value);
      if (value.valid()) return;
      // Code that runs when the class is made.
      Call call;
      call.function = closure(member);
      call.receiver = emit(Op::Self, member);
      emit_call(Op::Call, member, std::move(call));
      return;
    }
    case Kind::VarDef: {
      if (child(member, Role::Arguments).valid() || has_class_body(unit(), member)) return constant_of_enum(member);
      NodeId word = child(member, Role::Name), value = child(member, Role::Value);
      for (NodeId part : unit().children(member))
        if (kind(part) == Kind::Function) closure(part);
      // A constant of an enum that says no value is told from the others by its name.
      bool is_name = !value.valid() && word.valid() && text(function_.node) == "enum" && kind(word) == Kind::Name;
      ValueId made = is_name ? emit(Op::Constant, member, {}, unit().node(word).text) : word.valid() ? declared_thing(member) : ValueId{};
      if (!made.valid() && value.valid() && word.valid()) made = expression(value);
      if (made.valid() && word.valid()) set_member(word, word, made);
      return;
    }
    default: return statement(member);
  }
}

void FunctionBuilder::set_member(NodeId member, NodeId word, ValueId value) {
  if (kind(word) != Kind::Name) return assign(word, value);
  emit(Op::SetField, member, {emit(Op::Self, member), value}, field_name(word));
}

// `RED(1) { ... }` makes an object of the enum.
void FunctionBuilder::constant_of_enum(NodeId definition) {
  Call call;
  call.name = function_.name;
  call.qualified = function_.name;
  if (has_class_body(unit(), definition)) call.function = closure(definition);
  arguments(child(definition, Role::Arguments), call);
  ValueId object = emit_call(Op::New, definition, std::move(call));
  if (NodeId word = child(definition, Role::Name); word.valid()) set_member(definition, word, object);
}

// --- functions ---

void FunctionBuilder::body() {
  receiver();
  parameters();
  for (const FileContext::Capture& each : context_.captures_of(id_)) store(each.own, load(each.kept, each.name), each.name);
  named_results(child(function_.node, Role::ReturnType));
  for (NodeId part : unit().children(function_.node))
    if (role(part) == Role::Init) initializer(part);
  NodeId list = child(function_.node, Role::Body);
  if (!list.valid()) return;
  bool is_block = kind(list) == Kind::Block;
  bool gives_last = context_.equivalences.last_value != LastValue::Dropped && !function_.is_constructor;
  in_frame({.kind = Frame::Kind::Deferred}, [&] {
    deliver(list, !is_block || gives_last ? Wanted{Wanted::How::Return} : Wanted{});
    if (is_live() && results_.empty()) leave_frames(0);
    else if (is_live()) return_statement(list);
  });
}

// Go names the receiver before the method; Python makes it the first parameter.
void FunctionBuilder::receiver() {
  NodeId object = child(function_.node, Role::Object);
  NodeId word = object.valid() ? child(object, Role::Name) : NodeId{};
  if (word.valid()) assign(word, emit(Op::Self, object));
}

void FunctionBuilder::parameters() {
  NodeId list = child(function_.node, Role::Parameters);
  if (list.valid())
    for (NodeId node : unit().children(list)) parameter(node);
  // The `set` of a property has a parameter that nobody declares.
  NodeId around = unit().parent(function_.node);
  std::string_view own = function_.name.valid() ? unit().names().text(function_.name) : std::string_view();
  bool is_setter = around.valid() && kind(around) == Kind::VarDef && (own == "set" || own == "init") && !list.valid();
  if (!is_setter || context_.execution.setter_parameter.empty()) return;
  NameId value = name(context_.execution.setter_parameter);
  for (std::uint32_t i = function_.node.index; i < unit().node(function_.node).last; ++i) {
    if (kind({i}) != Kind::Name || unit().node({i}).text != value || unit().declaration({i}).valid()) continue;
    function_.parameters.push_back({.variable = context_.variable_of({i}), .node = {i}, .name = value});
    store(function_.parameters.back().variable, emit_numbered(Op::Parameter, {i}, 0), {i});
    return;
  }
}

void FunctionBuilder::parameter(NodeId node) {
  if (kind(node) == Kind::Token || kind(node) == Kind::Error || kind(node) == Kind::Modifier) return;
  bool is_first = function_.parameters.empty();
  bool is_method = function_.owner_class.valid() && !function_.is_static;
  NodeId target = kind(node) == Kind::Parameter ? child(node, Role::Name) : node;
  // `String... rest` of Java: the name is in a definition of its own.
  for (NodeId part : unit().children(node))
    if (!target.valid() && kind(part) == Kind::VarDef) target = child(part, Role::Name);
  bool is_receiver = context_.execution.receiver_is_first_parameter && is_method && is_first && target.valid() && kind(target) == Kind::Name;
  bool has_receiver = !function_.steps.empty() && function_.steps[0].op == Op::Self;
  if (is_receiver && !has_receiver) return assign(target, emit(Op::Self, node));

  std::string_view code = unit().code(node);
  Parameter made{.node = node};
  made.is_keywords = code.starts_with("**");
  made.is_block = code.starts_with('&') && target.valid() && kind(target) == Kind::Spread;
  made.is_rest = !made.is_keywords && !made.is_block && (code.starts_with('*') || code.find("...") < code.find('=') || code.starts_with("params "));
  if (target.valid() && kind(target) == Kind::Spread) target = child(target, Role::Value);
  bool is_plain = target.valid() && kind(target) == Kind::Name;
  if (is_plain) made.name = field_name(target);
  made.variable = is_plain ? context_.variable_of(target) : context_.temporary(id_);
  ValueId value = emit_numbered(Op::Parameter, node, static_cast<std::uint32_t>(function_.parameters.size()));
  function_.parameters.push_back(made);
  if (NodeId other = kind(node) == Kind::Parameter ? child(node, Role::Value) : NodeId{}; other.valid())
    value = emit(Op::Unknown, node, {value, expression(other)});
  store(made.variable, value, node);
  if (target.valid() && !is_plain) assign(target, value);
  // `constructor(private x)`, PHP's `__construct(private $x)`: a field as well.
  bool is_field = function_.is_constructor && is_plain && child(node, Role::Modifier).valid() &&
                  is_one_of(text(child(node, Role::Modifier)), "private public protected readonly");
  if (is_field) emit(Op::SetField, node, {emit(Op::Self, node), value}, field_name(target));
}

// `func f() (x int, err error)`
void FunctionBuilder::named_results(NodeId list) {
  if (!list.valid() || kind(list) != Kind::Parameters) return;
  for (NodeId result : unit().children(list))
    if (NodeId word = child(result, Role::Name); word.valid() && kind(word) == Kind::Name) results_.push_back(word);
}

// `: base(x)`, `: field(x)`; the names that a lambda captures run nothing.
void FunctionBuilder::initializer(NodeId node) {
  if (kind(node) == Kind::Name) return;
  NodeId callee = kind(node) == Kind::Call || kind(node) == Kind::Other ? unit().first_child(node) : NodeId{};
  bool is_field = callee.valid() && kind(callee) == Kind::Name && context_.is_member_name(callee, id_);
  if (!is_field) return statement(node);
  std::vector<ValueId> values;
  for (NodeId list = unit().next_sibling(callee); list.valid(); list = unit().next_sibling(list))
    for (ValueId value : values_of_children(list)) values.push_back(value);
  assign(callee, values.size() == 1 ? values[0] : emit(Op::Unknown, node, values));
}

// --- where definitions stand ---

ValueId FunctionBuilder::closure(NodeId node) {
  // `class A(make_base())`
  for (NodeId part : unit().children(node))
    if (role(part) == Role::Parent && kind(part) == Kind::Call) expression(part);
  const FunctionId made = context_.function_at(node);
  for (const FileContext::Capture& each : context_.captures_of(made)) store(each.kept, load(each.outer, each.name), each.name);
  return emit_numbered(Op::Closure, node, made.index);
}

ValueId FunctionBuilder::decorated(NodeId definition, ValueId value) {
  if (!context_.execution.runs_decorators) return value;
  std::vector<NodeId> decorators;
  for (NodeId part : unit().children(definition))
    if (kind(part) == Kind::Attribute) decorators.push_back(part);
  for (std::size_t i = decorators.size(); i-- > 0;) {
    Call call;
    NodeId what = child(decorators[i], Role::Name), given = child(decorators[i], Role::Arguments);
    if (!what.valid()) continue;
    callee(what, call);
    if (given.valid()) {
      arguments(given, call);
      ValueId made = emit_call(Op::Call, decorators[i], std::move(call));
      call = {};
      call.function = made;
    }
    call.arguments.push_back({value});
    value = emit_call(Op::Call, decorators[i], std::move(call));
  }
  return value;
}

void FunctionBuilder::define(NodeId definition) {
  ValueId value = decorated(definition, closure(definition));
  NodeId word = child(definition, Role::Name);
  if (word.valid() && kind(word) == Kind::Name) assign_name(word, value);
}

}  // namespace sluice::flow
