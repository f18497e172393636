// sarif/run_assembler.h - RunBuilder's facts, sorted, numbered and linked into a Run.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sarif/builder.h"
#include "sarif/taxonomies.h"

namespace sluice::sarif {

class RunAssembler {
 public:
  explicit RunAssembler(RunBuilder facts);
  Run assemble(unsigned jobs);

 private:
  void sort_facts();
  void number_artifacts();
  void number_rules();
  void number_notification_kinds();
  void fill_head(Run& run) const;
  ToolComponent driver() const;
  std::vector<Artifact> artifacts() const;
  Invocation invocation() const;
  std::vector<Notification> notifications(const std::vector<Diagnostic>& diagnostics) const;
  void count_occurrences();
  Result result(std::size_t index) const;  // of facts_.results_
  Location location(const PlaceInput& place, bool with_context) const;
  ArtifactLocation artifact_location(std::string_view path) const;
  std::vector<CodeFlow> code_flows(const std::vector<FlowInput>& flows) const;
  std::vector<Fix> fixes(const std::vector<FixInput>& fixes) const;
  Members fingerprints(const ResultInput& input, std::uint32_t occurrence) const;

  RunBuilder facts_;
  TaxonomySet taxonomies_;
  std::map<std::string, ArtifactInput, std::less<>> artifact_facts_;  // by path
  std::map<std::string, ArtifactLocation, std::less<>> artifact_locations_;  // by path
  std::map<std::string, std::int32_t, std::less<>> rule_index_, kind_index_;
  std::vector<NotificationKindInput> used_kinds_;
  std::vector<std::uint32_t> occurrences_;  // of each result: how many equal ones its file has before it
};

}  // namespace sluice::sarif
