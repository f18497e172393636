#include <string>

#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

ValueId FunctionBuilder::expression(NodeId node) {
  ValueId value = lower(node);
  if (value.valid()) places_.emplace_back(node, value);
  return value;
}

ValueId FunctionBuilder::lower(NodeId node) {
  switch (kind(node)) {
    case Kind::Name: return name_value(node);
    case Kind::String: case Kind::Character: case Kind::StringText: case Kind::Number: case Kind::Boolean:
    case Kind::Null: case Kind::Symbol:
      return emit(Op::Constant, node);
    case Kind::Regex:
      if (unit().first_child(node).valid()) return template_text(node);
      return emit(Op::Constant, node);
    case Kind::Member: return member(node);
    case Kind::Index: return index(node);
    case Kind::Call: return call(node);
    case Kind::New: return new_object(node);
    case Kind::Assign: return assign_statement(node);
    case Kind::VarDef: return definition(node);
    case Kind::Unary: return unary(node);
    case Kind::Binary: return is_logical(node) ? either(node) : binary(node);
    case Kind::Conditional: return conditional(node);
    case Kind::Cast: return emit(Op::Convert, node, {child_value(node, Role::Value)});
    case Kind::Array: case Kind::Tuple: case Kind::Set: return emit(Op::List, node, values_of_children(node));
    case Kind::Map: return map(node);
    case Kind::Spread: return emit(Op::Spread, node, {first_value(node)});
    case Kind::Comprehension: return comprehension(node);
    case Kind::Template: return template_text(node);
    case Kind::Interpolation: case Kind::Await: case Kind::ExprStmt: return first_value(node);
    case Kind::Yield: return yield(node);
    case Kind::Function: case Kind::Lambda: return closure(node);
    case Kind::Class: {
      ValueId value = decorated(node, closure(node));
      if (NodeId word = child(node, Role::Name); word.valid()) assign(word, value);
      return value;
    }
    case Kind::If: case Kind::Switch: case Kind::Try: case Kind::Block: return value_of_statement(node);
    case Kind::Return: case Kind::Throw: case Kind::Break: case Kind::Continue: case Kind::Goto: case Kind::While:
    case Kind::DoWhile: case Kind::For: case Kind::ForEach: case Kind::Using: case Kind::Labeled:
      statement(node);
      return {};
    case Kind::Type: case Kind::Modifier: case Kind::Attribute: case Kind::Token: case Kind::Text: case Kind::TypeParameter:
      return {};
    default: return unknown(node);
  }
}

ValueId FunctionBuilder::child_value(NodeId node, Role role) {
  NodeId part = child(node, role);
  return part.valid() ? expression(part) : ValueId{};
}

ValueId FunctionBuilder::first_value(NodeId node) {
  NodeId part = unit().first_child(node);
  return part.valid() ? expression(part) : ValueId{};
}

std::vector<ValueId> FunctionBuilder::values_of_children(NodeId node) {
  std::vector<ValueId> values;
  for (NodeId part : unit().children(node))
    if (ValueId value = expression(part); value.valid()) values.push_back(value);
  return values;
}

ValueId FunctionBuilder::unknown(NodeId node) {
  NodeId first = unit().first_child(node), second = first.valid() ? unit().next_sibling(first) : NodeId{};
  const bool is_copy = unit().language() == Language::CSharp && kind(node) == Kind::Other && second.valid() && kind(second) == Kind::Pair && child(second, Role::Key).valid();
  return is_copy ? copy_with(node) : emit(Op::Unknown, node, values_of_children(node));
}

// --- names, members, elements ---

