// analyzers/flow/engine/trace_writer.h - writes chains of traces out, through the summaries that they lead into.
#pragma once
#include <cstdint>
#include <vector>

#include "analyzers/flow/engine/analysis.h"
#include "analyzers/flow/engine/summary.h"

namespace sluice::flow {

class TraceWriter {
 public:
  explicit TraceWriter(const Program& program) : program_(program) {}
  std::vector<FlowStep> write(const Summary& summary, TraceRef trace, const SinkPlace& sink);

 private:
  void add(const Summary& summary, TraceRef trace, std::uint32_t depth);
  FlowStep step(ProgramFunctionId id, std::uint32_t number, std::uint32_t depth) const;
  const Program& program_;
  std::vector<FlowStep> steps_;
};

}  // namespace sluice::flow
