#include <algorithm>

#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

ValueId FunctionBuilder::assign_statement(NodeId node) {
  NodeId target = child(node, Role::Target), value = child(node, Role::Value);
  if (!target.valid() || !value.valid()) return unknown(node);
  std::string_view op = text(node);
  if (is_one_of(op, "?\?= ||= &&= or= and= ?:=")) return assign_if(node, target, op.substr(0, op.size() - 1));
  bool is_plain = op.empty() || op == "=" || op == ":=" || op == "<-" || op == "=>";
  if (!is_plain && op.ends_with('=')) return compound(node, target, op.substr(0, op.size() - 1));
  bool is_each = (kind(target) == Kind::Tuple || kind(target) == Kind::Array) && (kind(value) == Kind::Tuple || kind(value) == Kind::Array);
  if (is_each) {
    assign_each(target, value);
    return {};
  }
  ValueId made = expression(value);
  if (is_live() && !assign_with_ok(target, value, made)) assign(target, made);
  return made;
}

ValueId FunctionBuilder::compound(NodeId node, NodeId target, std::string_view op) {
  ValueId before = expression(target);
  ValueId after = emit(Op::Binary, node, {before, child_value(node, Role::Value)}, name(op));
  assign(target, after);
  return after;
}

// `a ??= b`: written only when a does not decide.
ValueId FunctionBuilder::assign_if(NodeId node, NodeId target, std::string_view op) {
  VariableId result = context_.temporary(id_);
  ValueId before = expression(target);
  store(result, before, node);
  BlockId other = new_block(), end = new_block();
  bool is_and = op == "&&" || op == "and", is_null = op == "??" || op == "?:";
  ValueId test = is_null ? emit(Op::Unary, node, {before}, name("is null")) : before;
  branch(test, is_and || is_null ? other : end, is_and || is_null ? end : other);
  start(other);
  ValueId value = child_value(node, Role::Value);
  if (is_live()) {
    assign(target, value);
    store(result, value, node);
  }
  jump(end);
  start(end);
  return load(result, node);
}

// --- targets ---

void FunctionBuilder::assign(NodeId target, ValueId value) {
  if (!value.valid()) return;
  if (VariableId exports = context_.exports_at(target); exports.valid()) {
    store(exports, value, target);
    return;
  }
  NodeId first = unit().first_child(target);
  switch (kind(target)) {
    case Kind::Name: return assign_name(target, value);
    case Kind::Member: {
      NodeId object = child(target, Role::Object), word = child(target, Role::Name);
      if (!object.valid() || !word.valid()) return;
      ValueId holder = expression(object);
      if (!is_computed(target)) emit(Op::SetField, target, {holder, value}, field_name(word));
      else emit(Op::SetElement, target, {holder, expression(word), value});
      return;
    }
    case Kind::Index: {
      std::vector<ValueId> operands = values_of_children(target);
      operands.push_back(value);
      emit(Op::SetElement, target, operands);
      return split_if_handled();
    }
    case Kind::Unary:
      if (!first.valid()) return;
      if (text(target) == "*") emit(Op::SetField, target, {expression(first), value}, unit().node(target).text);
      else if (text(target) == "&") assign(first, value);
      else emit(Op::Unknown, target, {expression(first), value});
      return;
    case Kind::Call: return assign_called(target, value);
    case Kind::Tuple: case Kind::Array: return assign_list(target, value);
    case Kind::Map: return assign_map(target, value);
    case Kind::Assign: return assign_default(target, value);
    case Kind::VarDef: case Kind::Parameter:
      if (NodeId word = child(target, Role::Name); word.valid()) assign(word, value);
      return;
    case Kind::Spread:
      if (first.valid()) assign(first, value);
      return;
    case Kind::Other: {
      // Who knows what it writes: all that it names may hold the value.
      for (NodeId part : unit().children(target))
        if (kind(part) == Kind::Name || kind(part) == Kind::Member) assign(part, emit(Op::Unknown, part, {value}));
      return;
    }
    default: emit(Op::Unknown, target, {value}); return;
  }
}

// `list.at(1) = x` of C++.
void FunctionBuilder::assign_called(NodeId target, ValueId value) {
  NodeId callee = child(target, Role::Callee), list = child(target, Role::Arguments);
  NodeId object = callee.valid() && kind(callee) == Kind::Member ? child(callee, Role::Object) : NodeId{}, word = object.valid() ? child(callee, Role::Name) : NodeId{};
  NodeId index = list.valid() ? unit().first_child(list) : NodeId{};
  bool is_element = unit().language() == Language::Cpp && word.valid() && index.valid() && unit().code(word) == "at";
  if (!is_element) {
    emit(Op::Unknown, target, {value});
    return;
  }
  ValueId container = expression(object);
  emit(Op::SetElement, target, {container, expression(index), value});
}

