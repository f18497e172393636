// The FlowGraph, three ways:
// - programs/: small programs of each language. Each says in comments what it prints (`expect: line`),
//   as its real language does; the graph is run by a small interpreter and must print the same.
// - snapshots/: the graphs of single constructs. SLUICE_UPDATE_SNAPSHOTS=1 writes them anew: the
//   diff is to be read line by line.
// - what must hold of every graph, for the above and for the language samples.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "analyzers/flow/flow_builder.h"
#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"
#include "base/text.h"
#include "tests/unit/analyzers/flow/interpreter.h"

using namespace sluice;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(SLUICE_SOURCE_DIR) / "tests/unit/analyzers";

struct Sample {
  fs::path path;
  Language language;
  std::string text;
};

std::vector<Sample> samples_in(const std::string& folder) {
  std::vector<Sample> samples;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder / folder)) {
    if (entry.path().extension() == ".flow") continue;
    // The samples of all languages are named by the language.
    auto named = find_language(entry.path().stem().string());
    auto text = read_file(entry.path());
    INFO(entry.path());
    REQUIRE(text);
    samples.push_back({entry.path(), named ? *named : language_of(entry.path().filename().string()).language, std::move(*text)});
  }
  std::ranges::sort(samples, {}, &Sample::path);
  return samples;
}

std::string expected_output(std::string_view text) {
  std::string expected;
  constexpr std::string_view kMark = "expect: ";
  for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + 1)) {
    std::size_t begin = at + kMark.size();
    expected += text.substr(begin, text.find('\n', begin) - begin);
    expected += '\n';
  }
  return expected;
}

// --- what holds of every graph ---

// Blocks that each block is only reached through, by the textbook's fixed point.
std::vector<std::vector<bool>> dominators(const flow::Function& function) {
  std::size_t count = function.blocks.size();
  std::vector<std::vector<bool>> through(count, std::vector<bool>(count, true));
  through[0].assign(count, false);
  through[0][0] = true;
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (std::uint32_t from = 0; from < count; ++from) {
      for (const auto* list : {&function.blocks[from].successors, &function.blocks[from].handlers}) {
        for (flow::BlockId to : *list) {
          for (std::uint32_t i = 0; i < count; ++i) {
            if (i == to.index || to.index == 0 || !through[to.index][i] || through[from][i]) continue;
            through[to.index][i] = false;
            is_changed = true;
          }
        }
      }
    }
  }
  return through;
}

bool has_valid_edges(const flow::Function& function) {
  std::vector<bool> is_reached(function.blocks.size());
  is_reached[0] = true;
  for (const flow::Block& block : function.blocks) {
    if (block.condition.valid() && block.successors.size() != 2) return false;
    if (!block.labels.empty() && block.labels.size() != block.successors.size()) return false;
    for (const auto* list : {&block.successors, &block.handlers})
      for (flow::BlockId to : *list) {
        if (to.index >= function.blocks.size()) return false;
        is_reached[to.index] = true;
      }
  }
  return std::ranges::count(is_reached, false) == 0;
}

bool has_values_before_uses(const flow::Function& function) {
  auto through = dominators(function);
  std::vector<std::uint32_t> block_of(function.steps.size());
  for (std::uint32_t b = 0; b < function.blocks.size(); ++b)
    for (std::uint32_t i = function.blocks[b].begin; i < function.blocks[b].end; ++i) block_of[i] = b;
  for (std::uint32_t i = 0; i < function.steps.size(); ++i)
    for (flow::ValueId operand : function.operands_of(function.steps[i])) {
      if (!operand.valid()) continue;
      bool is_before = block_of[operand.index] == block_of[i] ? operand.index < i : through[block_of[i]][block_of[operand.index]];
      if (!is_before) return false;
    }
  return true;
}

void check(const Unit& unit, const flow::Graph& graph) {
  for (const flow::Function& function : graph.functions) {
    INFO(function.qualified_name << " at " << unit.node(function.node).begin);
    CHECK(has_valid_edges(function));
    if (function.blocks.size() < 500) CHECK(has_values_before_uses(function));
    CHECK_FALSE(function.was_cut);
  }
  for (std::uint32_t i = 0; i < unit.size(); ++i) {
    auto [function, value] = graph.place_of({i});
    if (function.valid()) CHECK(value.index < graph.functions[function.index].steps.size());
  }
}

}  // namespace

TEST_CASE("graphs do what programs do", "[flow]") {
  std::vector<Sample> samples = samples_in("flow/programs");
  CHECK(samples.size() >= 36);
  for (const Sample& sample : samples) {
    INFO(sample.path.filename());
    Unit unit = read_unit(sample.language, sample.text, nullptr);
    CHECK(unit.errors().empty());
    flow::Graph graph = flow::build_graph(unit);
    check(unit, graph);
    std::string expected = expected_output(sample.text);
    CHECK_FALSE(expected.empty());
    CHECK(flow::test::run(graph) == expected);
  }
}

TEST_CASE("graphs are as in the snapshots", "[flow]") {
  for (const Sample& sample : samples_in("flow/snapshots")) {
    fs::path expected = sample.path.string() + ".flow";
    Unit unit = read_unit(sample.language, sample.text, nullptr);
    std::string graph = flow::dump(flow::build_graph(unit));
    if (std::getenv("SLUICE_UPDATE_SNAPSHOTS")) REQUIRE(write_file_atomically(expected, graph));
    auto committed = read_file(expected);
    INFO(sample.path);
    REQUIRE(committed);
    CHECK(graph == *committed);
  }
}

TEST_CASE("values are there before their uses, in samples of all languages", "[flow]") {
  for (const Sample& sample : samples_in("languages/samples")) {
    INFO(sample.path.filename());
    Unit unit = read_unit(sample.language, sample.text, nullptr);
    check(unit, flow::build_graph(unit));
  }
}

TEST_CASE("many ways out of many finally blocks are cut, and said to be", "[flow]") {
  std::string code = "def f():\n";
  for (int depth = 1; depth <= 40; ++depth) {
    std::string indent(static_cast<std::size_t>(depth), ' ');
    code += indent + "try:\n" + indent + " if a(): return b()\n" + indent + "finally:\n";
  }
  code.append(41, ' ').append("c()\n");
  Unit unit = read_unit(Language::Python, code, nullptr);
  flow::Graph graph = flow::build_graph(unit);
  REQUIRE(graph.functions.size() == 2);
  CHECK(graph.functions[1].was_cut);
  CHECK(graph.functions[1].steps.size() < 100 * unit.size());
}
