#include <charconv>

#include "analyzers/flow/function_builder.h"

namespace sluice::flow {

// --- what runs on the way out ---

void FunctionBuilder::run_cleanup(const Frame& frame) {
  for (std::size_t i = frame.exits.size(); i-- > 0 && is_live();) {
    const Frame::Exit& exit = frame.exits[i];
    bool is_thing = exit.call == UINT32_MAX;
    if (is_thing && context_.execution.exit_method.empty()) continue;
    BlockId run = new_block(), after = new_block();
    if (!is_thing && exit.thing.valid()) {
      branch(load(exit.thing, exit.node), run, after);  // it may not have come by there
      start(run);
    }
    Call call = is_thing ? Call{} : function_.calls[exit.call];
    if (!exit.kept.empty()) {
      std::size_t next = 0;
      if (call.receiver.valid()) call.receiver = load(exit.kept[next++], exit.node);
      if (call.function.valid()) call.function = load(exit.kept[next++], exit.node);
      for (Argument& argument : call.arguments) argument.value = load(exit.kept[next++], exit.node);
    }
    if (is_thing) {
      call.name = name(context_.execution.exit_method);
      call.receiver = load(exit.thing, exit.node);
    }
    ValueId value = emit_call(Op::Call, exit.node, std::move(call));
    if (!is_thing) places_.emplace_back(exit.node, value);
    start(after);
  }
  if (frame.node.valid() && kind(frame.node) == Kind::Finally)
    for (NodeId part : unit().children(frame.node)) statement(part);
}

// Lowers the exits of all frames above `depth`, each as if those above it were left already.
void FunctionBuilder::leave_frames(std::size_t depth) {
  std::vector<Frame> left;
  while (frames_.size() > depth) {
    left.push_back(std::move(frames_.back()));
    frames_.pop_back();
    bool has_exit = left.back().kind == Frame::Kind::Cleanup || left.back().kind == Frame::Kind::Deferred;
    if (has_exit && is_live()) run_cleanup(left.back());
  }
  for (; !left.empty(); left.pop_back()) frames_.push_back(std::move(left.back()));
}

// The innermost frame's exit: for who comes to the end of it, and for exceptions.
void FunctionBuilder::leave_cleanup() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (is_live()) run_cleanup(frame);
  if (!frame.on_exception.valid()) return;
  BlockId after = new_block();
  jump(after);
  start_if_reached(frame.on_exception);
  if (is_live()) {
    NodeId node = frame.node.valid() ? frame.node : function_.node;
    VariableId exception = context_.temporary(id_);
    store(exception, emit(Op::Caught, node), node);
    run_cleanup(frame);
    if (is_live()) throw_value(load(exception, node), node);
  }
  start_if_reached(after);
}

// Where an exception that is thrown here may be caught, from the inner to the outer.
std::vector<BlockId> FunctionBuilder::handlers() {
  constexpr std::size_t kMost = 100;  // code that nests deeper was not written by people
  std::vector<BlockId> found;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    Frame& frame = frames_[i];
    if (found.size() > kMost) {
      function_.was_cut = true;
      return found;
    }
    if (frame.kind == Frame::Kind::Handlers) {
      found.insert(found.end(), frame.handlers.begin(), frame.handlers.end());
      if (frame.takes_all) return found;
    }
    if (frame.kind != Frame::Kind::Cleanup) continue;
    if (!frame.on_exception.valid()) {
      BlockId made = new_block();
      frames_[i].on_exception = made;
    }
    found.push_back(frames_[i].on_exception);
    return found;
  }
  return found;
}

// --- try, using ---

void FunctionBuilder::try_statement(NodeId node, Wanted wanted) {
  NodeId at_exit = child(node, Role::Finally), otherwise = child(node, Role::Else);
  BlockId retry = new_block(), end = new_block();
  if (at_exit.valid()) frames_.push_back({.kind = Frame::Kind::Cleanup, .node = at_exit});
  Frame guarded{.kind = Frame::Kind::Handlers, .node = node};
  std::vector<NodeId> catches;
  for (NodeId part : unit().children(node)) {
    if (kind(part) != Kind::Catch) continue;
    catches.push_back(part);
    guarded.handlers.push_back(new_block());
    guarded.takes_all |= !child(part, Role::Type).valid() && !child(part, Role::Condition).valid() && !context_.execution.members_are_calls;
  }
  std::vector<BlockId> begins = guarded.handlers;
  start(retry);
  in_frame(std::move(guarded), [&] {
    split_if_handled();  // whatever the body does, its handlers are reached
    std::size_t depth = frames_.size();
    for (NodeId part : unit().children(node))
      if (role(part) == Role::Resource) enter_thing(part);
    if (NodeId list = child(node, Role::Body); list.valid()) deliver(list, otherwise.valid() ? Wanted{} : wanted);
    while (frames_.size() > depth) leave_cleanup();
  });
  if (otherwise.valid() && is_live()) deliver(otherwise, wanted);
  jump(end);
  for (std::size_t i = 0; i < catches.size(); ++i) handler(catches[i], std::span(begins).subspan(i), retry, end, wanted);
  start_if_reached(end);
  if (at_exit.valid()) leave_cleanup();
}

