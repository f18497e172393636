// The checks that need types, on the annotated code in tests/clang/.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "analyzers/clang/session.h"
#include "analyzers/scan/analyze_file.h"
#include "analyzers/scan/annotations.h"
#include "analyzers/scan/flow_stage.h"
#include "analyzers/source/reader.h"
#include "base/file.h"
#include "tests/unit/analyzers/clang/session_of.h"

namespace sluice {
namespace {

namespace fs = std::filesystem;

const std::string kFolder = SLUICE_SOURCE_DIR "/tests/clang";

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) files.push_back(entry.path().filename().string());
  std::ranges::sort(files);
  return files;
}

}  // namespace

TEST_CASE("checks report what the marks in the code expect", "[analyzers][clang]") {
  std::set<std::string> marked, all;
  for (const std::string& name : files_in(kFolder)) {
    CAPTURE(name);
    auto text = read_file(kFolder + "/" + name);
    REQUIRE(text);
    Diagnostics diags;
    SourceSet sources = test::sources_of({{name, *text}});
    auto session = test::session_of(sources, kFolder, diags);
    if (!session) return;
    for (const RuleInfo& rule : session->rules()) all.insert(rule.id);
    auto rules = RuleSet::compile({}, {sources[{0}].language});
    REQUIRE(rules);
    FileWork work(sources, {0}, *rules, {.clang = session.get()});
    work.match();
    FileAnalysis analysis = work.finish();
    for (const Diagnostic& diagnostic : analysis.diagnostics.list()) {
      INFO(diagnostic.message);
      CHECK(diagnostic.code != "clang-errors");
      CHECK(diagnostic.code != "clang-not-parsed");
    }
    // Each file is about the rules that it marks: others may have something to say there too.
    std::set<LineAndRule> reported;
    for (const Finding& finding : analysis.findings) reported.emplace(sources[{0}].lines.line_of(finding.range.begin), finding.rule_id);
    std::set<std::string> own = compare_with_marks(sources[{0}], {}, all).marked_rules;
    std::erase_if(reported, [&](const LineAndRule& entry) { return !own.contains(entry.second); });
    MarkComparison comparison = compare_with_marks(sources[{0}], reported, all);
    CHECK(comparison.expected > 0);
    for (const MarkFailure& failure : comparison.failures) {
      CAPTURE(failure.line, failure.rule_id);
      FAIL_CHECK(failure.message);
    }
    marked.merge(comparison.marked_rules);
  }
  CHECK(marked == all);  // each check has code that tests it
}

TEST_CASE("the list of checks is what the folder holds", "[analyzers][clang]") {
  auto list = read_file(SLUICE_SOURCE_DIR "/analyzers/clang/checks.def");
  REQUIRE(list);
  for (const std::string& file : files_in(SLUICE_SOURCE_DIR "/analyzers/clang/checks")) {
    std::string name = fs::path(file).stem().string();
    bool is_check = file.ends_with(".cpp") && name != "check";
    if (is_check) CHECK(list->find("(" + name + ")") != std::string::npos);
  }
}

TEST_CASE("every check says what a report needs", "[analyzers][clang]") {
  Diagnostics diags;
  SourceSet sources = test::sources_of({{"a.c", "int a;"}});
  auto session = test::session_of(sources, kFolder, diags);
  if (!session) return;
  for (const RuleInfo& rule : session->rules()) {
    CAPTURE(rule.id);
    CHECK(rule.id.starts_with("clang-"));
    CHECK(rule.message.size() > 60);
    for (const char* key : {"cwe", "references", "confidence", "security-severity"}) {
      CAPTURE(key);
      REQUIRE(rule.metadata.contains(key));
      CHECK(!rule.metadata.at(key).empty());
    }
    CHECK(rule.metadata.at("cwe").front().starts_with("CWE-"));
  }
}

}  // namespace sluice
