#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

// All children, without those of one role. Functions are there before the first statement runs.
void FunctionBuilder::statements(NodeId list, Role without) {
  bool is_hoisted = !context_.execution.defines_in_order;
  for (NodeId node : unit().children(list))
    if (is_hoisted && kind(node) == Kind::Function && is_live()) define(node);
  for (NodeId node : unit().children(list)) {
    if (without != Role::None && role(node) == without) continue;
    if (!is_hoisted || kind(node) != Kind::Function) statement(node);
  }
}

void FunctionBuilder::statement(NodeId node) {
  if (function_.steps.size() > most_steps_) {
    function_.was_cut = true;
    close({});
  }
  bool can_run = is_live() || context_.has_gotos(id_);
  if (!can_run || function_.was_cut) return;
  switch (kind(node)) {
    case Kind::Block: return statements(node);
    case Kind::ExprStmt:
      for (NodeId part : unit().children(node)) statement(part);
      return;
    case Kind::Package: return statements(node, Role::Name);
    case Kind::VarDef: definition(node); return;
    case Kind::Function: case Kind::Class: return define(node);
    case Kind::If: return if_statement(node, {});
    case Kind::While: return while_loop(node);
    case Kind::DoWhile: return do_while_loop(node);
    case Kind::For: return for_loop(node);
    case Kind::ForEach: return for_each(node);
    case Kind::Switch: return switch_statement(node, {});
    case Kind::Try: return try_statement(node, {});
    case Kind::Using: return using_statement(node);
    case Kind::Return: return return_statement(node);
    case Kind::Throw: return throw_statement(node);
    case Kind::Break: case Kind::Continue: return break_or_continue(node);
    case Kind::Goto: return go_to(node);
    case Kind::Labeled: return labeled(node);
    case Kind::Import: case Kind::ImportedName: case Kind::Type: case Kind::Modifier: case Kind::Attribute:
    case Kind::TypeParameter: case Kind::Text: case Kind::Token: case Kind::Parameters: case Kind::Parameter:
      return;
    case Kind::Other: case Kind::Error: return unknown_statement(node);
    default: expression(node); return;
  }
}

// What one language alone has: a statement of statements, or an expression.
void FunctionBuilder::unknown_statement(NodeId node) {
  NodeId given = child(node, Role::Value);
  bool is_default = given.valid() && unit().code(node).starts_with("export default");
  if (is_default) {
    if (ValueId value = expression(given); value.valid() && is_live()) store(context_.exports(), value, given);
    return;
  }
  const std::string_view code = unit().code(node), first = code.substr(0, code.find_first_of(" (["));
  if (!first.empty() && first == context_.execution.removing_word) return remove_places(node);
  bool has_statements = false;
  for (NodeId part : unit().children(node)) {
    Kind what = kind(part);
    has_statements |= what == Kind::Block || what == Kind::ExprStmt || what == Kind::VarDef || what == Kind::Function || what == Kind::Class || what == Kind::Return;
  }
  if (has_statements) return statements(node);
  expression(node);
}

// --- bodies whose last expression is a value ---

void FunctionBuilder::deliver(NodeId node, Wanted wanted) {
  if (wanted.how == Wanted::How::Nothing) return statement(node);
  if (!is_live() || function_.was_cut) return;
  switch (kind(node)) {
    case Kind::Block: {
      NodeId last;
      for (NodeId part : unit().children(node)) last = part;
      for (NodeId part : unit().children(node))
        if (part != last) statement(part);
      if (last.valid()) deliver(last, wanted);
      return;
    }
    case Kind::ExprStmt: {
      bool is_dropped = context_.equivalences.last_value == LastValue::ReturnedWithoutSemicolon && unit().code(node).ends_with(';');
      NodeId value = unit().first_child(node);
      if (is_dropped || !value.valid()) return statement(node);
      return deliver(value, wanted);
    }
    case Kind::If: return if_statement(node, wanted);
    case Kind::Switch: return switch_statement(node, wanted);
    case Kind::Try: return try_statement(node, wanted);
    case Kind::While: case Kind::DoWhile: case Kind::For: case Kind::ForEach: case Kind::Using: case Kind::Return:
    case Kind::Throw: case Kind::Break: case Kind::Continue: case Kind::Goto: case Kind::Labeled: case Kind::VarDef:
    case Kind::Class: case Kind::Import: case Kind::Package:
      return statement(node);
    case Kind::Function: return statement(node);
    default: return give(expression(node), node, wanted);
  }
}

void FunctionBuilder::give(ValueId value, NodeId node, Wanted wanted) {
  if (!is_live()) return;
  if (wanted.how == Wanted::How::Store) store(wanted.variable, value, node);
  if (wanted.how == Wanted::How::Return) return_value(value, node);
}

// --- branches ---

