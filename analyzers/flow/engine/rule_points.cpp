#include "analyzers/flow/engine/rule_points.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "analyzers/flow/file_context.h"
#include "analyzers/flow/safe_values.h"
#include "analyzers/languages/definition.h"

namespace sluice::flow {
namespace {

// Where a step stands. Of a parameter it is the name: rules put that in focus.
NodeId place_of(const Graph& graph, const Step& step) {
  if (step.op != Op::Parameter || !step.node.valid()) return step.node;
  NodeId name = graph.unit->child(step.node, Role::Name);
  return name.valid() ? name : step.node;
}

// The receiver of a field or a method that is named without it: `x` for `this.x`. It stands where that name does.
bool is_implied_receiver(const Graph& graph, const Step& step) {
  if (step.op != Op::Self || !step.node.valid() || graph.unit->node(step.node).kind != Kind::Name) return false;
  return !is_one_of(graph.unit->code(step.node), execution_of(graph.unit->language()).self_names);
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

RulePoints::RulePoints(const Graph& graph, std::vector<EndpointMatch> matches, const std::map<std::uint16_t, TaintOptions>& options) : matches_(std::move(matches)) {
  if (matches_.empty()) return;
  std::vector<Located> steps;
  for (std::uint32_t f = 0; f < graph.functions.size(); ++f)
    for (std::uint32_t s = 0; s < graph.functions[f].steps.size(); ++s) {
      NodeId node = place_of(graph, graph.functions[f].steps[s]);
      if (!node.valid() || is_implied_receiver(graph, graph.functions[f].steps[s])) continue;
      const Node& where = graph.unit->node(node);
      steps.push_back({where.begin, where.end, {f}, s});
    }
  std::ranges::stable_sort(steps, [](const Located& a, const Located& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  add_safe_values(graph, options);
  for (std::uint32_t i = 0, count = static_cast<std::uint32_t>(matches_.size()); i < count; ++i) {
    if (matches_[i].endpoint == safe_value_.get()) continue;
    const EndpointMatch& match = matches_[i];
    const TaintEndpoint& endpoint = *match.endpoint;
    switch (endpoint.kind) {
      case TaintEndpoint::Kind::Source: add(graph, steps, i, match.range, As::Source, endpoint.exact); break;
      case TaintEndpoint::Kind::Sink: add(graph, steps, i, match.range, As::Sink, endpoint.exact); break;
      case TaintEndpoint::Kind::Sanitizer:
        if (!endpoint.not_conflicting || !is_endpoint(match, matches_)) add(graph, steps, i, match.range, As::Sanitizer, endpoint.exact);
        break;
      case TaintEndpoint::Kind::Propagator:
        for (const Binding& binding : match.bindings.list()) {
          std::string_view variable = graph.unit->names().text(binding.variable);
          if (variable == endpoint.from) add(graph, steps, i, binding.range, As::From, true);
          if (variable == endpoint.to) add(graph, steps, i, binding.range, As::To, true);
        }
        break;
    }
  }
  find_sources_of_lambdas(graph);
  for (const auto& [place, points] : points_)
    for (const Point& point : points) {
      Ends& ends = of_function_[static_cast<std::uint32_t>(place >> 32)];
      (point.as == As::Source ? ends.sources : point.as == As::Sink ? ends.sinks : ends.others) |= bit_of(matches_[point.match].rule);
    }
}

void RulePoints::add(const Graph& graph, const std::vector<Located>& steps, std::uint32_t match, ByteRange range, As as, bool only_best) {
  // By function: the outermost step that the walk is in. Steps that begin together come in the
  // order of their ends, the longest first.
  std::map<std::uint32_t, const Located*> outermost;
  // What stands in a lambda that is a part of the sink is not what the sink is given.
  auto is_inside = [&](FunctionId function) {
    FunctionId outer = graph.functions[function.index].outer;
    return only_best && as == As::Sink && outer.valid() && outermost.contains(outer.index);
  };
  for (auto it = std::ranges::lower_bound(steps, range.begin, {}, &Located::begin); it != steps.end() && it->begin < range.end; ++it) {
    if (it->end > range.end || is_inside(it->function)) continue;
    const Located*& outer = outermost[it->function.index];
    bool is_best = !outer || it->end > outer->end || (it->begin == outer->begin && it->end == outer->end);
    if (is_best) outer = &*it;
    if (!only_best || is_best) points_[key(it->function, it->step)].push_back({match, as, is_best});
  }
}

// More of one label say nothing new, and a file may be one lambda.
void RulePoints::find_sources_of_lambdas(const Graph& graph) {
  std::map<std::tuple<std::uint32_t, std::uint16_t, std::string_view>, PlacedSource> first;
  for (const auto& [place, points] : points_) {
    bool is_clean = std::ranges::any_of(points, [](const Point& point) { return point.as == As::Sanitizer; });
    for (std::uint32_t i = 0; i < points.size(); ++i) {
      const EndpointMatch& match = matches_[points[i].match];
      bool is_plain = points[i].as == As::Source && !is_clean && !match.endpoint->needs && match.endpoint->by_side_effect != TaintEndpoint::SideEffect::Only;
      PlacedSource source{{static_cast<std::uint32_t>(place >> 32)}, static_cast<std::uint32_t>(place), i};
      FunctionId at = source.function;
      while (is_plain && at.valid() && graph.functions[at.index].node.valid() && graph.unit->node(graph.functions[at.index].node).kind == Kind::Lambda) {
        auto [known, is_new] = first.try_emplace({at.index, match.rule, match.endpoint->label}, source);
        auto order = [](const PlacedSource& each) { return std::tuple(each.function.index, each.step, each.point); };
        if (order(source) < order(known->second)) known->second = source;
        at = graph.functions[at.index].outer;
      }
    }
  }
  for (const auto& [where, source] : first) lambda_sources_[std::get<0>(where)].push_back(source);
}

void RulePoints::add_safe_values(const Graph& graph, const std::map<std::uint16_t, TaintOptions>& options) {
  safe_value_ = std::make_unique<TaintEndpoint>();
  safe_value_->kind = TaintEndpoint::Kind::Sanitizer;
  for (const auto& [rule, wanted] : options) {
    if (!wanted.safe_booleans && !wanted.safe_comparisons && !wanted.safe_numbers) continue;
    SafeValues safe(*graph.unit, wanted);
    std::uint32_t match = static_cast<std::uint32_t>(matches_.size());
    matches_.push_back({rule, safe_value_.get(), {}, {}});
    for (std::uint32_t f = 0; f < graph.functions.size(); ++f)
      for (std::uint32_t s = 0; s < graph.functions[f].steps.size(); ++s)
        if (safe.is_safe(graph.functions[f].steps[s].node)) points_[key({f}, s)].push_back({match, As::Sanitizer, false});
  }
}

std::span<const RulePoints::PlacedSource> RulePoints::sources_in(FunctionId lambda) const {
  auto found = lambda_sources_.find(lambda.index);
  return found == lambda_sources_.end() ? std::span<const PlacedSource>() : std::span<const PlacedSource>(found->second);
}

std::span<const RulePoints::Point> RulePoints::at(FunctionId function, std::uint32_t step) const {
  if (points_.empty()) return {};
  auto found = points_.find(key(function, step));
  return found == points_.end() ? std::span<const Point>() : std::span<const Point>(found->second);
}

}  // namespace sluice::flow