void FunctionBuilder::assign_name(NodeId target, ValueId value) {
  if (!unit().node(target).text.valid() || text(target).empty()) return;
  const Execution& execution = context_.execution;
  bool is_field = context_.is_member_name(target, id_) || (!execution.field_prefix.empty() && text(target).starts_with(execution.field_prefix));
  ValueId made = is_field ? emit(Op::SetField, target, {emit(Op::Self, target), value}, field_name(target))
                          : store(context_.variable_of(target), value, target);
  places_.emplace_back(target, made);
}

// `a, b = b, a`: all values are there before the first name is written.
void FunctionBuilder::assign_each(NodeId target, NodeId literal) {
  std::vector<NodeId> targets;
  bool is_plain = true;
  for (NodeId part : unit().children(target)) {
    targets.push_back(part);
    is_plain &= kind(part) != Kind::Spread && kind(part) != Kind::String && kind(part) != Kind::Number;
  }
  std::vector<ValueId> values;
  for (NodeId part : unit().children(literal)) {
    is_plain &= kind(part) != Kind::Spread;
    values.push_back(expression(part));
  }
  ValueId list = emit(Op::List, literal, values);
  places_.emplace_back(literal, list);
  if (!is_plain || targets.size() != values.size()) return assign(target, list);
  for (std::size_t i = 0; i < targets.size(); ++i) assign(targets[i], values[i]);
}

// Go's `v, ok := m[k]`, `<-c`, `x.(T)`.
bool FunctionBuilder::assign_with_ok(NodeId target, NodeId from, ValueId value) {
  NodeId first = unit().first_child(target);
  NodeId second = kind(target) == Kind::Tuple && first.valid() ? unit().next_sibling(first) : NodeId{};
  Kind what = kind(from);
  bool is_piece = what == Kind::Index || what == Kind::Cast || what == Kind::Unary;
  if (!context_.execution.has_comma_ok || !is_piece || !second.valid()) return false;
  assign(first, value);
  assign(second, emit(Op::Unknown, second));
  return true;
}

// By place; behind `...rest` the places are not known.
void FunctionBuilder::assign_list(NodeId target, ValueId value) {
  std::uint32_t place = 0;
  bool is_place_known = true;
  NodeId key;  // PHP: `['k' => $v]` has its keys among the targets
  std::uint32_t behind = unit().node(target).begin;
  for (NodeId part : unit().children(target)) {
    // `[a, , b]`: places without a name are seen by their commas.
    std::string_view gap = unit().code({std::min(behind, unit().node(part).begin), unit().node(part).begin});
    place += static_cast<std::uint32_t>(std::ranges::count(gap, ','));
    behind = unit().node(part).end;
    NodeId next = unit().next_sibling(part);
    bool is_key = next.valid() && unit().code({unit().node(part).end, unit().node(next).begin}).find("=>") != std::string_view::npos;
    if (is_key) {
      key = part;
    } else if (key.valid()) {
      assign(part, emit(Op::Element, part, {value, expression(key)}));
      key = {};
    } else if (kind(part) == Kind::Spread) {
      assign(part, rest(part, value, place));
      is_place_known = false;
    } else {
      ValueId piece = is_place_known ? emit_numbered(Op::Element, part, place, {value}) : emit(Op::Item, part, {value});
      assign(part, piece);
    }
  }
}

ValueId FunctionBuilder::rest(NodeId target, ValueId value, std::uint32_t before) {
  return emit_numbered(Op::Unknown, target, before, {value});
}

void FunctionBuilder::assign_map(NodeId target, ValueId value) {
  for (NodeId part : unit().children(target)) {
    if (kind(part) == Kind::Pair) assign_pair(part, value);
    else if (kind(part) == Kind::Name) assign(part, emit(Op::Field, part, {value}, unit().node(part).text));
    else assign(part, rest(part, value, 0));
  }
}

void FunctionBuilder::assign_pair(NodeId pair, ValueId value) {
  NodeId key = child(pair, Role::Key), target = child(pair, Role::Value);
  if (!key.valid()) return;
  bool is_name = kind(key) == Kind::Name || kind(key) == Kind::String || kind(key) == Kind::Symbol;
  ValueId piece = is_name ? emit(Op::Field, pair, {value}, unit().node(key).text) : emit(Op::Element, pair, {value, key_value(key)});
  assign(target.valid() ? target : key, piece);
}

// `x = 1` in a pattern: what stands there, or else 1.
void FunctionBuilder::assign_default(NodeId target, ValueId value) {
  NodeId inner = child(target, Role::Target);
  if (!inner.valid()) return;
  assign(inner, emit(Op::Unknown, target, {value, child_value(target, Role::Value)}));
}

}  // namespace sluice::flow
