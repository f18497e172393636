#include <catch2/catch.hpp>
#include <algorithm>
#include <random>

#include "sample_log.h"
#include "sarif/gzip_size.h"
#include "sarif/profile.h"
#include "sarif/validator.h"
#include "sarif/writer.h"

using namespace sluice;
using namespace sluice::sarif;

namespace {

std::size_t cut_of(const Exported& exported, std::string_view what) {
  const auto it = std::ranges::find_if(exported.cuts, [&](const Cut& cut) { return cut.what.starts_with(what); });
  return it == exported.cuts.end() ? 0 : it->count;
}

std::vector<std::string> told(const Run& run) {
  std::vector<std::string> texts;
  for (const Notification& notification : run.invocations[0].tool_execution_notifications)
    if (notification.descriptor->id == "export-cut") texts.push_back(notification.message.text);
  return texts;
}

std::size_t errors_of(const Log& log) {
  const auto violations = validate("export", write_log(log));
  REQUIRE(violations);
  return static_cast<std::size_t>(
      std::ranges::count_if(*violations, [](const Violation& v) { return v.level == Level::Error; }));
}

Log many_results(std::size_t count) {
  Log log = test::sample_log();
  std::vector<sarif::Result>& results = *log.runs[0].results;
  sarif::Result result = results[0];  // of level note
  result.partial_fingerprints = {};
  const sarif::Result severe = results[2];
  results.assign(count - 1, result);
  for (std::size_t i = 0; i < results.size(); ++i) results[i].message.text = "Result " + std::to_string(i);
  results.push_back(severe);
  return log;
}

}  // namespace

TEST_CASE("the canonical log is left alone", "[sarif]") {
  const Exported exported = export_log(test::sample_log(), Profile::Canonical);
  CHECK(write_log(exported.log) == write_log(test::sample_log()));
  CHECK(exported.cuts.empty());
}

TEST_CASE("GitHub gets no suppressed, absent and other results", "[sarif]") {
  Log log = test::sample_log();
  log.runs[0].results->at(0).kind = Kind::Review;
  log.runs[0].results->at(0).level.reset();
  const Exported exported = export_log(log, Profile::Github);
  REQUIRE(exported.log.runs[0].results->size() == 1);
  CHECK(cut_of(exported, "suppressed results") == 1);
  CHECK(cut_of(exported, "results of other kinds") == 1);
  const auto violations = validate("github", write_log(exported.log));
  REQUIRE(violations);
  CHECK(violations->empty());
}

