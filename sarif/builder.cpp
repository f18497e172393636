#include "sarif/builder.h"

#include "sarif/result_stream.h"
#include "sarif/run_assembler.h"

namespace sluice::sarif {

void RunBuilder::set_automation(std::string id, std::string description) {
  automation_id_ = std::move(id);
  automation_description_ = std::move(description);
}

Log RunBuilder::build(unsigned jobs) && {
  Log log;
  log.schema = kSchemaUri;
  log.runs.push_back(RunAssembler(std::move(*this)).assemble(jobs));
  return log;
}

namespace {

class AssembledResults : public ResultStream {
 public:
  AssembledResults(RunAssembler assembler, ResultParts parts) : assembler_(std::move(assembler)), parts_(std::move(parts)) {}
  std::size_t parts() const override { return parts_.paths.size(); }
  std::vector<Result> make(std::size_t part, ResultDetail detail) const override { return assembler_.results_of_file(parts_.make(part, detail)); }

 private:
  RunAssembler assembler_;
  ResultParts parts_;
};

}  // namespace

StreamedLog RunBuilder::build_stream(ResultParts parts) && {
  StreamedLog out;
  out.log.schema = kSchemaUri;
  RunAssembler assembler(std::move(*this));
  assembler.expect_results_in(parts);
  out.log.runs.push_back(assembler.assemble(1));
  out.results = std::make_unique<AssembledResults>(std::move(assembler), std::move(parts));
  return out;
}

}  // namespace sluice::sarif
