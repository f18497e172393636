// analyzers/flow/taint_points.h - which steps the matches of a taint rule speak about.
#pragma once
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyzers/flow/taint.h"

namespace sluice::flow {

class TaintPoints {
 public:
  TaintPoints(const Graph& graph, const std::vector<EndpointMatch>& matches);

  enum class As : std::uint8_t { Source, Sink, Sanitizer, From, To };
  struct Point {
    std::uint32_t match = 0;
    As as = As::Source;
    bool is_best = false;  // it lies in no other step of the function that lies in the match
  };
  // Of a step of a function.
  std::span<const Point> at(FunctionId function, ValueId step) const;
  // The sources in a lambda and those in it: of each label one match.
  const std::map<std::string, std::uint32_t>& sources_in(FunctionId lambda) const;
  // Whether the rule speaks about the function, or about one that stands in it.
  bool has_any(FunctionId function) const { return has_any_[function.index]; }

 private:
  void add(std::uint32_t match, ByteRange range, As as, bool only_best);
  void find_sources_of_lambdas(const std::vector<EndpointMatch>& matches);
  bool is_lambda(FunctionId function) const;
  const Graph& graph_;
  struct Located {
    std::uint32_t begin, end;
    FunctionId function;
    ValueId step;
  };
  std::vector<Located> steps_;  // by where their nodes begin
  std::unordered_map<std::uint64_t, std::vector<Point>> points_;
  std::unordered_map<std::uint32_t, std::map<std::string, std::uint32_t>> lambda_sources_;  // by function: label, match
  std::vector<bool> has_any_;  // by function
};

}  // namespace sluice::flow
