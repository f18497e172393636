#include "sarif/builder.h"

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

}  // namespace sluice::sarif
