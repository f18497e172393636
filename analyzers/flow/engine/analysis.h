// analyzers/flow/engine/analysis.h - taint rules over a whole program: what reaches what, and how.
//
//   Program program(models);   // all files, linked
//   for (const FlowFinding& finding : analyze_program(program, rules, jobs).findings) ...
//
// Every function is looked at once by itself, whatever may call it, and once more for callers that know
// what would tell more (summary.h). The findings are the same for any number of threads.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "analyzers/flow/engine/program.h"

namespace sluice::flow {

struct FlowStep {
  FileId file;
  ByteRange range;
  std::string message;
  std::uint32_t depth = 0;      // of calls
};

struct FlowFinding {
  std::uint16_t rule = 0;
  FileId file;
  ByteRange range;              // of the sink
  const EndpointMatch* source = nullptr;  // of a pattern; null: a model's
  const EndpointMatch* sink = nullptr;
  bool source_is_here = false;  // in the same file: its metavariables mean something here
  std::vector<FlowStep> trace;  // from source to sink; empty: harmful whatever comes
  std::uint32_t other_sources = 0;        // that reach the same sink
};

struct FlowAnalysis {
  std::vector<FlowFinding> findings;      // by file, range and rule
  std::uint64_t runs = 0;                 // how often a function was looked at
  std::vector<ProgramFunctionId> cut;     // functions that met a bound: there may be more in them
};

FlowAnalysis analyze_program(const Program& program, const std::vector<FlowRule>& rules, unsigned jobs);

}  // namespace sluice::flow
