// analyzers/flow/engine/trace_writer.h - the chain of a trace written out, for people.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/flow/engine/program.h"
#include "analyzers/flow/engine/summary.h"

namespace sluice::flow {

struct FlowStep {
  FileId file;
  ByteRange range;
  std::string message;
  std::uint32_t depth = 0;      // of calls
};

// Not shared between threads.
class TraceWriter {
 public:
  explicit TraceWriter(const Program& program) : program_(program) {}
  // From where the trace begins to the sink.
  std::vector<FlowStep> write(const Summary& summary, TraceRef trace, const SinkPlace& sink);

 private:
  void add(const Summary& summary, TraceRef trace, std::uint32_t depth, bool is_given);
  FlowStep step(ProgramFunctionId id, std::uint32_t number, std::uint32_t depth, bool leads_inside) const;
  std::uint32_t depth_of(ProgramFunctionId function) const;

  const Program& program_;
  std::vector<FlowStep> steps_;
  std::vector<ProgramFunctionId> functions_;  // of each step
};

}  // namespace sluice::flow
