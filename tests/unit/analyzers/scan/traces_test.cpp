// The ways of data, from the engine to the terminal: through calls and files, by all sources of a sink.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analyzers/scan/scan.h"
#include "analyzers/scan/to_log.h"
#include "report/log_format.h"
#include "tree_in_memory.h"

using namespace sluice;

namespace {

constexpr std::string_view kRules = R"yaml(rules:
  - id: to-sink
    message: data of a source comes to a sink
    severity: ERROR
    languages: [python]
    mode: taint
    pattern-sources: [{pattern: source(...)}]
    pattern-sinks: [{pattern: sink(...)}]
)yaml";

ScanResult scan_files(const std::vector<std::pair<std::string, std::string>>& files, unsigned jobs = 1) {
  auto rules = parse_rules("r.yaml", kRules);
  REQUIRE(rules);
  auto result = scan(test::tree_of(files), *rules, {.jobs = jobs});
  REQUIRE(result);
  return *std::move(result);
}

std::string as_text(const ScanResult& result) { return find_log_format("text")->render(to_log(result, {}), {}); }

// "a.py:2@1" is line 2 of a.py, one call deep.
std::vector<std::string> steps(const ScanResult& result, const Trace& trace) {
  std::vector<std::string> out;
  for (const TraceStep& step : trace) {
    const Source& source = result.tree.sources[step.source];
    out.push_back(source.path + ":" + std::to_string(source.lines.line_of(step.range.begin)) + "@" + std::to_string(step.depth));
  }
  return out;
}

const std::vector<std::pair<std::string, std::string>> kProgram = {
    {"main.py", "from store import keep\n"
                "keep(source(1))\n"          // line 2
                "longer = source(2)\n"       // line 3
                "other = longer + 'a'\n"
                "keep(other)\n"},            // line 5
    {"store.py", "def write(text):\n"
                 "    sink(text)\n"          // line 2
                 "def keep(text):\n"
                 "    write(text)\n"},       // line 4
};

}  // namespace

TEST_CASE("a sink that several sources reach is one finding with a trace for each, the shortest first", "[analyzers][scan][flow]") {
  const ScanResult result = scan_files(kProgram);
  REQUIRE(result.findings.size() == 1);
  const std::vector<Trace>& traces = result.findings[0].traces;
  REQUIRE(traces.size() == 2);
  CHECK(steps(result, traces[0]) == std::vector<std::string>{"main.py:2@0", "main.py:2@0", "store.py:4@1", "store.py:2@2"});
  CHECK(steps(result, traces[1]).front() == "main.py:3@0");
  CHECK(traces[1].size() > traces[0].size());
  CHECK(traces[0].front().message == "data comes from here");
  CHECK(traces[0][1].message == "it is given to `keep`");
  CHECK(traces[0].back().message == "and arrives here");
}

TEST_CASE("the terminal shows a trace by its steps, those of called functions further in", "[analyzers][scan][flow]") {
  const ScanResult result = scan_files(kProgram);
  const std::string text = as_text(result);
  INFO(text);
  CHECK(text.find("       1. main.py:2:6  data comes from here: `source(1)`\n") != std::string::npos);
  CHECK(text.find("       2. main.py:2:1  it is given to `keep`: `keep(source(1))`\n") != std::string::npos);
  CHECK(text.find("       3.   store.py:4:5  it is given to `write`: `write(text)`\n") != std::string::npos);
  CHECK(text.find("       4.     store.py:2:5  and arrives here: `sink(text)`\n") != std::string::npos);
  CHECK(text.find("       also reached from 1 other place\n") != std::string::npos);
}

TEST_CASE("of a long trace the terminal shows where it begins and where it ends", "[analyzers][scan][flow]") {
  std::string code = "x0 = source()\n";
  for (int i = 1; i <= 40; ++i) code += "x" + std::to_string(i) + " = 'a' + x" + std::to_string(i - 1) + "\n";
  const ScanResult result = scan_files({{"a.py", code + "sink(x40)\n"}});
  REQUIRE(result.findings.size() == 1);
  const std::size_t count = result.findings[0].traces.at(0).size();
  REQUIRE(count > 20);
  const std::string text = as_text(result);
  INFO(text);
  CHECK(text.find("       ... " + std::to_string(count - 14) + " more steps\n") != std::string::npos);
  CHECK(text.find("\n       1. a.py:1:6") != std::string::npos);
  CHECK(text.find(std::to_string(count) + ". a.py:42:1  and arrives here: `sink(x40)`\n") != std::string::npos);
}

TEST_CASE("functions that met a bound are counted in the summary, not listed", "[analyzers][scan][flow]") {
  std::string code = "def f(a):\n    x = source()\n";
  for (int i = 0; i < 9000; ++i) code += "    y = [x, a, x]\n";
  ScanResult result = scan_files({{"a.py", code + "    sink(x)\n"}});
  const bool was_cut = std::ranges::any_of(result.diagnostics.list(), [](const Diagnostic& diagnostic) { return diagnostic.code == "flow-cut"; });
  REQUIRE(was_cut);
  const std::string text = as_text(result);
  INFO(text);
  CHECK(text.find("1 function was too large or too involved to follow data through all of it") != std::string::npos);
  CHECK(text.find("`f` is too large") == std::string::npos);
}
