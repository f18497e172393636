#include <catch2/catch.hpp>
#include <map>

#include "sample_log.h"
#include "sarif/columns.h"
#include "sarif/diff.h"
#include "sarif/fingerprint.h"
#include "sarif/validator.h"
#include "sarif/writer.h"

using namespace sluice;
using namespace sluice::sarif;

namespace {

struct File {
  std::string path, text;
};

// A result for each `bad(...)` in the files, as the scan would make it.
Log scan(const std::vector<File>& files) {
  RunBuilder builder(ToolInput{});
  RuleInput rule;
  rule.id = "bad-call";
  builder.add_rule(rule);
  for (const File& file : files) {
    const TextLines lines(file.text);
    const auto hashes = line_hashes(file.text);
    for (std::size_t at = file.text.find("bad("); at != file.text.npos; at = file.text.find("bad(", at + 1)) {
      ResultInput result;
      result.rule_id = "bad-call";
      result.message = "A bad call";
      result.place.path = file.path;
      result.place.region = lines.region(at, file.text.find(')', at) + 1);
      result.line_hash = hashes[static_cast<std::size_t>(result.place.region.start_line - 1)].text();
      builder.add_result(result);
    }
  }
  return std::move(builder).build();
}

// The states by the matched text.
std::map<std::string, std::string> states(const Log& log) {
  std::map<std::string, std::string> out;
  for (const sarif::Result& result : *log.runs[0].results)
    out[result.locations[0].physical_location->region->snippet->text] +=
        std::string(to_string(*result.baseline_state)) + ";";
  return out;
}

using States = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("new, unchanged, updated and absent results are told apart", "[sarif]") {
  const Log before = scan({{"a.c", "bad(1);\nbad(2);\nbad(3);\n"}});
  const Log after = scan({{"a.c", "bad(1);\n\nbad(2);\nbad(4);\n"}});
  const Diffed diffed = diff(before, after);
  CHECK(states(diffed.log) ==
        States{{"bad(1)", "unchanged;"}, {"bad(2)", "updated;"}, {"bad(3)", "absent;"}, {"bad(4)", "new;"}});
  CHECK(diffed.counts.added == 1);
  CHECK(diffed.counts.unchanged == 1);
  CHECK(diffed.counts.updated == 1);
  CHECK(diffed.counts.absent == 1);
  CHECK(diffed.counts.unknown == 0);
  const auto violations = validate("diff", write_log(diffed.log), Scope::Standard);
  REQUIRE(violations);
  CHECK(violations->empty());
}

TEST_CASE("a log compared with itself is unchanged", "[sarif]") {
  const Diffed diffed = diff(test::sample_log(), test::sample_log());
  CHECK(diffed.counts.unchanged == 3);
  CHECK(diffed.counts.added + diffed.counts.updated + diffed.counts.absent + diffed.counts.unknown == 0);
}

TEST_CASE("hundred lines above and a new name are the same result", "[sarif]") {
  const std::string code = "int f() { return bad(1); }\nint g() { return bad(2); }\n";
  const Diffed diffed = diff(scan({{"old.c", code}}), scan({{"new/name.c", std::string(100, '\n') + code}}));
  CHECK(states(diffed.log) == States{{"bad(1)", "updated;"}, {"bad(2)", "updated;"}});
}

TEST_CASE("each older result is found once", "[sarif]") {
  const Diffed more = diff(scan({{"a.c", "bad(1);\n"}}), scan({{"a.c", "bad(1);\nbad(1);\nbad(1);\n"}}));
  CHECK(more.counts.added == 2);
  CHECK(more.counts.unchanged == 1);
  const Diffed fewer = diff(scan({{"a.c", "bad(1);\nbad(1);\n"}}), scan({{"a.c", "bad(1);\n"}}));
  CHECK(fewer.counts.unchanged == 1);
  CHECK(fewer.counts.absent == 1);
}

TEST_CASE("a copy in another file is new, the original unchanged", "[sarif]") {
  // The copy sorts before the original: the path decides who takes the older one.
  const Diffed diffed = diff(scan({{"b.c", "bad(1);\n"}}), scan({{"a.c", "bad(1);\n"}, {"b.c", "bad(1);\n"}}));
  CHECK(states(diffed.log) == States{{"bad(1)", "new;unchanged;"}});
}

TEST_CASE("logs without fingerprints are compared by place and content", "[sarif]") {
  Log before = scan({{"a.c", "bad(1);\nbad(2);\nx;\n"}}), after = scan({{"a.c", "bad(1);\n\n\nbad(2);\n"}});
  for (Log* log : {&before, &after})
    for (sarif::Result& result : *log->runs[0].results) result.partial_fingerprints = {};
  CHECK(states(diff(before, after).log) == States{{"bad(1)", "unchanged;"}, {"bad(2)", "updated;"}});
}

TEST_CASE("a run that did not complete makes nothing absent", "[sarif]") {
  Log after = scan({{"a.c", "bad(1);\n"}});
  after.runs[0].invocations[0].execution_successful = false;
  const Diffed diffed = diff(scan({{"a.c", "bad(1);\nbad(2);\n"}}), after);
  CHECK(diffed.counts.absent == 0);
  CHECK(diffed.counts.unknown == 1);
}

TEST_CASE("another tool's results are not compared", "[sarif]") {
  Log before = scan({{"a.c", "bad(1);\n"}});
  before.runs[0].tool.driver.name = "Other";
  const Diffed diffed = diff(before, scan({{"a.c", "bad(1);\n"}}));
  CHECK(diffed.counts.added == 1);
  CHECK(diffed.counts.unknown == 1);
}

TEST_CASE("absent results of the baseline are gone for good", "[sarif]") {
  const Log empty = scan({{"a.c", "x;\n"}});
  const Diffed first = diff(scan({{"a.c", "bad(1);\n"}}), empty);
  CHECK(first.counts.absent == 1);
  CHECK(diff(first.log, empty).counts.absent == 0);
}

TEST_CASE("when something was first seen is carried on", "[sarif]") {
  Log before = scan({{"a.c", "bad(1);\n"}});
  before.runs[0].results->at(0).provenance.emplace().first_detection_time_utc = "2026-01-01T00:00:00Z";
  const Diffed diffed = diff(before, scan({{"a.c", "bad(1);\n"}}));
  CHECK(diffed.log.runs[0].results->at(0).provenance->first_detection_time_utc == "2026-01-01T00:00:00Z");
}