ValueId FunctionBuilder::name_value(NodeId node) {
  if (!unit().node(node).text.valid()) return emit(Op::Unknown, node);
  const Execution& execution = context_.execution;
  if (VariableId exports = context_.exports_at(node); exports.valid()) return load(exports, node);
  bool is_declared = unit().declaration(node).valid();
  if (NodeId literal = context_.macro_text(node); literal.valid() && kind(literal) != Kind::Text) return emit(Op::Constant, literal);
  if (NameId meant = context_.meant_name(node); meant != unit().node(node).text)
    if (VariableId variable = context_.variable_named(meant, id_); variable.valid()) return load(variable, node);
  if (!is_declared && is_one_of(text(node), execution.self_names)) return emit(Op::Self, node);
  if (!is_declared && unit().language() == Language::Go && text(node) == "iota") return emit(Op::Constant, node, {}, name(std::to_string(constants_.number)));
  bool is_field = context_.is_member_name(node, id_) || (!execution.field_prefix.empty() && text(node).starts_with(execution.field_prefix));
  if (is_field) return emit(Op::Field, node, {emit(Op::Self, node)}, field_name(node));
  bool is_lower = text(node)[0] == '_' || (text(node)[0] >= 'a' && text(node)[0] <= 'z');
  // Where a bare name calls, that of a method does, too.
  bool is_method = is_declared && kind(unit().parent(unit().declaration(node))) == Kind::Function;
  if (execution.members_are_calls && (!is_declared || is_method) && is_lower) return call_without_arguments(node);
  return load(context_.variable_of(node), node);
}

// `Names::cleaned`, `this::cleaned` of Java: the method as a value.
ValueId FunctionBuilder::method_reference(NodeId node) {
  NodeId object = unit().first_child(node), word = object.valid() ? unit().next_sibling(object) : NodeId{};
  if (!word.valid() || kind(word) != Kind::Name || !unit().node(word).text.valid()) return unknown(node);
  return emit(Op::Field, node, {expression(object)}, unit().node(word).text);
}

ValueId FunctionBuilder::member(NodeId node) {
  if (unit().language() == Language::Java && text(node) == "::") return method_reference(node);
  NodeId object = child(node, Role::Object), word = child(node, Role::Name);
  bool is_lower = word.valid() && !text(word).empty() && !(text(word)[0] >= 'A' && text(word)[0] <= 'Z');
  if (context_.execution.members_are_calls && is_lower) return call_without_arguments(node);
  if (VariableId exports = context_.exports_at(node); exports.valid()) return load(exports, node);
  if (!object.valid() || !word.valid()) return unknown(node);
  ValueId value = expression(object);
  if (!is_computed(node)) return emit(Op::Field, node, {value}, field_name(word));
  return emit(Op::Element, node, {value, expression(word)});
}

// `$x` is declared, `->x` is the field.
NameId FunctionBuilder::field_name(NodeId word) {
  std::string_view prefix = context_.execution.variable_prefix, written = text(word);
  bool has_prefix = !prefix.empty() && written.starts_with(prefix);
  return has_prefix ? name(written.substr(prefix.size())) : unit().node(word).text;
}

// `$o->$name`; but `A::$x` is a field.
bool FunctionBuilder::is_computed(NodeId member) const {
  NodeId object = child(member, Role::Object), word = child(member, Role::Name);
  if (kind(word) != Kind::Name || !unit().node(word).text.valid()) return true;
  std::string_view prefix = context_.execution.variable_prefix;
  if (prefix.empty() || !text(word).starts_with(prefix)) return false;
  return kind(object) != Kind::Name || text(object).starts_with(prefix);
}

// `list[1:n]` of Go: an element whose index is a slice. Without a begin it is 0, without an end there is none.
ValueId FunctionBuilder::slice(NodeId node) {
  ValueId object = child_value(node, Role::Object), begin = child_value(node, Role::Left), end = child_value(node, Role::Right);
  if (!begin.valid()) begin = emit(Op::Constant, node, {}, name("0"));
  ValueId bounds = end.valid() ? emit(Op::Unknown, node, {begin, end}, name(":")) : emit(Op::Unknown, node, {begin}, name(":"));
  return emit(Op::Element, node, {object, bounds});
}

