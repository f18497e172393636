// analyzers/flow/taint.h - where data goes from the sources of one rule to its sinks.
//
// A may-analysis of each function: states at the begins of blocks are joined until nothing
// changes, then the sinks are asked. What is not known to be otherwise passes taint on: a call
// gives what its arguments, its receiver and its callee hold. Assignments clean.
//
// The rule has been matched before: its endpoints' matches are ranges of the file. A step is in a
// match when its node lies in the range; of an exact one the largest such step counts alone.
//
// Not here yet: from function to function. A lambda runs where it stands, in that state.
#pragma once
#include <string>
#include <vector>

#include "analyzers/flow/flow_graph.h"
#include "analyzers/pattern/bindings.h"
#include "analyzers/pattern/rule.h"

namespace sluice::flow {

// What one formula of the rule matched.
struct EndpointMatch {
  const TaintEndpoint* endpoint = nullptr;
  ByteRange range;
  Bindings bindings;
};

struct FlowFinding {
  const EndpointMatch* source = nullptr;
  const EndpointMatch* sink = nullptr;
};

// False without a source or without a sink: there is nothing to look for.
bool may_flow(const std::vector<EndpointMatch>& matches);

// By sink, then source; each sink with the source that comes first in the file. Pointers go into
// `matches`.
std::vector<FlowFinding> find_flows(const Graph& graph, const std::vector<EndpointMatch>& matches, const TaintOptions& options = {});

}  // namespace sluice::flow
