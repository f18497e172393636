// analyzers/flow/engine/rule_points.h - which steps of a file the patterns of taint rules speak about.
//
// A step is in a match when its node lies in the match's range; of an exact one the largest such step of
// a function counts alone.
#pragma once
#include <cstdint>
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
  RulePoints(const Graph& graph, std::vector<EndpointMatch> matches);

  enum class As : std::uint8_t { Source, Sink, Sanitizer, From, To };
  struct Point {
    std::uint32_t match = 0;
    As as = As::Source;
    bool is_best = false;  // no larger step of the function lies in the match
  };
  // Of a step of a function.
  std::span<const Point> at(FunctionId function, std::uint32_t step) const;
  bool empty() const { return points_.empty(); }
  const EndpointMatch& match(const Point& point) const { return matches_[point.match]; }
  const std::vector<EndpointMatch>& matches() const { return matches_; }

 private:
  struct Located {
    std::uint32_t begin, end;
    FunctionId function;
    std::uint32_t step;
  };
  void add(const std::vector<Located>& steps, std::uint32_t match, ByteRange range, As as, bool only_best);
  std::vector<EndpointMatch> matches_;
  std::unordered_map<std::uint64_t, std::vector<Point>> points_;
};

}  // namespace sluice::flow
