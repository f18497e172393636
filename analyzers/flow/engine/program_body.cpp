// What a program knows of the code of a file that is loaded, beside its graph.
#include <algorithm>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {
namespace {

std::unique_ptr<std::atomic<std::uint32_t>[]> unknown_symbols(std::uint32_t count) {
  auto symbols = std::make_unique<std::atomic<std::uint32_t>[]>(count);
  for (std::uint32_t i = 0; i < count; ++i) symbols[i].store(Symbol::kNone, std::memory_order_relaxed);
  return symbols;
}

// A function that is defined once, and nothing else is ever put under its name.
std::vector<FunctionId> functions_in_variables(const Graph& graph) {
  std::vector<FunctionId> functions(graph.variables.size());
  std::vector<std::uint8_t> stores(graph.variables.size(), 0);
  for (const Function& function : graph.functions)
    for (const Step& step : function.steps) {
      if (step.op != Op::Store || stores[step.variable.index] == 2) continue;
      ++stores[step.variable.index];
      const Step& value = function.steps[function.operands[step.first].index];
      bool is_function = value.op == Op::Closure && graph.unit->node(graph.functions[value.number].node).kind == Kind::Function;
      functions[step.variable.index] = is_function ? FunctionId{value.number} : FunctionId{};
    }
  for (std::uint32_t i = 0; i < stores.size(); ++i)
    if (stores[i] != 1) functions[i] = {};
  return functions;
}

void note_uses(const Graph& graph, std::vector<std::uint8_t>& uses) {
  uses.assign(graph.variables.size(), kOwn);
  // The variables of a file may be read by other files.
  for (std::uint32_t i = 0; i < graph.variables.size(); ++i)
    if (graph.variables[i].owner == FunctionId{0} && !graph.variables[i].is_temporary) uses[i] = kCaptured;
  for (std::uint32_t f = 0; f < graph.functions.size(); ++f)
    for (const Step& step : graph.functions[f].steps) {
      if (step.op != Op::Load && step.op != Op::Store) continue;
      const Variable& variable = graph.variables[step.variable.index];
      if (!variable.owner.valid() || variable.owner.index == f) continue;
      std::uint8_t& use = uses[step.variable.index];
      use = step.op == Op::Store ? std::uint8_t{kWrittenElsewhere} : std::max<std::uint8_t>(use, kCaptured);
    }
  for (const Function& function : graph.functions)
    for (const Call& call : function.calls)
      if (call.variable.valid()) {
        const Variable& variable = graph.variables[call.variable.index];
        bool is_foreign = variable.owner.valid() && &graph.functions[variable.owner.index] != &function;
        std::uint8_t& use = uses[call.variable.index];
        if (is_foreign && use == kOwn) use = kCaptured;
      }
}

// C#: `Controller` is that of a namespace that the file uses, where several have one; the same in C++.
std::unordered_map<std::uint32_t, std::string> imported_types(const Unit& unit, const Models& models) {
  std::unordered_map<std::uint32_t, std::string> types;
  const std::vector<std::string_view> namespaces = open_namespaces(unit);
  if (namespaces.empty()) return types;
  for (NodeId node{0}; node.index < unit.size(); ++node.index) {
    const Node& at = unit.node(node);
    bool is_type = at.kind == Kind::Type || at.role == Role::Type || at.role == Role::Parent || at.role == Role::ReturnType;
    NodeId word = at.kind == Kind::Type ? unit.child(node, Role::Name) : node;  // `ILogger` of `ILogger<T>`
    bool is_name = is_type && word.valid() && unit.node(word).kind == Kind::Name && unit.node(word).text.valid();
    if (!is_name || types.contains(unit.node(word).text.index)) continue;
    for (std::string_view name : namespaces) {
      std::string whole = std::string(name) + "." + std::string(unit.text(word));
      if (with_dots(models.find_type(unit.language(), whole)) != with_dots(whole)) continue;
      types.emplace(unit.node(word).text.index, std::move(whole));
      break;
    }
  }
  return types;
}

}  // namespace

ProgramBody make_body(const Graph& graph, RulePoints points, const Models& models) {
  ProgramBody body;
  body.unit = graph.unit;
  body.graph = &graph;
  body.points = std::move(points);
  body.symbols = unknown_symbols(graph.names.size());
  body.variable_symbols = unknown_symbols(static_cast<std::uint32_t>(graph.variables.size()));
  note_uses(graph, body.variables);
  body.functions_of_variables = functions_in_variables(graph);
  body.imported_types = imported_types(*graph.unit, models);
  return body;
}

}  // namespace sluice::flow
