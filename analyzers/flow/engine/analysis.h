// analyzers/flow/engine/analysis.h - taint rules over a whole program: what reaches what, and how.
//
//   Program program(models);   // all files, linked
//   for (const FlowFinding& finding : analyze_program(program, rules, {.jobs = 2}).findings) ...
//
// Every function is looked at once by itself, whatever may call it, and once more for callers that know
// what would tell more (summary.h). The findings are the same for any number of threads.
//
// With what an earlier scan kept, only those are looked at that may see something else now
// (engine/continuation.h), and those that tell of a place in a file about which something else is told now.
// The findings are those of a scan without it.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analyzers/flow/engine/continuation.h"
#include "analyzers/flow/engine/flow_rule.h"
#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/trace_writer.h"

namespace sluice::flow {

struct FlowFinding {
  std::uint16_t rule = 0;
  FileId file;
  ByteRange range;              // of the sink
  const EndpointMatch* source = nullptr;  // of a pattern; null: a model's
  const EndpointMatch* sink = nullptr;
  bool source_is_here = false;  // in the same file: its metavariables mean something here
  // One for each source that reaches it (of very many the nearest), shortest first; none: harmful whatever comes.
  std::vector<std::vector<FlowStep>> traces;
};

struct FlowAnalysis {
  std::vector<FlowFinding> findings;      // by file, range and rule
  // By file: its findings are those of the earlier scan, and not among `findings`.
  std::vector<bool> is_as_before;
  std::uint64_t runs = 0;                 // how often a function was looked at
  std::vector<ProgramFunctionId> cut;     // functions that met a bound: there may be more in them
  KeptAnalysis kept;                      // for the next scan, when that is wanted
};

struct AnalysisOptions {
  unsigned jobs = 1;
  const Earlier* earlier = nullptr;       // null: none
  std::function<bool()> keeps = {};       // whether FlowAnalysis::kept is wanted; asked when all else is done
};

FlowAnalysis analyze_program(const Program& program, const std::vector<FlowRule>& rules, const AnalysisOptions& options);

}  // namespace sluice::flow
