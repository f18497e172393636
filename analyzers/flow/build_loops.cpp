#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

void FunctionBuilder::loop_body(NodeId node, NodeId body, BlockId break_to, BlockId continue_to) {
  Frame frame{.kind = Frame::Kind::Loop, .node = node, .label = std::exchange(pending_label_, {}), .break_to = break_to, .continue_to = continue_to};
  in_frame(std::move(frame), [&] {
    if (body.valid()) statement(body);
  });
  jump(continue_to);
}

// Python's `else` of a loop runs when no `break` left it.
void FunctionBuilder::while_loop(NodeId node) {
  BlockId head = new_block(), body = new_block(), otherwise = new_block(), end = new_block();
  start(head);
  conditions_of(node, body, otherwise);
  start_if_reached(body);
  loop_body(node, child(node, Role::Body), end, head);
  start_if_reached(otherwise);
  if (NodeId list = child(node, Role::Else); list.valid()) statement(list);
  start_if_reached(end);
}

void FunctionBuilder::do_while_loop(NodeId node) {
  BlockId body = new_block(), test = new_block(), end = new_block();
  start(body);
  loop_body(node, child(node, Role::Body), end, test);
  start_if_reached(test);
  conditions_of(node, body, end);
  start_if_reached(end);
}

void FunctionBuilder::for_loop(NodeId node) {
  NameId label = std::exchange(pending_label_, {});
  for (NodeId part : unit().children(node))
    if (role(part) == Role::Init) statement(part);
  BlockId head = new_block(), body = new_block(), update = new_block(), end = new_block();
  start(head);
  conditions_of(node, body, end);
  start_if_reached(body);
  pending_label_ = label;
  loop_body(node, child(node, Role::Body), end, update);
  start_if_reached(update);
  for (NodeId part : unit().children(node))
    if (role(part) == Role::Update) statement(part);
  jump(head);
  start_if_reached(end);
}

void FunctionBuilder::for_each(NodeId node) {
  NameId label = std::exchange(pending_label_, {});
  ValueId container = child_value(node, Role::Value);
  BlockId head = new_block(), body = new_block(), otherwise = new_block(), end = new_block();
  start(head);
  if (is_live()) function_.blocks[current_.index].subject = container;
  close({body, otherwise});
  start_if_reached(body);
  loop_targets(node, container);
  pending_label_ = label;
  loop_body(node, child(node, Role::Body), end, head);
  start_if_reached(otherwise);
  if (NodeId list = child(node, Role::Else); list.valid()) statement(list);
  start_if_reached(end);
}

// `for (k in o)`, Go's `for k, v := range m` and PHP's `$k => $v` give keys as well.
void FunctionBuilder::loop_targets(NodeId loop, ValueId container) {
  NodeId target = child(loop, Role::Target);
  if (!target.valid()) target = child(loop, Role::Name);
  if (!target.valid()) return;
  NodeId key, value = target;
  bool gives_keys = context_.execution.loops_give_keys;
  if (kind(target) == Kind::Pair) {
    key = child(target, Role::Key);
    value = child(target, Role::Value);
  } else if (gives_keys && kind(target) == Kind::Tuple && unit().first_child(target).valid()) {
    key = unit().first_child(target);
    value = unit().next_sibling(key);
  } else if (gives_keys || (text(loop) == "in" && context_.equivalences.has_definition_words)) {
    key = target;
    value = {};
  }
  if (key.valid()) assign(key, emit(Op::Item, key, {container}, name("key")));
  if (value.valid()) assign(value, emit(Op::Item, value, {container}));
}

// --- comprehensions: a list that loops fill ---

ValueId FunctionBuilder::comprehension(NodeId node) {
  NodeId result = child(node, Role::Body);
  std::vector<NodeId> clauses;
  for (NodeId part : unit().children(node)) {
    bool is_clause = kind(part) == Kind::ForEach || kind(part) == Kind::If || kind(part) == Kind::VarDef;
    if (is_clause) clauses.push_back(part);
    else if (!result.valid() || role(part) != Role::Body) result = part;
  }
  if (!result.valid() || clauses.empty()) return unknown(node);
  VariableId list = context_.temporary(id_);
  store(list, emit(kind(result) == Kind::Pair ? Op::Map : Op::List, node), node);
  comprehension_part(clauses, result, list);
  return load(list, node);
}

void FunctionBuilder::comprehension_part(std::span<const NodeId> clauses, NodeId result, VariableId list) {
  if (clauses.empty()) {
    ValueId key = kind(result) == Kind::Pair ? child_value(result, Role::Key) : ValueId{};
    ValueId value = kind(result) == Kind::Pair ? child_value(result, Role::Value) : expression(result);
    emit(Op::SetElement, result, {load(list, result), key, value});
    return;
  }
  NodeId clause = clauses[0];
  if (kind(clause) == Kind::VarDef) {
    definition(clause);
    return comprehension_part(clauses.subspan(1), result, list);
  }
  BlockId head = new_block(), inside = new_block(), end = new_block();
  bool is_loop = kind(clause) == Kind::ForEach;
  ValueId container = is_loop ? child_value(clause, Role::Value) : ValueId{};
  start(head);
  if (is_loop) {
    function_.blocks[current_.index].subject = container;
    close({inside, end});
  } else {
    conditions_of(clause, inside, end);
  }
  start_if_reached(inside);
  if (is_loop) loop_targets(clause, container);
  comprehension_part(clauses.subspan(1), result, list);
  jump(is_loop ? head : end);
  start_if_reached(end);
}

}  // namespace sluice::flow
