#include <catch2/catch.hpp>
#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "sample_log.h"
#include "sarif/columns.h"
#include "sarif/fingerprint.h"
#include "sarif/taxonomies.h"
#include "sarif/validator.h"
#include "sarif/writer.h"

using namespace sluice;
using namespace sluice::sarif;

// SLUICE_REWRITE=1 rewrites the snapshot; tests/e2e/sarif_judge.sh has it judged from outside.
TEST_CASE("the log of a run is what the snapshot says", "[sarif]") {
  const std::string path = SLUICE_SOURCE_DIR "/tests/unit/sarif/data/sample.sarif";
  const std::string written = write_log(test::sample_log());
  if (std::getenv("SLUICE_REWRITE")) REQUIRE(write_file_atomically(path, written));
  const auto expected = read_file(path);
  REQUIRE(expected);
  CHECK(written == *expected);
}

TEST_CASE("a built log breaks no rule", "[sarif]") {
  const auto violations = validate("sample", write_log(test::sample_log()));
  REQUIRE(violations);
  std::vector<std::string> ids;
  for (const Violation& violation : *violations) ids.push_back(violation.id);
  // GitHub's export drops the one, and a result about a whole file has no line to hash.
  CHECK(ids == std::vector<std::string>{"github-line-hash-missing", "github-suppressed-result"});
}

TEST_CASE("columns after an emoji are UTF-16 columns", "[sarif]") {
  const Log log = test::sample_log();
  const Region& region = *log.runs[0].results->at(1).locations[0].physical_location->region;
  CHECK(region.start_line == 2);
  CHECK(region.start_column == 25);  // 26 bytes: the lock is four bytes and two units
}

TEST_CASE("results are sorted by place and rules by id", "[sarif]") {
  const Log log = test::sample_log();
  const Run& run = log.runs[0];
  CHECK(run.tool.driver.rules[0].id == "banner");
  CHECK(run.results->at(0).rule_id == "banner");
  for (const sarif::Result& result : *run.results) {
    CHECK(run.tool.driver.rules.at(static_cast<std::size_t>(result.rule_index)).id == result.rule_id);
    CHECK(result.suppressions.has_value());
  }
}

TEST_CASE("an error notification makes the run fail", "[sarif]") {
  RunBuilder builder = test::sample_builder();
  builder.add_diagnostic({DiagnosticLevel::Error, "rule-crashed", "rule `x` crashed", {}, {}});
  const Log log = std::move(builder).build();
  CHECK(log.runs[0].invocations[0].execution_successful == false);
  CHECK_FALSE(is_complete(log.runs[0]));
  CHECK(is_complete(test::sample_log().runs[0]));
}

TEST_CASE("no results is an empty array", "[sarif]") {
  const Log log = RunBuilder(ToolInput{}).build();
  REQUIRE(log.runs[0].results.has_value());
  CHECK(log.runs[0].results->empty());
  CHECK(write_log(log).find("\"results\": []") != std::string::npos);
}

namespace {
sarif::Result twin(const Log& log, std::size_t index) { return log.runs[0].results->at(index); }

Log log_of(const std::string& path, const std::string& text) {
  RunBuilder builder(ToolInput{});
  RuleInput rule;
  rule.id = "r";
  builder.add_rule(rule);
  const TextLines lines(text);
  for (std::size_t at = text.find("eval(x)"); at != text.npos; at = text.find("eval(x)", at + 1)) {
    ResultInput result;
    result.rule_id = "r";
    result.message = "no";
    result.place.path = path;
    result.place.region = lines.region(at, at + 7);
    result.place.definition = "f";
    builder.add_result(result);
  }
  return std::move(builder).build();
}
}  // namespace

TEST_CASE("our fingerprint survives shifted lines and renamed files, and tells twins apart", "[sarif]") {
  const Log before = log_of("a.py", "eval(x)\neval(x)\n");
  const Log after = log_of("b/c.py", "# new\n\n\neval(x)\n  eval(x)\n");
  const auto key = kSluiceFingerprint;
  CHECK(twin(before, 0).partial_fingerprints.text(key) != twin(before, 1).partial_fingerprints.text(key));
  for (const std::size_t i : {0, 1})
    CHECK(twin(before, i).partial_fingerprints.text(key) == twin(after, i).partial_fingerprints.text(key));
}

TEST_CASE("only weaknesses are taxa, and their names are MITRE's", "[sarif]") {
  CHECK(cwe_name(89) == "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')");
  CHECK(cwe_name(1428).has_value());
  CHECK_FALSE(cwe_name(310).has_value());  // a category
  CHECK_FALSE(cwe_name(0).has_value());
  REQUIRE(owasp_category("A10:2025").has_value());
  CHECK(owasp_category("A10:2025")->name == "Mishandling of Exceptional Conditions");
  CHECK(owasp_category("A03:2021")->name == "Injection");
  CHECK_FALSE(owasp_category("A11:2021").has_value());

  RunBuilder builder(ToolInput{});
  RuleInput rule;
  rule.id = "weak-hash-use";
  rule.cwe = {328, 310};
  rule.owasp_2025 = {"A04:2025", "A03:2021"};  // the second is of another edition
  builder.add_rule(rule);
  const Log log = std::move(builder).build();
  const Run& run = log.runs[0];
  REQUIRE(run.taxonomies.size() == 2);
  CHECK(run.taxonomies[0].name == "CWE");
  CHECK(run.taxonomies[0].taxa.size() == 1);
  CHECK(run.taxonomies[1].name == "OWASP Top 10 2025");
  const ReportingDescriptor& descriptor = run.tool.driver.rules[0];
  REQUIRE(descriptor.relationships.size() == 2);
  CHECK(descriptor.relationships[0].target.id == "CWE-328");
  CHECK(descriptor.relationships[1].target.tool_component->index == 1);
  const std::vector<std::string> tags = descriptor.properties.texts("tags");
  CHECK(std::ranges::count(tags, "external/cwe/cwe-328") == 1);
}
