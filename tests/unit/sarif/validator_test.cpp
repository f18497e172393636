#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "base/file.h"
#include "sarif/formats.h"
#include "sarif/validator.h"

using namespace sluice;
using namespace sluice::sarif;
using Tree = nlohmann::json;

namespace {

Tree clean_log() {
  return Tree::parse(R"({
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
    "runs": [{
      "tool": {"driver": {"name": "T", "rules": [{
        "id": "A", "shortDescription": {"text": "a"}, "fullDescription": {"text": "a"}, "help": {"text": "a"},
        "messageStrings": {"m": {"text": "{0} and {1}, {{9}}"}}}]}},
      "columnKind": "utf16CodeUnits", "originalUriBaseIds": {"%SRCROOT%": {}},
      "results": [{
        "ruleId": "A", "ruleIndex": 0, "level": "error", "message": {"text": "x"},
        "partialFingerprints": {"primaryLocationLineHash": "a:1"},
        "locations": [{"physicalLocation": {
          "artifactLocation": {"uri": "a.c", "uriBaseId": "%SRCROOT%"},
          "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}}}]}]}]})");
}

void lay_over(Tree& target, const Tree& patch) {
  for (const auto& [key, value] : patch.items()) {
    if (value.is_null())
      target.erase(key);
    else
      target[key] = value;
  }
}

Tree log_of(const Tree& test) {
  Tree log = clean_log();
  Tree& run = log["runs"][0];
  Tree& result = run["results"][0];
  lay_over(run["tool"]["driver"]["rules"][0], test.value("rule", Tree::object()));
  if (test.contains("place")) lay_over(result["locations"][0]["physicalLocation"], test["place"]);
  if (test.contains("second")) {
    Tree second = result;
    lay_over(second, test["second"]);
    run["results"].push_back(second);
  }
  lay_over(run["results"][0], test.value("result", Tree::object()));
  lay_over(run, test.value("run", Tree::object()));
  Tree patch = test.value("log", Tree::object());
  if (patch.erase("twice")) log["runs"].push_back(Tree(log["runs"][0]));
  lay_over(log, patch);
  return log;
}

}  // namespace

TEST_CASE("each mistake gives its violations and no others", "[sarif]") {
  const auto text = read_file(SLUICE_SOURCE_DIR "/tests/unit/sarif/data/violations.json");
  REQUIRE(text);
  const Tree cases = Tree::parse(*text)["cases"];
  REQUIRE(cases.size() > 50);
  for (const Tree& test : cases) {
    INFO(test["name"].get<std::string>());
    const auto violations = validate("f", log_of(test).dump());
    REQUIRE(violations);
    std::multiset<std::string> found, expected;
    for (const Violation& violation : *violations)
      found.insert(violation.id + " " + (violation.pointer.empty() ? "/" : violation.pointer));
    for (const Tree& line : test["expect"]) expected.insert(line.get<std::string>());
    CHECK(found == expected);
  }
}

TEST_CASE("a violation has line and column", "[sarif]") {
  const auto violations =
      validate("f.sarif", "{\n  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\"tool\": 1}\n  ]\n}", Scope::Standard);
  REQUIRE(violations);
  REQUIRE(violations->size() == 2);
  CHECK(violations->at(0).id == "sarif-schema-uri");
  CHECK(to_string(violations->at(1).place) == "f.sarif:4:14");
  CHECK(violations->at(1).message == "this is a number; expected object");
}

TEST_CASE("a byte order mark is a violation, and places do not count it", "[sarif]") {
  const auto violations = validate("f", "\xEF\xBB\xBF{\"version\":1,\"runs\":[]}", Scope::Standard);
  REQUIRE(violations);
  std::set<std::string> ids;
  for (const Violation& violation : *violations) ids.insert(violation.id);
  CHECK(ids == std::set<std::string>{"sarif-byte-order-mark", "sarif-schema-uri", "schema-enum"});
  CHECK(violations->back().place.column == 12);
}

TEST_CASE("a flood of one violation is bounded and counted", "[sarif]") {
  Tree log = clean_log();
  Tree& results = log["runs"][0]["results"];
  const Tree bad = Tree::parse(R"({"message": {"text": "x"}, "level": "x"})");
  results = Tree::array();
  for (int i = 0; i < 3000; ++i) results.push_back(bad);
  const auto violations = validate("f", log.dump(), Scope::Standard);
  REQUIRE(violations);
  REQUIRE(violations->size() == 1000);
  CHECK(violations->back().message.find("2000 more of this kind are not shown") != std::string::npos);
}

TEST_CASE("GitHub's limits are told", "[sarif]") {
  Tree log = clean_log();
  Tree& run = log["runs"][0];
  const auto ids_of = [&] {
    const auto violations = validate("f", log.dump());
    std::set<std::string> ids;
    for (const Violation& violation : *violations) ids.insert(violation.id);
    return ids;
  };
  const Tree step = Tree::parse(R"({"location": {"message": {"text": "s"}}})");
  run["results"][0]["codeFlows"] = Tree::parse(R"([{"threadFlows": [{"locations": []}]}])");
  for (int i = 0; i < 10'001; ++i) run["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"].push_back(step);
  CHECK(ids_of() == std::set<std::string>{"github-too-many-flow-steps"});
  run["results"][0].erase("codeFlows");
  for (int i = 0; i < 20; ++i) {
    log["runs"].push_back(Tree(log["runs"][0]));
    log["runs"].back()["automationDetails"] = {{"id", std::to_string(i) + "/"}};
  }
  CHECK(ids_of() == std::set<std::string>{"github-too-many-runs"});
}

TEST_CASE("rule ids are distinct and sorted", "[sarif]") {
  for (const auto rules : {semantic_rules(), consumer_rules()})
    for (std::size_t i = 1; i < rules.size(); ++i) CHECK(rules[i - 1].id < rules[i].id);
}

TEST_CASE("formats", "[sarif]") {
  for (const char* good : {"", "a/b.c", "%7E", "../x", "http://[::1]:80/a?b#c", "file:///C:/x", "//host/x", "#f"})
    CHECK(is_uri_reference(good));
  for (const char* bad : {"a b", "a\\b", "%7", "%zz", "a#b#c", "1:2", "a[0]", "\xC3\xA4", "{x}", ":x"})
    CHECK_FALSE(is_uri_reference(bad));
  CHECK(is_uri("urn:x"));
  CHECK_FALSE(is_uri("a/b:c"));
  for (const char* good :
       {"2026-01-31T23:59:59Z", "2024-02-29T00:00:00.123z", "1990-12-31T23:59:60Z", "2026-01-01t00:00:00+14:00"})
    CHECK(is_date_time(good));
  for (const char* bad :
       {"", "2026-01-31", "2026-01-31T23:59:59", "2026-13-01T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:00:00.Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00+1400", "2026-04-31T00:00:00Z"})
    CHECK_FALSE(is_date_time(bad));
}