void FunctionBuilder::if_statement(NodeId node, Wanted wanted) {
  BlockId when_true = new_block(), when_false = new_block(), end = new_block();
  for (NodeId part : unit().children(node))
    if (role(part) == Role::Init) statement(part);
  conditions_of(node, when_true, when_false);
  start_if_reached(when_true);
  if (NodeId then = child(node, Role::Then); then.valid()) deliver(then, wanted);
  jump(end);
  start_if_reached(when_false);
  if (NodeId otherwise = child(node, Role::Else); otherwise.valid()) deliver(otherwise, wanted);
  jump(end);
  start_if_reached(end);
}

// Several conditions must all hold (`if let a = b, c`).
void FunctionBuilder::conditions_of(NodeId node, BlockId when_true, BlockId when_false) {
  for (NodeId part : unit().children(node)) {
    if (role(part) != Role::Condition) continue;
    BlockId next = new_block();
    condition(part, next, when_false);
    start_if_reached(next);
  }
  jump(when_true);
}

// `a && !b` jumps; no value of its own is made.
void FunctionBuilder::condition(NodeId node, BlockId when_true, BlockId when_false) {
  std::string_view op = text(node);
  bool is_not = kind(node) == Kind::Unary && (op == "!" || op == "not");
  if (is_not && child(node, Role::Operand).valid()) return condition(child(node, Role::Operand), when_false, when_true);
  NodeId left = child(node, Role::Left), right = child(node, Role::Right);
  bool is_and = op == "&&" || op == "and", is_or = op == "||" || op == "or";
  if (kind(node) != Kind::Binary || !(is_and || is_or) || !left.valid() || !right.valid()) return branch(expression(node), when_true, when_false);
  BlockId next = new_block();
  if (is_and) condition(left, next, when_false);
  else condition(left, when_true, next);
  start_if_reached(next);
  condition(right, when_true, when_false);
}

// --- labels and definitions ---

// `del a, b["c"]`
void FunctionBuilder::remove_places(NodeId node) {
  for (NodeId part : unit().children(node)) {
    if (kind(part) == Kind::Tuple) remove_places(part);
    else if (ValueId value = expression(part); value.valid()) emit(Op::Unary, part, {value}, name("delete"));
  }
}

void FunctionBuilder::labeled(NodeId node) {
  NodeId label = unit().first_child(node);
  NameId word = label.valid() ? unit().node(label).text : NameId{};
  if (context_.has_gotos(id_) && word.valid()) start(block_of_label(word));
  BlockId end = new_block();
  in_frame({.kind = Frame::Kind::Label, .node = node, .label = word, .break_to = end}, [&] {
    for (NodeId part : unit().children(node)) {
      if (part == label) continue;
      pending_label_ = word;
      statement(part);
    }
  });
  pending_label_ = {};
  start_if_reached(end);
}

BlockId FunctionBuilder::block_of_label(NameId label) {
  for (auto [known, block] : labels_)
    if (known == label) return block;
  labels_.emplace_back(label, new_block());
  return labels_.back().second;
}

// Go's `const (low = iota; high)`: who says no value repeats the one before, with the next number.
NodeId FunctionBuilder::value_of_definition(NodeId node) {
  NodeId value = child(node, Role::Value), modifier = child(node, Role::Modifier);
  bool is_constant = unit().language() == Language::Go && modifier.valid() && text(modifier) == "const";
  if (!is_constant) return value;
  bool is_next = constants_.begin == unit().node(modifier).begin;
  if (!is_next) constants_ = {unit().node(modifier).begin, 0, {}};
  else ++constants_.number;
  if (value.valid()) constants_.value = value;
  return constants_.value;
}

ValueId FunctionBuilder::definition(NodeId node) {
  NodeId target = child(node, Role::Name), value = value_of_definition(node);
  for (NodeId part : unit().children(node))
    if (kind(part) == Kind::Function && part != value) closure(part);
  if (!value.valid()) {
    // `T x(args)` constructs.
    NodeId given = child(node, Role::Arguments);
    if (!target.valid()) return {};
    if (!given.valid()) {
      ValueId made = declared_thing(node);
      if (made.valid()) assign(target, made);
      return made;
    }
    Call call;
    if (NodeId type = child(node, Role::Type); type.valid() && unit().node(type).text.valid()) call.name = call.qualified = unit().node(type).text;
    arguments(given, call);
    ValueId object = emit_call(Op::New, node, std::move(call));
    assign(target, object);
    return object;
  }
  bool is_each = target.valid() && kind(target) == Kind::Tuple && kind(value) == Kind::Tuple;
  if (is_each) {
    assign_each(target, value);
    return {};
  }
  ValueId made = declared_thing(node);
  if (!made.valid()) made = expression(value);
  if (!target.valid() || !is_live()) return made;
  if (!assign_with_ok(target, value, made)) assign(target, made);
  NodeId modifier = child(node, Role::Modifier);
  bool is_left_at_end = modifier.valid() && text(modifier) == "using" && kind(target) == Kind::Name;
  if (is_left_at_end) {
    // `using var x = ...`: until the block ends; here, until the function does.
    for (Frame& frame : frames_)
      if (frame.kind == Frame::Kind::Deferred) frame.exits.push_back({.node = node, .thing = context_.variable_of(target)});
  }
  return made;
}

}  // namespace sluice::flow
