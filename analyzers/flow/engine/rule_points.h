// analyzers/flow/engine/rule_points.h - which steps of a file the patterns of taint rules speak about.
//
// A step is in a match when its node lies in the match's range; of an exact one the largest such step of
// a function counts alone.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/flow_graph.h"
#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/rule.h"

namespace sluice::flow {

// What one formula of a rule matched in a file.
struct EndpointMatch {
  std::uint16_t rule = 0;  // of the rules that run together
  const TaintEndpoint* endpoint = nullptr;
  ByteRange range;
  Bindings bindings;
};

class RulePoints {
 public:
  RulePoints() = default;
  // `options`: by rule; those that say which values are safe make sanitizers of these.
  RulePoints(const Graph& graph, std::vector<EndpointMatch> matches, const std::map<std::uint16_t, TaintOptions>& options = {});

  enum class As : std::uint8_t { Source, Sink, Sanitizer, From, To };
  struct Point {
    std::uint32_t match = 0;
    As as = As::Source;
    bool is_best = false;  // it lies in no other step of the function that lies in the match
  };
  // Of a step of a function.
  std::span<const Point> at(FunctionId function, std::uint32_t step) const;
  struct PlacedSource {
    FunctionId function;
    std::uint32_t step = 0, point = 0;
  };
  // The sources in a lambda and in those within it: of each rule and label one.
  std::span<const PlacedSource> sources_in(FunctionId lambda) const;
  // What rules say of the steps of a function: bits by rule, several of which may share one.
  struct Ends {
    std::uint64_t sources = 0, sinks = 0, others = 0;
  };
  static std::uint64_t bit_of(std::uint16_t rule) { return std::uint64_t{1} << rule % 63; }  // the last is for library models
  Ends ends_in(FunctionId function) const {
    auto found = of_function_.find(function.index);
    return found == of_function_.end() ? Ends{} : found->second;
  }
  bool empty() const { return points_.empty(); }
  const EndpointMatch& match(const Point& point) const { return matches_[point.match]; }
  const std::vector<EndpointMatch>& matches() const { return matches_; }

 private:
  struct Located {
    std::uint32_t begin, end;
    FunctionId function;
    std::uint32_t step;
  };
  void add(const Graph& graph, const std::vector<Located>& steps, std::uint32_t match, ByteRange range, As as, bool only_best);
  void find_sources_of_lambdas(const Graph& graph);
  void add_safe_values(const Graph& graph, const std::map<std::uint16_t, TaintOptions>& options);
  std::vector<EndpointMatch> matches_;
  std::unordered_map<std::uint32_t, Ends> of_function_;  // by function
  std::unordered_map<std::uint32_t, std::vector<PlacedSource>> lambda_sources_;  // by function
  std::unique_ptr<TaintEndpoint> safe_value_;  // the sanitizer that options stand for
  std::unordered_map<std::uint64_t, std::vector<Point>> points_;
};

}  // namespace sluice::flow
