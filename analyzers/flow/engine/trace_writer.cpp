#include "analyzers/flow/engine/trace_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::flow {
namespace {

constexpr std::size_t kMostSteps = 60;

std::string message_of(const ProgramFile& file, const Function& function, const Step& step, bool leads_inside) {
  switch (step.op) {
    case Op::Store: {
      NameId name = file.graph->variables[step.variable.index].name;
      return name.valid() ? fmt::format("it is in `{}`", file.graph->names.text(name)) : "it goes on here";
    }
    case Op::Call: case Op::New: {
      NameId name = function.calls[step.number].name;
      std::string_view how = leads_inside ? "it is given to" : "it goes through";
      return name.valid() ? fmt::format("{} `{}`", how, file.graph->names.text(name)) : fmt::format("{} this call", how);
    }
    case Op::Parameter: return "it is given to this function";
    case Op::Field: case Op::SetField: return fmt::format("by the field `{}`", file.graph->names.text(step.name));
    case Op::Join: case Op::Binary: return "it is joined with other data";
    default: return "it goes on here";
  }
}

bool holds(const FlowStep& outer, const FlowStep& inner) {
  return outer.file == inner.file && outer.depth == inner.depth && outer.range.begin <= inner.range.begin && inner.range.end <= outer.range.end;
}

// Neighbours at one place, and parts of one expression that say the same, are one step.
std::vector<FlowStep> without_repetitions(std::vector<FlowStep> steps) {
  std::vector<FlowStep> out;
  for (FlowStep& each : steps) {
    bool is_same = !out.empty() && out.back().file == each.file && out.back().range == each.range;
    if (is_same) continue;
    bool goes_on = out.size() > 1 && out.back().message == each.message && holds(each, out.back());
    if (goes_on) out.back() = std::move(each);
    else out.push_back(std::move(each));
  }
  return out;
}

}  // namespace

std::vector<FlowStep> TraceWriter::write(const Summary& summary, TraceRef trace, const SinkPlace& sink) {
  steps_.clear();
  add(summary, trace, 0, false);
  std::uint32_t depth = steps_.empty() ? 0 : depth_of(sink.function);
  steps_.push_back(step(sink.function, sink.step, depth, false));
  functions_.clear();
  std::vector<FlowStep> out = without_repetitions(std::move(steps_));
  out.front().message = "data comes from here";
  out.back().message = "and arrives here";
  return out;
}

// The sink's function is one that the way went through, or the last one called another that it does not show.
std::uint32_t TraceWriter::depth_of(ProgramFunctionId function) const {
  for (std::size_t i = functions_.size(); i-- > 0;)
    if (functions_[i] == function) return steps_[i].depth;
  return steps_.back().depth;
}

// `is_given`: the chain begins with what a caller gave, not with a source.
void TraceWriter::add(const Summary& summary, TraceRef trace, std::uint32_t depth, bool is_given) {
  std::vector<const TraceNode*> chain;
  for (TraceRef at = trace; at.valid(); at = summary.traces[at.index].before) chain.push_back(&summary.traces[at.index]);
  std::ranges::reverse(chain);
  auto push = [&](const TraceNode& node, bool leads_inside) {
    steps_.push_back(step(node.function, node.step, depth, leads_inside));
    functions_.push_back(node.function);
  };
  for (const TraceNode* node : chain) {
    if (steps_.size() >= kMostSteps) return;
    bool begins_inside = node->through && !node->before.valid() && !is_given;
    if (!begins_inside) push(*node, node->through != nullptr);
    if (node->through) add(*node->through, node->inner, depth + 1, !begins_inside);
    if (begins_inside) push(*node, false);
  }
}

FlowStep TraceWriter::step(ProgramFunctionId id, std::uint32_t number, std::uint32_t depth, bool leads_inside) const {
  const ProgramFunction& where = program_.function(id);
  const ProgramFile& file = program_.file(where.file);
  const Function& function = program_.graph_function(id);
  if (number >= function.steps.size()) return {where.file, {}, "", depth};
  const Step& step = function.steps[number];
  const Node& node = file.unit->node(step.node.valid() ? step.node : function.node);
  return {where.file, {node.begin, node.end}, message_of(file, function, step, leads_inside), depth};
}

}  // namespace sluice::flow
