#include "analyzers/flow/taint.h"

#include <algorithm>

#include "analyzers/flow/taint_function.h"

namespace sluice::flow {
namespace {

bool is_strictly_within(ByteRange inner, ByteRange outer) { return inner != outer && inner.begin >= outer.begin && inner.end <= outer.end; }

// Whether a lambda stands between the two, so that what is inner runs by itself.
bool is_in_lambda(const Graph& graph, ByteRange inner, ByteRange outer) {
  return std::ranges::any_of(graph.functions, [&](const Function& function) {
    if (!function.node.valid()) return false;
    const Node& node = graph.unit->node(function.node);
    ByteRange range{node.begin, node.end};
    return is_strictly_within(range, outer) && is_strictly_within(inner, range);
  });
}

}  // namespace

bool may_flow(const std::vector<EndpointMatch>& matches) {
  auto has = [&](TaintEndpoint::Kind kind) { return std::ranges::any_of(matches, [kind](const EndpointMatch& match) { return match.endpoint->kind == kind; }); };
  return has(TaintEndpoint::Kind::Source) && has(TaintEndpoint::Kind::Sink);
}

std::vector<FlowFinding> find_flows(const Graph& graph, const std::vector<EndpointMatch>& matches, const TaintOptions& options) {
  TaintRun run(graph, matches, options);
  // What the file's own code and class bodies give variables holds when functions run.
  TaintState globals;
  for (std::uint32_t i = 0; i < graph.functions.size(); ++i) {
    const Function& function = graph.functions[i];
    bool is_outer = i == 0 || graph.unit->node(function.node).kind == Kind::Class;
    if (is_outer && run.points.has_any({i})) globals.unite(FunctionTaint(run, {i}).analyze(globals));
  }
  for (std::uint32_t i = 0; i < graph.functions.size(); ++i)
    if (!run.functions_run.contains(i) && run.points.has_any({i})) FunctionTaint(run, {i}).analyze(globals);

  std::vector<FlowFinding> findings;
  for (const auto& [sink, source] : run.found) {
    bool is_known = !findings.empty() && findings.back().sink == &matches[sink];
    if (!is_known) findings.push_back({&matches[source], &matches[sink]});
  }
  std::erase_if(findings, [&](const FlowFinding& finding) {
    return std::ranges::any_of(run.found, [&](const auto& other) {
      ByteRange inner = finding.sink->range, outer = matches[other.first].range;
      return is_strictly_within(inner, outer) && !is_in_lambda(graph, inner, outer);
    });
  });
  return findings;
}

}  // namespace sluice::flow
