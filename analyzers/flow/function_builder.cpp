#include "analyzers/flow/function_builder.h"

#include "analyzers/flow/flow_builder.h"

namespace sluice::flow {

Graph build_graph(const Unit& unit) {
  Graph graph(unit);
  if (unit.size() == 0) return graph;
  graph.places.resize(unit.size());
  FileContext context(unit, graph);
  for (std::uint32_t i = 0; i < graph.functions.size(); ++i) FunctionBuilder(context, {i}).build();
  return graph;
}

FunctionBuilder::FunctionBuilder(FileContext& context, FunctionId id)
    : context_(context), id_(id), function_(context.graph.functions[id.index]) {
  const Node& node = unit().node(function_.node);
  constexpr std::size_t kStepsPerNode = 16, kMostSteps = std::size_t{1} << 20;
  most_steps_ = std::min(1000 + kStepsPerNode * (node.last - function_.node.index), kMostSteps);
}

void FunctionBuilder::build() {
  start(new_block());
  Kind what = kind(function_.node);
  if (what == Kind::File && context_.has_exports()) store(context_.exports(), emit(Op::Map, {}), {});
  if (what == Kind::File) statements(function_.node);
  else if (context_.is_class(id_)) build_class();
  else body();
  if (is_live()) close({});
  finish(function_, places_);
  for (auto [node, value] : places_)
    if (!context_.graph.places[node.index].function.valid()) context_.graph.places[node.index] = {id_, value};
}

BlockId FunctionBuilder::new_block() {
  function_.blocks.emplace_back();
  is_reached_.push_back(false);
  return {static_cast<std::uint32_t>(function_.blocks.size() - 1)};
}

void FunctionBuilder::start(BlockId block) {
  if (is_live()) jump(block);
  current_ = block;
  function_.blocks[block.index].begin = static_cast<std::uint32_t>(function_.steps.size());
}

void FunctionBuilder::start_if_reached(BlockId block) {
  if (is_live() || is_reached_[block.index]) start(block);
}

void FunctionBuilder::close(std::initializer_list<BlockId> successors) {
  if (!is_live()) return;
  Block& block = function_.blocks[current_.index];
  block.end = static_cast<std::uint32_t>(function_.steps.size());
  block.successors.assign(successors);
  for (BlockId successor : successors) is_reached_[successor.index] = true;
  current_ = {};
}

void FunctionBuilder::jump(BlockId to) { close({to}); }

void FunctionBuilder::branch(ValueId condition, BlockId when_true, BlockId when_false) {
  if (!is_live()) return;
  function_.blocks[current_.index].condition = condition;
  close({when_true, when_false});
}

ValueId FunctionBuilder::emit(Op op, NodeId node, std::span<const ValueId> operands, NameId name) {
  // What comes behind a jump in one expression: lowered where nothing leads, and dropped in the end.
  if (!is_live()) start(new_block());
  Step made;
  made.op = op;
  made.node = node;
  made.name = name;
  made.first = static_cast<std::uint32_t>(function_.operands.size());
  for (ValueId operand : operands)
    if (operand.valid()) function_.operands.push_back(operand);
  made.count = static_cast<std::uint32_t>(function_.operands.size()) - made.first;
  function_.steps.push_back(made);
  return {static_cast<std::uint32_t>(function_.steps.size() - 1)};
}

ValueId FunctionBuilder::emit(Op op, NodeId node, std::initializer_list<ValueId> operands, NameId name) {
  ValueId value = emit(op, node, std::span(operands.begin(), operands.size()), name);
  bool may_throw = op == Op::Element || op == Op::SetElement || op == Op::Convert || op == Op::Yield;
  if (op == Op::Binary) may_throw = is_one_of(context_.graph.names.text(name), "/ % //");
  if (may_throw) split_if_handled();
  return value;
}

ValueId FunctionBuilder::emit_variable(Op op, NodeId node, VariableId variable, std::span<const ValueId> operands) {
  ValueId value = emit(op, node, operands);
  step(value).variable = variable;
  return value;
}

ValueId FunctionBuilder::store(VariableId variable, ValueId value, NodeId node) {
  return emit_variable(Op::Store, node, variable, std::span(&value, 1));
}

ValueId FunctionBuilder::emit_numbered(Op op, NodeId node, std::uint32_t number, std::initializer_list<ValueId> operands) {
  ValueId value = emit(op, node, std::span(operands.begin(), operands.size()));
  step(value).number = number;
  return value;
}

ValueId FunctionBuilder::emit_call(Op op, NodeId node, Call call) {
  std::vector<ValueId> operands{call.receiver, call.function};
  for (const Argument& argument : call.arguments) operands.push_back(argument.value);
  call.node = node;
  ValueId value = emit(op, node, operands);
  step(value).number = static_cast<std::uint32_t>(function_.calls.size());
  function_.calls.push_back(std::move(call));
  split_if_handled();
  return value;
}

// What may throw ends its block.
void FunctionBuilder::split_if_handled() {
  std::vector<BlockId> where = handlers();
  if (where.empty() || !is_live()) return;
  for (BlockId handler : where) is_reached_[handler.index] = true;
  function_.blocks[current_.index].handlers = std::move(where);
  BlockId next = new_block();
  jump(next);
  start(next);
}

}  // namespace sluice::flow