TEST_CASE("GitHub's limit cuts the least severe results and says so", "[sarif]") {
  const Exported exported = export_log(many_results(25'003), Profile::Github);
  const Run& run = exported.log.runs[0];
  REQUIRE(run.results->size() == 25'000);
  CHECK(run.results->back().rule_id == "c-sql-injection");
  CHECK(cut_of(exported, "results beyond the limit") == 3);
  CHECK(told(run) ==
        std::vector<std::string>{"Left out of this export: 3 results beyond the limit, the least severe first."});
}

TEST_CASE("a log that stays too large after compression is cut until it fits", "[sarif]") {
  Log log = many_results(500);
  std::mt19937 random(1);
  for (sarif::Result& result : *log.runs[0].results) {
    result.message.text.clear();
    for (int i = 0; i < 30'000; ++i) result.message.text += static_cast<char>('!' + random() % 90);
  }
  CHECK(gzip_size(write_log(log)) > 10 * 1024 * 1024);
  const Exported exported = export_log(log, Profile::Github);
  CHECK(gzip_size(write_log(exported.log, Layout::Compact)) <= 10 * 1024 * 1024);
  CHECK(cut_of(exported, "results, for the log to fit") > 0);
  CHECK(told(exported.log.runs[0]).size() == 1);
  CHECK(exported.log.runs[0].results->size() + cut_of(exported, "results, for the log to fit") == 500);
}

TEST_CASE("long flows lose their middle, never source and sink", "[sarif]") {
  Log log = test::sample_log();
  std::vector<ThreadFlowLocation>& steps = log.runs[0].results->at(2).code_flows.at(0).thread_flows[0].locations;
  const ThreadFlowLocation source = steps.front(), middle = steps[1], sink = steps.back();
  steps.assign(20'000, middle);
  steps.front() = source;
  steps.back() = sink;
  const Exported exported = export_log(log, Profile::Github);
  const auto& kept = exported.log.runs[0].results->back().code_flows.at(0).thread_flows[0].locations;
  CHECK(kept.size() == 1000);
  CHECK(kept.front().location->message->text == source.location->message->text);
  CHECK(kept.back().location->message->text == sink.location->message->text);
  CHECK(cut_of(exported, "flow steps") == 19'000);
}

TEST_CASE("ten tags stay, and `security` is one of them", "[sarif]") {
  Log log = test::sample_log();
  std::vector<std::string> tags;
  for (int i = 0; i < 14; ++i) tags.push_back("tag" + std::to_string(i));
  tags.push_back("security");
  log.runs[0].tool.driver.rules[1].properties.set_texts("tags", tags);
  const Exported exported = export_log(log, Profile::Github);
  const auto kept = exported.log.runs[0].tool.driver.rules[1].properties.texts("tags");
  CHECK(kept.size() == 10);
  CHECK(std::ranges::count(kept, "security") == 1);
  CHECK(cut_of(exported, "tags") == 5);
}

TEST_CASE("messages and flow steps by reference are written out", "[sarif]") {
  Log log = test::sample_log();
  Run& run = log.runs[0];
  run.tool.driver.rules[1].message_strings["m"] = Text{"{0} reaches {1}, {{2}}", {}, {}};
  sarif::Result& result = run.results->at(2);
  result.message = Message{{}, {}, "m", {"argv", "db"}, {}};
  ThreadFlowLocation& step = result.code_flows[0].thread_flows[0].locations[0];
  run.thread_flow_locations.push_back(step);
  step = ThreadFlowLocation{};
  step.index = 0;
  ArtifactLocation& at = *result.locations[0].physical_location->artifact_location;
  at.uri.clear();
  const Exported exported = export_log(log, Profile::Github);
  const sarif::Result& out = exported.log.runs[0].results->back();
  CHECK(out.message.text == "argv reaches db, {2}");
  CHECK(out.code_flows[0].thread_flows[0].locations[0].location.has_value());
  CHECK(out.locations[0].physical_location->artifact_location->uri == "src/query%20file.c");
}

TEST_CASE("runs of one category become one for GitHub, and at most twenty stay", "[sarif]") {
  Log log = test::sample_log();
  log.runs.push_back(log.runs[0]);
  CHECK(export_log(log, Profile::Github).log.runs.size() == 1);
  for (int i = 0; i < 23; ++i) {
    log.runs.push_back(log.runs[0]);
    log.runs.back().automation_details->id = "c" + std::to_string(i) + "/";
  }
  const Exported exported = export_log(log, Profile::Github);
  CHECK(exported.log.runs.size() == 20);
  CHECK(cut_of(exported, "runs") == 4);
  CHECK(errors_of(exported.log) == 0);
}

TEST_CASE("DefectDojo and Jenkins see only suppressions that suppress", "[sarif]") {
  Log log = test::sample_log();
  Suppression idle;
  idle.status = SuppressionStatus::UnderReview;
  log.runs[0].results->at(0).suppressions->push_back(idle);  // alone: must not hide the result
  log.runs[0].results->at(1).suppressions->push_back(idle);  // beside an accepted one
  const Exported exported = export_log(log, Profile::DefectDojo);
  const std::vector<sarif::Result>& results = *exported.log.runs[0].results;
  CHECK(results[0].suppressions->empty());
  CHECK(results[1].suppressions->size() == 1);
  CHECK(cut_of(exported, "suppressions") == 2);
  CHECK(exported.log.runs[0].invocations[0].tool_configuration_notifications.empty());
  CHECK(exported.log.runs[0].invocations[0].tool_execution_notifications.size() == 3);
}

TEST_CASE("Visual Studio gets no notifications", "[sarif]") {
  const Exported exported = export_log(test::sample_log(), Profile::Vs);
  CHECK(exported.log.runs[0].invocations[0].tool_execution_notifications.empty());
  CHECK(cut_of(exported, "notifications") == 3);
  CHECK(exported.log.runs[0].results->size() == 3);
}

TEST_CASE("Azure DevOps gets the pipeline's identity", "[sarif]") {
  const PipelineFacts facts{"org", "app", "12", "CI", "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "Build", "main", "567"};
  const Exported exported = export_log(test::sample_log(), Profile::Ghazdo, facts);
  const RunAutomationDetails& automation = *exported.log.runs[0].automation_details;
  CHECK(automation.id == "azuredevops/pipeline/build/org/app/12/3f2504e0-4f89-41d3-9a0c-0305e82c3301/main/567");
  CHECK(automation.extra.find("properties")->find("\"azuredevops/pipeline/build/phaseName\":\"Build\"") !=
        std::string::npos);
}

TEST_CASE("profiles have names", "[sarif]") {
  CHECK(profile_of("github") == Profile::Github);
  CHECK(profile_of("jenkins") == Profile::DefectDojo);
  CHECK_FALSE(profile_of("gitlab").has_value());
}