// `a with { B = 1 }` of C#: what a holds, but for that.
ValueId FunctionBuilder::copy_with(NodeId node) {
  ValueId from = first_value(node);
  std::vector<ValueId> operands = {ValueId{}, from};
  for (NodeId part : unit().children(node)) {
    if (NodeId word = child(part, Role::Key); kind(part) == Kind::Pair && word.valid()) {
      operands.push_back(key_value(word));
      operands.push_back(child_value(part, Role::Value));
    }
  }
  ValueId value = emit(Op::Map, node);
  function_.operands.insert(function_.operands.end(), operands.begin(), operands.end());
  step(value).count = static_cast<std::uint32_t>(operands.size());
  return value;
}

ValueId FunctionBuilder::index(NodeId node) {
  if (unit().language() == Language::Go && text(node) == ":" && child(node, Role::Object).valid()) return slice(node);
  std::vector<ValueId> operands;
  for (NodeId part : unit().children(node))
    if (ValueId value = expression(part); value.valid()) operands.push_back(value);
  if (operands.size() == 1) return emit(Op::Item, node, {operands[0]});
  ValueId value = emit(Op::Element, node, operands);
  split_if_handled();
  return value;
}

// --- operators ---

ValueId FunctionBuilder::unary(NodeId node) {
  std::string_view op = text(node);
  NodeId operand = child(node, Role::Operand);
  if (!operand.valid()) return unknown(node);
  if (op == "++" || op == "--") return step_by_one(node, operand);
  if (op == "defer") {
    defer(node);
    return {};
  }
  ValueId value = expression(operand);
  if (op == "go") return value;
  if (op == "*" || op == "<-") return emit(Op::Field, node, {value}, unit().node(node).text);
  return emit(Op::Unary, node, {value}, unit().node(node).text);
}

// `i++` is worth what i was before.
ValueId FunctionBuilder::step_by_one(NodeId node, NodeId operand) {
  ValueId before = expression(operand);
  ValueId after = emit(Op::Unary, node, {before}, unit().node(node).text);
  assign(operand, after);
  bool is_behind = unit().node(operand).begin == unit().node(node).begin;
  return is_behind ? before : after;
}

bool FunctionBuilder::is_logical(NodeId node) const {
  return child(node, Role::Left).valid() && child(node, Role::Right).valid() && is_one_of(text(node), "&& || ?\? and or ?:") &&
         role(node) != Role::Label;
}

ValueId FunctionBuilder::binary(NodeId node) {
  std::vector<ValueId> operands;
  for (NodeId part : unit().children(node)) {
    // `o instanceof T t`, `o is T t`: t is o.
    bool binds = (role(part) == Role::Name || kind(part) == Kind::VarDef) && !operands.empty();
    if (!binds) operands.push_back(expression(part));
    else if (NodeId word = kind(part) == Kind::VarDef ? child(part, Role::Name) : part; word.valid()) assign(word, operands[0]);
  }
  if (text(node) == "<-" && operands.size() == 2)  // what is sent into a channel comes out of it
    return emit(Op::SetField, node, {operands[0], operands[1]}, unit().node(node).text);
  ValueId value = emit(Op::Binary, node, operands, unit().node(node).text);
  if (is_one_of(text(node), "/ % //")) split_if_handled();
  return value;
}

// `a && b`, `a || b`, `a ?? b`: the right side runs when the left one does not decide.
ValueId FunctionBuilder::either(NodeId node) {
  VariableId result = context_.temporary(id_);
  ValueId left = child_value(node, Role::Left);
  if (!is_live()) return left;
  store(result, left, node);
  BlockId other = new_block(), end = new_block();
  bool is_and = is_one_of(text(node), "&& and"), is_null = is_one_of(text(node), "?\? ?:");
  if (is_null) left = emit(Op::Unary, node, {left}, name("is null"));
  branch(left, is_and || is_null ? other : end, is_and || is_null ? end : other);
  start(other);
  ValueId right = child_value(node, Role::Right);
  if (is_live()) store(result, right, node);
  jump(end);
  start(end);
  return load(result, node);
}

