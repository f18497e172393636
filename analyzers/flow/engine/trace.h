// analyzers/flow/engine/trace.h - how data came to where it is: a chain of steps, the last one named.
//
// A step inside a called function is not copied: the node says which summary it is told in. Chains are
// written out when a finding is made (engine/findings.h).
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/flow/engine/taint_atom.h"
#include "analyzers/flow/engine/value.h"

namespace sluice::flow {

struct Summary;

struct TraceNode {
  TraceRef before;             // not valid: it begins here
  ProgramFunctionId function;
  std::uint32_t step = 0;
  const Summary* through = nullptr;  // a call: what happened inside is `inner` of this one
  TraceRef inner;
};

// Of two traces for the same data the shorter is kept, and of equally long ones always the same,
// whatever came first: 8 bits of length, then 24 of a hash over its steps. `place`: Program::place_of.
constexpr std::uint32_t kFirstRank = 0x01000000;
constexpr std::uint32_t kLongestTrace = 100;  // behind it nothing is added
inline std::uint32_t next_rank(std::uint32_t rank, std::uint32_t place, std::uint32_t step, std::uint32_t inner_rank = 0) {
  std::uint32_t length = (rank >> 24) + 1 + (inner_rank >> 24);
  std::uint32_t hash = (rank & 0xffffff) * 31 + place * 0x9e3779b1u + step * 0x85ebca6bu + (inner_rank & 0xffffff);
  return (length > 255 ? 255 : length) << 24 | ((hash ^ hash >> 8) & 0xffffff);
}

}  // namespace sluice::flow
