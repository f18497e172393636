#include "cli/pipeline_facts.h"

#include <fmt/format.h>

#include <cstdlib>

namespace sluice {

Result<sarif::PipelineFacts> pipeline_facts() {
  sarif::PipelineFacts facts;
  const std::pair<const char*, std::string*> variables[] = {
      {"SYSTEM_COLLECTIONURI", &facts.organization}, {"SYSTEM_TEAMPROJECT", &facts.project},
      {"SYSTEM_DEFINITIONID", &facts.definition_id}, {"BUILD_DEFINITIONNAME", &facts.definition_name},
      {"SYSTEM_PHASEID", &facts.phase_id},           {"SYSTEM_PHASENAME", &facts.phase_name},
      {"BUILD_SOURCEBRANCH", &facts.branch},         {"BUILD_BUILDID", &facts.build_id}};
  Errors errors;
  for (const auto& [name, member] : variables) {
    const char* value = std::getenv(name);
    if (value && *value)
      *member = value;
    else
      errors.add({}, "pipeline-variable", fmt::format("profile ghazdo needs the pipeline variable {}, which is not set", name));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  // https://dev.azure.com/ORGANIZATION/
  while (facts.organization.ends_with('/')) facts.organization.pop_back();
  facts.organization.erase(0, facts.organization.rfind('/') + 1);
  return facts;
}

}  // namespace sluice
