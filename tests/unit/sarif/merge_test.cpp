#include <catch2/catch.hpp>

#include "sample_log.h"
#include "sarif/columns.h"
#include "sarif/merge.h"
#include "sarif/stats.h"
#include "sarif/validator.h"
#include "sarif/writer.h"

using namespace sluice;
using namespace sluice::sarif;

namespace {

// One result of one rule in one file; the rule's taxon and everything else follow.
Log log_of(const std::string& rule_id, int cwe, const std::string& path, const std::string& category = "sluice/") {
  RunBuilder builder(ToolInput{});
  RuleInput rule;
  rule.id = rule_id;
  rule.cwe = {cwe};
  builder.add_rule(rule);
  ResultInput result;
  result.rule_id = rule_id;
  result.message = "Found by " + rule_id;
  result.place.path = path;
  result.place.region = TextLines("abc def").region(4, 7);
  builder.add_result(result);
  builder.add_diagnostic({DiagnosticLevel::Warning, "parse-incomplete", "line 3", {path, 3, 1}, rule_id});
  builder.set_automation(category, {});
  return std::move(builder).build();
}

std::vector<std::string> error_ids(const Log& log) {
  const auto violations = validate("merged", write_log(log), Scope::Standard);
  REQUIRE(violations);
  std::vector<std::string> ids;
  for (const Violation& violation : *violations) ids.push_back(violation.id + " " + violation.pointer);
  return ids;
}

const std::string& taxon_of(const Run& run, const sarif::Result& result) {
  const ReportingDescriptor& rule = run.tool.driver.rules.at(static_cast<std::size_t>(result.rule_index));
  const ReportingDescriptorReference& target = rule.relationships.at(0).target;
  const ToolComponent& taxonomy = run.taxonomies.at(static_cast<std::size_t>(target.tool_component->index));
  return taxonomy.taxa.at(static_cast<std::size_t>(target.index)).id;
}

}  // namespace

TEST_CASE("runs of one category become one, and every index points where it did", "[sarif]") {
  const Merged merged = merge({log_of("z-rule", 89, "b.c"), log_of("a-rule", 79, "a.c"), log_of("z-rule", 89, "c.c")},
                              MergeMode::OnePerCategory);
  CHECK(merged.kept_apart.empty());
  REQUIRE(merged.log.runs.size() == 1);
  const Run& run = merged.log.runs[0];
  REQUIRE(run.results->size() == 3);
  const std::string expected[][3] = {
      {"z-rule", "b.c", "CWE-89"}, {"a-rule", "a.c", "CWE-79"}, {"z-rule", "c.c", "CWE-89"}};
  for (std::size_t i = 0; i < 3; ++i) {
    const sarif::Result& result = (*run.results)[i];
    CHECK(find_rule(run, result)->id == expected[i][0]);
    const ArtifactLocation& at = *result.locations[0].physical_location->artifact_location;
    CHECK(run.artifacts.at(static_cast<std::size_t>(at.index)).location->uri == expected[i][1]);
    CHECK(taxon_of(run, result) == expected[i][2]);
    const Notification& notification = run.invocations.at(i).tool_execution_notifications.at(0);
    CHECK(run.tool.driver.rules.at(static_cast<std::size_t>(notification.associated_rule->index)).id == expected[i][0]);
    CHECK(run.tool.driver.notifications.at(static_cast<std::size_t>(notification.descriptor->index)).id ==
          "parse-incomplete");
  }
  CHECK(run.tool.driver.rules.size() == 2);
  CHECK(error_ids(merged.log).empty());
}

TEST_CASE("equal results occur once, other categories stay apart", "[sarif]") {
  const Log first = log_of("r", 89, "a.c"), other = log_of("r", 89, "a.c", "other/");
  const Merged merged = merge({first, first, other}, MergeMode::KeepRuns);
  CHECK(merged.duplicates == 1);
  REQUIRE(merged.log.runs.size() == 3);
  CHECK(merged.log.runs[0].results->size() == 1);
  CHECK(merged.log.runs[1].results->empty());  // the run stays: its tool looked
  CHECK(merged.log.runs[2].results->size() == 1);
  CHECK(merge({first, first, other}, MergeMode::OnePerCategory).log.runs.size() == 2);
}

TEST_CASE("the same result under another rule number is the same", "[sarif]") {
  Log renumbered = log_of("r", 89, "a.c");
  Run& run = renumbered.runs[0];
  run.tool.driver.rules.insert(run.tool.driver.rules.begin(),
                               ReportingDescriptor{"first", {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}});
  run.results->at(0).rule_index = 1;
  CHECK(merge({log_of("r", 89, "a.c"), renumbered}, MergeMode::KeepRuns).duplicates == 1);
}

TEST_CASE("a run that never began is not hidden in one that did", "[sarif]") {
  Log broken = log_of("r", 89, "a.c");
  broken.runs[0].results.reset();
  const Merged merged = merge({log_of("r", 89, "b.c"), broken}, MergeMode::OnePerCategory);
  CHECK(merged.log.runs.size() == 2);
  CHECK(merged.kept_apart.size() == 1);
}

TEST_CASE("suppressions of joined runs are on all results", "[sarif]") {
  Log without = log_of("r", 89, "b.c");
  for (sarif::Result& result : *without.runs[0].results) result.suppressions.reset();
  const Merged merged = merge({log_of("r", 89, "a.c"), without}, MergeMode::OnePerCategory);
  for (const sarif::Result& result : *merged.log.runs.at(0).results) CHECK(result.suppressions.has_value());
}

TEST_CASE("a suppression counts when one is accepted and none rejected", "[sarif]") {
  const auto suppressed = [](std::vector<std::optional<SuppressionStatus>> states) {
    sarif::Result result;
    result.suppressions.emplace();
    for (const auto& state : states) result.suppressions->emplace_back().status = state;
    return is_suppressed(result);
  };
  using enum SuppressionStatus;
  CHECK_FALSE(is_suppressed(sarif::Result{}));
  CHECK_FALSE(suppressed({}));
  CHECK(suppressed({std::nullopt}));
  CHECK(suppressed({Accepted, UnderReview}));
  CHECK_FALSE(suppressed({UnderReview}));
  CHECK_FALSE(suppressed({Accepted, Rejected}));
  CHECK_FALSE(suppressed({std::nullopt, Rejected}));
}

TEST_CASE("statistics count by rule, level, file and suppression", "[sarif]") {
  const Stats counted = stats(test::sample_log());
  CHECK(counted.total.results == 3);
  CHECK(counted.total.suppressed == 1);
  CHECK(counted.by_rule.at("c-sql-injection").results == 2);
  CHECK(counted.by_level.at("error").suppressed == 1);
  CHECK(counted.by_level.at("note").results == 1);
  CHECK(counted.by_file.at("src/query file.c").results == 2);
  CHECK(counted.notifications.at("warning") == 2);
  CHECK(counted.incomplete_runs == 0);
  CHECK(to_text(counted).find("and 1 more") == std::string::npos);
  CHECK(to_text(counted, 1).find("and 1 more") != std::string::npos);
}

TEST_CASE("statistics do not print what a log says raw", "[sarif]") {
  Log log = log_of("r", 89, "a.c");
  log.runs[0].results->at(0).rule_id = "\x1b[31mred";
  CHECK(to_text(stats(log)).find('\x1b') == std::string::npos);
}
