#include "analyzers/flow/engine/trace_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace sluice::flow {
namespace {

constexpr std::size_t kMostSteps = 60;

std::string message(const ProgramFile& file, const Function& function, const Step& step) {
  switch (step.op) {
    case Op::Store: {
      NameId name = file.graph->variables[step.variable.index].name;
      return name.valid() ? fmt::format("it is in `{}`", file.graph->names.text(name)) : "it goes on here";
    }
    case Op::Call: case Op::New: {
      NameId name = function.calls[step.number].name;
      return name.valid() ? fmt::format("it goes through `{}`", file.graph->names.text(name)) : "it goes through this call";
    }
    case Op::Parameter: return "it is given to this function";
    case Op::Field: case Op::SetField: return fmt::format("by the field `{}`", file.graph->names.text(step.name));
    case Op::Join: case Op::Binary: return "it is joined with other data";
    default: return "it goes on here";
  }
}

}  // namespace

std::vector<FlowStep> TraceWriter::write(const Summary& summary, TraceRef trace, const SinkPlace& sink) {
  steps_.clear();
  add(summary, trace, 0);
  steps_.push_back(step(sink.function, sink.step, 0));
  // Neighbours on one place are one step.
  std::vector<FlowStep> out;
  for (FlowStep& each : steps_) {
    bool is_same = !out.empty() && out.back().file == each.file && out.back().range == each.range;
    if (!is_same) out.push_back(std::move(each));
  }
  if (!out.empty()) {
    out.front().message = "data comes from here";
    out.back().message = "and arrives here";
  }
  return out;
}

void TraceWriter::add(const Summary& summary, TraceRef trace, std::uint32_t depth) {
  std::vector<const TraceNode*> chain;
  for (TraceRef at = trace; at.valid(); at = summary.traces[at.index].before) chain.push_back(&summary.traces[at.index]);
  std::ranges::reverse(chain);
  for (const TraceNode* node : chain) {
    if (steps_.size() >= kMostSteps) return;
    bool begins_inside = node->through && !node->before.valid();
    if (!begins_inside) steps_.push_back(step(node->function, node->step, depth));
    if (node->through) add(*node->through, node->inner, depth + 1);
    if (begins_inside) steps_.push_back(step(node->function, node->step, depth));
  }
}

FlowStep TraceWriter::step(ProgramFunctionId id, std::uint32_t number, std::uint32_t depth) const {
  const ProgramFunction& where = program_.function(id);
  const ProgramFile& file = program_.file(where.file);
  const Function& function = program_.graph_function(id);
  if (number >= function.steps.size()) return {where.file, {}, "", depth};
  const Step& step = function.steps[number];
  const Node& node = file.unit->node(step.node.valid() ? step.node : function.node);
  return {where.file, {node.begin, node.end}, message(file, function, step), depth};
}

}  // namespace sluice::flow
