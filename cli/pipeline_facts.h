// cli/pipeline_facts.h - what the log profile `ghazdo` must know of the pipeline that runs.
#pragma once
#include "base/result.h"
#include "sarif/profile.h"

namespace sluice {

// From the variables that Azure Pipelines gives each step; names all that are missing.
Result<sarif::PipelineFacts> pipeline_facts();

}  // namespace sluice
