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
#include "analyzers/flow/engine/trace_writer.h"

namespace sluice::flow {

// What a taint rule asks of library models, beside its patterns; EndpointMatch::rule is its place in the list.
struct FlowRule {
  Harms harms = 0;              // its sinks: what models call harmful in these ways
  std::uint32_t origins = 0;    // its sources: bits by Origin
  std::vector<Language> languages;
  bool wants(Origin origin) const { return (origins >> static_cast<unsigned>(origin) & 1) != 0; }
};

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
  std::uint64_t runs = 0;                 // how often a function was looked at
  std::vector<ProgramFunctionId> cut;     // functions that met a bound: there may be more in them
};

FlowAnalysis analyze_program(const Program& program, const std::vector<FlowRule>& rules, unsigned jobs);

}  // namespace sluice::flow