// `begins`: of this handler and those behind it, which get what its filter does not take.
void FunctionBuilder::handler(NodeId node, std::span<const BlockId> begins, BlockId retry, BlockId end, Wanted wanted) {
  start_if_reached(begins[0]);
  if (!is_live()) return;
  VariableId exception = context_.temporary(id_);
  ValueId caught = emit(Op::Caught, node);
  store(exception, caught, node);
  if (NodeId target = child(node, Role::Name); target.valid()) assign(target, caught);
  if (NodeId filter = child(node, Role::Condition); filter.valid()) {
    BlockId taken = new_block(), passed_on = new_block();
    condition(filter, taken, passed_on);
    start_if_reached(passed_on);
    Frame others{.kind = Frame::Kind::Handlers, .node = node};
    others.handlers.assign(begins.begin() + 1, begins.end());
    in_frame(std::move(others), [&] {
      if (is_live()) throw_value(caught, node);
    });
    start_if_reached(taken);
  }
  // A bare `throw` throws the exception again.
  Frame frame{.kind = Frame::Kind::Retry, .node = node, .break_to = retry};
  frame.exits.push_back({.node = node, .thing = exception});
  in_frame(std::move(frame), [&] {
    if (NodeId list = child(node, Role::Body); list.valid()) deliver(list, wanted);
  });
  jump(end);
}

// From here on, leaving means leaving the thing as well.
void FunctionBuilder::enter_thing(NodeId node) {
  VariableId variable;
  NodeId target = kind(node) == Kind::VarDef ? child(node, Role::Name) : NodeId{};
  bool is_thing = kind(node) == Kind::VarDef || kind(node) == Kind::Call || kind(node) == Kind::New || role(node) == Role::Resource;
  if (kind(node) == Kind::Assign) target = child(node, Role::Target);
  if (target.valid() && kind(target) == Kind::Name) {
    statement(node);
    variable = context_.variable_of(target);
  } else {
    ValueId value = kind(node) == Kind::VarDef ? child_value(node, Role::Value) : expression(node);
    variable = context_.temporary(id_);
    if (value.valid()) store(variable, value, node);
    if (target.valid()) assign(target, value);
  }
  if (!is_thing && !target.valid()) return;
  frames_.push_back({.kind = Frame::Kind::Cleanup});
  frames_.back().exits.push_back({.node = node, .thing = variable});
}

void FunctionBuilder::using_statement(NodeId node) {
  bool is_lock = unit().node(node).text.valid();
  std::size_t depth = frames_.size();
  for (NodeId part : unit().children(node)) {
    if (role(part) == Role::Body) continue;
    if (is_lock) statement(part);
    else enter_thing(part);
  }
  if (NodeId list = child(node, Role::Body); list.valid()) statement(list);
  while (frames_.size() > depth) leave_cleanup();
}

// --- jumps ---

void FunctionBuilder::return_value(ValueId value, NodeId node) {
  leave_frames(0);
  if (!is_live()) return;
  emit(Op::Return, node, {value});
  close({});
}

void FunctionBuilder::return_statement(NodeId node) {
  if (kind(node) == Kind::Return && child(node, Role::Value).valid()) return return_value(child_value(node, Role::Value), node);
  if (results_.empty()) return return_value({}, node);
  // `return` gives what the named results hold, after what was deferred.
  leave_frames(0);
  std::vector<ValueId> values;
  for (NodeId word : results_) values.push_back(load(context_.variable_of(word), word));
  ValueId value = values.size() == 1 ? values[0] : emit(Op::List, node, values);
  emit(Op::Return, node, {value});
  close({});
}

void FunctionBuilder::throw_value(ValueId value, NodeId node) {
  std::vector<BlockId> where = handlers();
  emit(Op::Throw, node, std::span(&value, 1));
  for (BlockId handler : where) is_reached_[handler.index] = true;
  function_.blocks[current_.index].handlers = std::move(where);
  close({});
}

