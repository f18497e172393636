// sarif/run_assembler.h - RunBuilder's facts, sorted, numbered and linked into a Run.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sarif/builder.h"
#include "sarif/result_stream.h"
#include "sarif/taxonomies.h"

namespace sluice::sarif {

class RunAssembler {
 public:
  explicit RunAssembler(RunBuilder facts);
  // Results that come later, in files of which the run must tell.
  void expect_results_in(const ResultParts& parts);
  Run assemble(unsigned jobs);
  // Sorted. The run must be assembled; may be called from several threads.
  std::vector<Result> results_of_file(std::vector<ResultInput> inputs) const;

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
  Result result(ResultInput input, const std::string& fingerprint) const;
  Location location(PlaceInput place, bool with_context) const;
  ArtifactLocation artifact_location(std::string_view path) const;
  std::vector<CodeFlow> code_flows(std::vector<FlowInput> flows) const;
  std::vector<Fix> fixes(const std::vector<FixInput>& fixes) const;
  Members fingerprints(const ResultInput& input, const std::string& own) const;

  RunBuilder facts_;
  TaxonomySet taxonomies_;
  std::map<std::string, ArtifactInput, std::less<>> artifact_facts_;  // by path
  std::map<std::string, ArtifactLocation, std::less<>> artifact_locations_;  // by path
  std::map<std::string, std::int32_t, std::less<>> rule_index_, kind_index_;
  std::vector<NotificationKindInput> used_kinds_;
  std::set<std::string, std::less<>> result_paths_, visited_paths_;  // of results that come later
  std::vector<std::uint32_t> occurrences_;  // of each result: how many equal ones its file has before it
};

}  // namespace sluice::sarif
