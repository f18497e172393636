#include "analyzers/flow/taint_points.h"

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

// Whether a source or a sink matched just that.
bool is_endpoint(ByteRange range, const std::vector<EndpointMatch>& matches) {
  return std::ranges::any_of(matches, [range](const EndpointMatch& match) {
    bool is_end = match.endpoint->kind == TaintEndpoint::Kind::Source || match.endpoint->kind == TaintEndpoint::Kind::Sink;
    return is_end && match.range == range;
  });
}

std::uint64_t key(FunctionId function, ValueId step) { return (std::uint64_t{function.index} << 32) | step.index; }

}  // namespace

TaintPoints::TaintPoints(const Graph& graph, const std::vector<EndpointMatch>& matches) : graph_(graph), has_any_(graph.functions.size()) {
  for (std::uint32_t f = 0; f < graph.functions.size(); ++f)
    for (std::uint32_t s = 0; s < graph.functions[f].steps.size(); ++s) {
      NodeId node = place_of(graph, graph.functions[f].steps[s]);
      if (!node.valid()) continue;
      const Node& where = graph.unit->node(node);
      steps_.push_back({where.begin, where.end, {f}, {s}});
    }
  std::ranges::stable_sort(steps_, [](const Located& a, const Located& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  for (std::uint32_t i = 0; i < matches.size(); ++i) {
    const EndpointMatch& match = matches[i];
    const TaintEndpoint& endpoint = *match.endpoint;
    switch (endpoint.kind) {
      case TaintEndpoint::Kind::Source: add(i, match.range, As::Source, endpoint.exact); break;
      case TaintEndpoint::Kind::Sink: add(i, match.range, As::Sink, endpoint.exact); break;
      case TaintEndpoint::Kind::Sanitizer:
        if (!endpoint.not_conflicting || !is_endpoint(match.range, matches)) add(i, match.range, As::Sanitizer, endpoint.exact);
        break;
      case TaintEndpoint::Kind::Propagator:
        for (const Binding& binding : match.bindings.list()) {
          std::string_view variable = graph.unit->names().text(binding.variable);
          if (variable == endpoint.from) add(i, binding.range, As::From, true);
          if (variable == endpoint.to) add(i, binding.range, As::To, true);
        }
        break;
    }
  }
  find_sources_of_lambdas(matches);
}

void TaintPoints::add(std::uint32_t match, ByteRange range, As as, bool only_best) {
  // By function: the outermost step that the walk is in. Steps that begin together come in the
  // order of their ends, the longest first.
  std::map<std::uint32_t, const Located*> outermost;
  for (auto it = std::ranges::lower_bound(steps_, range.begin, {}, &Located::begin); it != steps_.end() && it->begin < range.end; ++it) {
    if (it->end > range.end) continue;
    const Located* located = &*it;
    const Located*& outer = outermost[located->function.index];
    bool is_best = !outer || located->end > outer->end || (located->begin == outer->begin && located->end == outer->end);
    if (is_best) outer = located;
    if (only_best && !is_best) continue;
    points_[key(located->function, located->step)].push_back({match, as, is_best});
    for (FunctionId at = located->function; at.valid() && !has_any_[at.index]; at = graph_.functions[at.index].outer) has_any_[at.index] = true;
  }
}

// For each lambda, by label, the first of the sources that stand in it: more say nothing new, and a
// file may be one lambda.
void TaintPoints::find_sources_of_lambdas(const std::vector<EndpointMatch>& matches) {
  for (const auto& [step, points] : points_) {
    bool is_clean = std::ranges::any_of(points, [](const Point& point) { return point.as == As::Sanitizer; });
    for (const Point& point : points) {
      const TaintEndpoint& endpoint = *matches[point.match].endpoint;
      bool is_plain = point.as == As::Source && !is_clean && !endpoint.needs && endpoint.by_side_effect != TaintEndpoint::SideEffect::Only;
      FunctionId function{static_cast<std::uint32_t>(step >> 32)};
      while (is_plain && function.valid() && is_lambda(function)) {
        auto [known, is_new] = lambda_sources_[function.index].emplace(endpoint.label, point.match);
        known->second = std::min(known->second, point.match);
        function = graph_.functions[function.index].outer;
      }
    }
  }
}

bool TaintPoints::is_lambda(FunctionId function) const {
  NodeId node = graph_.functions[function.index].node;
  return node.valid() && graph_.unit->node(node).kind == Kind::Lambda;
}

const std::map<std::string, std::uint32_t>& TaintPoints::sources_in(FunctionId lambda) const {
  static const std::map<std::string, std::uint32_t> kNone;
  auto found = lambda_sources_.find(lambda.index);
  return found == lambda_sources_.end() ? kNone : found->second;
}

std::span<const TaintPoints::Point> TaintPoints::at(FunctionId function, ValueId step) const {
  auto found = points_.find(key(function, step));
  return found == points_.end() ? std::span<const Point>() : std::span<const Point>(found->second);
}

}  // namespace sluice::flow
