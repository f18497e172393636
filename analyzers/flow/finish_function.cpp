#include <algorithm>

#include "analyzers/flow/function_builder.h"

namespace sluice::flow {
namespace {

class Finish {
 public:
  explicit Finish(Function& function) : function_(function), order_(function.blocks.size(), BlockId::kNone) {}

  void run(std::vector<std::pair<NodeId, ValueId>>& places) {
    find_blocks();
    copy_blocks();
    std::erase_if(places, [&](const auto& place) { return !place.second.valid() || !step_of(place.second).valid(); });
    for (auto& [node, value] : places) value = step_of(value);
  }

 private:
  // An empty block that leads to one other stands for that.
  BlockId behind(BlockId id) const {
    for (std::size_t hops = 0; hops < function_.blocks.size(); ++hops) {
      const Block& block = function_.blocks[id.index];
      bool leads_on = block.begin == block.end && block.successors.size() == 1 && block.handlers.empty();
      if (!leads_on) return id;
      id = block.successors[0];
    }
    return id;  // an empty loop
  }

  void find_blocks() {
    std::vector<bool> is_seen(function_.blocks.size());
    std::vector<BlockId> open{behind({0})};
    while (!open.empty()) {
      BlockId id = open.back();
      open.pop_back();
      if (is_seen[id.index]) continue;
      is_seen[id.index] = true;
      kept_.push_back(id);
      Block& block = function_.blocks[id.index];
      for (auto* list : {&block.successors, &block.handlers})
        for (BlockId& next : *list) open.push_back(next = behind(next));
    }
    BlockId first = kept_[0];
    std::ranges::sort(kept_, [&](BlockId a, BlockId b) {
      auto key = [&](BlockId id) { return std::tuple(id != first, function_.blocks[id.index].begin, function_.blocks[id.index].end, id.index); };
      return key(a) < key(b);
    });
    for (std::uint32_t i = 0; i < kept_.size(); ++i) order_[kept_[i].index] = i;
  }

  ValueId step_of(ValueId old) const { return old.valid() ? steps_[old.index] : old; }

  void copy_blocks() {
    steps_.resize(function_.steps.size());
    std::vector<Step> steps;
    std::vector<Block> blocks;
    for (BlockId id : kept_) {
      Block block = std::move(function_.blocks[id.index]);
      auto begin = static_cast<std::uint32_t>(steps.size());
      for (std::uint32_t i = block.begin; i < block.end; ++i) {
        steps_[i] = {static_cast<std::uint32_t>(steps.size())};
        steps.push_back(function_.steps[i]);
      }
      block.begin = begin;
      block.end = static_cast<std::uint32_t>(steps.size());
      for (auto* list : {&block.successors, &block.handlers})
        for (BlockId& next : *list) next = {order_[next.index]};
      blocks.push_back(std::move(block));
    }
    function_.steps = std::move(steps);
    function_.blocks = std::move(blocks);
    rename_values();
  }

  void rename_values() {
    std::vector<ValueId> operands;
    for (Step& step : function_.steps) {
      auto first = static_cast<std::uint32_t>(operands.size());
      for (ValueId old : function_.operands_of(step))
        if (ValueId value = step_of(old); value.valid() || step.op == Op::Map) operands.push_back(value);
      step.first = first;
      step.count = static_cast<std::uint32_t>(operands.size()) - first;
    }
    function_.operands = std::move(operands);
    for (Block& block : function_.blocks) {
      block.condition = step_of(block.condition);
      block.subject = step_of(block.subject);
      for (auto& list : block.labels)
        for (ValueId& label : list) label = step_of(label);
    }
    for (Call& call : function_.calls) {
      call.receiver = step_of(call.receiver);
      call.function = step_of(call.function);
      for (Argument& argument : call.arguments) argument.value = step_of(argument.value);
    }
  }

  Function& function_;
  std::vector<BlockId> kept_;
  std::vector<std::uint32_t> order_;  // by old block
  std::vector<ValueId> steps_;        // by old step
};

}  // namespace

void finish(Function& function, std::vector<std::pair<NodeId, ValueId>>& places) { Finish(function).run(places); }

}  // namespace sluice::flow