void FunctionBuilder::throw_statement(NodeId node) {
  ValueId value = first_value(node);
  for (std::size_t i = frames_.size(); i-- > 0 && !value.valid();)
    if (frames_[i].kind == Frame::Kind::Retry) value = load(frames_[i].exits[0].thing, node);
  if (is_live()) throw_value(value, node);
}

// `break`, `break label`, `break 2`; in a block that a function was given, it is a `return`.
void FunctionBuilder::break_or_continue(NodeId node) {
  bool is_break = kind(node) == Kind::Break;
  NodeId label = unit().first_child(node);
  bool is_place_name = label.valid() && role(label) == Role::Label;
  bool is_label = is_place_name && kind(label) == Kind::Name, is_count = is_place_name && kind(label) == Kind::Number;
  std::uint32_t count = 1;
  if (is_count) std::from_chars(text(label).data(), text(label).data() + text(label).size(), count);
  bool counts_switches = context_.execution.break_leaves_switch && is_count;
  for (std::size_t i = frames_.size(); i-- > 0;) {
    const Frame& frame = frames_[i];
    BlockId to = is_break || (frame.kind == Frame::Kind::Switch && counts_switches) ? frame.break_to : frame.continue_to;
    bool is_place = frame.kind == Frame::Kind::Loop || frame.kind == Frame::Kind::Switch || (is_label && frame.kind == Frame::Kind::Label);
    if (!is_place || !to.valid()) continue;
    if (is_label ? frame.label != unit().node(label).text : --count > 0) continue;
    leave_frames(i + 1);
    return jump(to);
  }
  ValueId value = label.valid() && !is_label ? expression(label) : ValueId{};
  if (is_live()) return_value(value, node);
}

void FunctionBuilder::go_to(NodeId node) {
  NodeId label = unit().first_child(node);
  // `goto case 1`
  for (std::size_t i = frames_.size(); i-- > 0 && label.valid();)
    for (auto [known, block] : frames_[i].cases) {
      if (!known.valid() || unit().code(known) != unit().code(label)) continue;
      BlockId to = block;
      leave_frames(i + 1);
      return jump(to);
    }
  if (label.valid() && unit().node(label).text.valid()) {
    leave_frames(std::min<std::size_t>(frames_.size(), 1));
    return jump(block_of_label(unit().node(label).text));
  }
  // `goto default`
  for (std::size_t i = frames_.size(); i-- > 0 && text(node).empty();)
    for (auto [known, block] : frames_[i].cases) {
      if (known.valid()) continue;
      BlockId to = block;
      leave_frames(i + 1);
      return jump(to);
    }
  // `retry`: from the begin of what the handler is of.
  for (std::size_t i = frames_.size(); i-- > 0;) {
    if (frames_[i].kind != Frame::Kind::Retry) continue;
    BlockId to = frames_[i].break_to;
    leave_frames(i + 1);
    return jump(to);
  }
  close({});
}

// `defer f(x)`: x is looked at now, f runs when the function is left.
void FunctionBuilder::defer(NodeId node) {
  NodeId operand = child(node, Role::Operand);
  if (!operand.valid() || kind(operand) != Kind::Call || frames_.empty()) return;
  Call call;
  call.node = operand;
  callee(child(operand, Role::Callee), call);
  arguments(child(operand, Role::Arguments), call);
  // In the function's own list of statements it is certain to have come by.
  NodeId list = unit().parent(unit().parent(node));
  bool is_certain = list.valid() && unit().parent(list) == function_.node;
  VariableId flag = is_certain ? VariableId{} : context_.temporary(id_);
  if (flag.valid()) store(flag, emit(Op::Constant, operand, {}, name("true")), operand);
  Frame::Exit exit{.node = operand, .thing = flag, .call = static_cast<std::uint32_t>(function_.calls.size())};
  std::vector<ValueId> values{call.receiver, call.function};
  for (const Argument& argument : call.arguments) values.push_back(argument.value);
  for (ValueId value : values) {
    if (!flag.valid() || !value.valid()) continue;
    exit.kept.push_back(context_.temporary(id_));
    store(exit.kept.back(), value, operand);
  }
  function_.calls.push_back(std::move(call));
  for (Frame& frame : frames_)
    if (frame.kind == Frame::Kind::Deferred) frame.exits.push_back(exit);
}

}  // namespace sluice::flow
