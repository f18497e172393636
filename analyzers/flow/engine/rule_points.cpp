#include "analyzers/flow/engine/rule_points.h"

#include <algorithm>
#include <map>

namespace sluice::flow {
namespace {

// Where a step stands. Of a parameter it is the name: rules put that in focus.
NodeId place_of(const Graph& graph, const Step& step) {
  if (step.op != Op::Parameter || !step.node.valid()) return step.node;
  NodeId name = graph.unit->child(step.node, Role::Name);
  return name.valid() ? name : step.node;
}

// Whether a source or a sink of the same rule matched just that.
bool is_endpoint(const EndpointMatch& sanitizer, const std::vector<EndpointMatch>& matches) {
  return std::ranges::any_of(matches, [&](const EndpointMatch& match) {
    bool is_end = match.endpoint->kind == TaintEndpoint::Kind::Source || match.endpoint->kind == TaintEndpoint::Kind::Sink;
    return is_end && match.rule == sanitizer.rule && match.range == sanitizer.range;
  });
}

std::uint64_t key(FunctionId function, std::uint32_t step) { return (std::uint64_t{function.index} << 32) | step; }

}  // namespace

RulePoints::RulePoints(const Graph& graph, std::vector<EndpointMatch> matches) : matches_(std::move(matches)) {
  if (matches_.empty()) return;
  std::vector<Located> steps;
  for (std::uint32_t f = 0; f < graph.functions.size(); ++f)
    for (std::uint32_t s = 0; s < graph.functions[f].steps.size(); ++s) {
      NodeId node = place_of(graph, graph.functions[f].steps[s]);
      if (!node.valid()) continue;
      const Node& where = graph.unit->node(node);
      steps.push_back({where.begin, where.end, {f}, s});
    }
  std::ranges::stable_sort(steps, {}, &Located::begin);
  for (std::uint32_t i = 0; i < matches_.size(); ++i) {
    const EndpointMatch& match = matches_[i];
    const TaintEndpoint& endpoint = *match.endpoint;
    switch (endpoint.kind) {
      case TaintEndpoint::Kind::Source: add(steps, i, match.range, As::Source, endpoint.exact); break;
      case TaintEndpoint::Kind::Sink: add(steps, i, match.range, As::Sink, endpoint.exact); break;
      case TaintEndpoint::Kind::Sanitizer:
        if (!endpoint.not_conflicting || !is_endpoint(match, matches_)) add(steps, i, match.range, As::Sanitizer, endpoint.exact);
        break;
      case TaintEndpoint::Kind::Propagator:
        for (const Binding& binding : match.bindings.list()) {
          std::string_view variable = graph.unit->names().text(binding.variable);
          if (variable == endpoint.from) add(steps, i, binding.range, As::From, true);
          if (variable == endpoint.to) add(steps, i, binding.range, As::To, true);
        }
        break;
    }
  }
}

void RulePoints::add(const std::vector<Located>& steps, std::uint32_t match, ByteRange range, As as, bool only_best) {
  std::vector<const Located*> within;
  std::map<std::uint32_t, std::uint32_t> largest;  // by function: bytes
  for (auto it = std::ranges::lower_bound(steps, range.begin, {}, &Located::begin); it != steps.end() && it->begin < range.end; ++it) {
    if (it->end > range.end) continue;
    within.push_back(&*it);
    std::uint32_t& most = largest[it->function.index];
    most = std::max(most, it->end - it->begin);
  }
  for (const Located* located : within) {
    bool is_best = located->end - located->begin == largest[located->function.index];
    if (!only_best || is_best) points_[key(located->function, located->step)].push_back({match, as, is_best});
  }
}

std::span<const RulePoints::Point> RulePoints::at(FunctionId function, std::uint32_t step) const {
  if (points_.empty()) return {};
  auto found = points_.find(key(function, step));
  return found == points_.end() ? std::span<const Point>() : std::span<const Point>(found->second);
}

}  // namespace sluice::flow
