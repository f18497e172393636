// analyzers/flow/engine/relevance.h - which functions are worth looking at for themselves.
//
// Where a source and a sink meet there is a function that has both, in itself or in what it calls. Who is
// called is taken by name alone, which may be too much, and too little for names that very many functions have and for functions that are
// called as values, which belong to the function that they stand in.
//
// All others are looked at when one of these calls them.
#pragma once
#include <vector>

#include "analyzers/flow/engine/flow_rule.h"
#include "analyzers/flow/engine/entry_points.h"

namespace sluice::flow {

struct Relevance {
  std::vector<bool> is_root;  // by function of the program: a source and a sink may meet there
  std::vector<bool> has_any;  // a source, a sink or what cleans is in it, or in what it may call
};
Relevance relevant_functions(const Program& program, const EntryPoints& entries, const std::vector<FlowRule>& rules);

}  // namespace sluice::flow