// Without a middle: `a ?: b`.
ValueId FunctionBuilder::conditional(NodeId node) {
  VariableId result = context_.temporary(id_);
  BlockId when_true = new_block(), when_false = new_block(), end = new_block();
  NodeId test = child(node, Role::Condition), then = child(node, Role::Then), otherwise = child(node, Role::Else);
  if (then.valid() && test.valid()) {
    condition(test, when_true, when_false);
  } else if (test.valid()) {
    ValueId value = expression(test);
    store(result, value, node);
    branch(value, end, when_false);
  }
  start_if_reached(when_true);
  if (then.valid() && is_live()) deliver(then, {Wanted::How::Store, result});
  jump(end);
  start_if_reached(when_false);
  if (otherwise.valid() && is_live()) deliver(otherwise, {Wanted::How::Store, result});
  jump(end);
  start_if_reached(end);
  return load(result, node);
}

ValueId FunctionBuilder::value_of_statement(NodeId node) {
  VariableId result = context_.temporary(id_);
  deliver(node, {Wanted::How::Store, result});
  return is_live() ? load(result, node) : ValueId{};
}

// --- literals with parts ---

ValueId FunctionBuilder::key_value(NodeId key) {
  // `{a: 1}` of JavaScript: a is text.
  bool is_text = kind(key) == Kind::Name && context_.equivalences.has_optional_key_quotes;
  if (is_text) return emit(Op::Constant, key);
  if (kind(key) == Kind::Other && unit().first_child(key).valid()) return first_value(key);
  return expression(key);
}

ValueId FunctionBuilder::map(NodeId node) {
  struct Part {
    ValueId key, value;
  };
  std::vector<Part> parts;
  for (NodeId part : unit().children(node)) {
    NodeId word = child(part, Role::Name), key = child(part, Role::Key);
    if (kind(part) == Kind::Pair && key.valid()) {
      ValueId made = key_value(key);
      parts.push_back({made, child_value(part, Role::Value)});
      if (!parts.back().value.valid()) parts.back().value = made;  // `{x:}` is `{x: x}`
    } else if ((kind(part) == Kind::Function || kind(part) == Kind::KeywordArgument) && word.valid()) {
      ValueId made = emit(Op::Constant, word);
      parts.push_back({made, kind(part) == Kind::Function ? closure(part) : child_value(part, Role::Value)});
    } else {
      ValueId value = kind(part) == Kind::Spread ? first_value(part) : expression(part);
      if (value.valid()) parts.push_back({{}, value});
    }
  }
  ValueId value = emit(Op::Map, node);
  for (const Part& part : parts) {  // a key that is not valid is an operand here
    function_.operands.push_back(part.key);
    function_.operands.push_back(part.value);
  }
  step(value).count = static_cast<std::uint32_t>(parts.size() * 2);
  return value;
}

ValueId FunctionBuilder::template_text(NodeId node) {
  std::vector<ValueId> pieces = values_of_children(node);
  return emit(Op::Join, node, pieces);
}

ValueId FunctionBuilder::yield(NodeId node) {
  const Execution& execution = context_.execution;
  NodeId given = unit().first_child(node);
  if (execution.yield_calls_block) {
    Call call;
    call.name = name("yield");
    call.variable = context_.block_of(id_);
    bool is_list = given.valid() && kind(given) == Kind::Tuple;
    if (is_list) arguments(given, call);
    else if (given.valid()) call.arguments.push_back({expression(given)});
    return emit_call(Op::Call, node, std::move(call));
  }
  if (execution.yield_is_value_of_switch) {
    ValueId value = first_value(node);
    for (std::size_t i = frames_.size(); i-- > 0;) {
      if (frames_[i].kind != Frame::Kind::Switch || frames_[i].wanted.how == Wanted::How::Nothing) continue;
      Wanted wanted = frames_[i].wanted;
      BlockId end = frames_[i].break_to;
      give(value, node, wanted);
      if (is_live()) {
        leave_frames(i + 1);
        jump(end);
      }
      return {};
    }
    return value;
  }
  if (execution.bare_yield_ends && !given.valid()) {
    return_value({}, node);
    return {};
  }
  return emit(Op::Yield, node, {first_value(node)});
}

}  // namespace sluice::flow
