// Every language reads a real file of its own: tests/unit/analyzers/languages/samples/.
//
// A new language needs a sample, a line in other_share.txt and, when its table is
// full, a small second sample in snapshots/ with the tree it gives beside it. The
// runner finds them by folder. SLUICE_UPDATE_SNAPSHOTS=1 writes the trees anew: the
// diff is to be read line by line.
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>

#include "analyzers/languages/definition.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"

using namespace sluice;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(SLUICE_SOURCE_DIR) / "tests/unit/analyzers/languages";

struct Sample {
  Language language;
  fs::path path;
  std::string text;
};

// The files of a folder whose stem is a language's name; `.dump` files are what is expected of them.
std::vector<Sample> samples_in(const char* folder) {
  std::vector<Sample> samples;
  for (const auto& entry : fs::directory_iterator(kFolder / folder)) {
    if (entry.path().extension() == ".dump") continue;
    auto language = find_language(entry.path().stem().string());
    INFO(entry.path());
    REQUIRE(language);
    auto text = read_file(entry.path());
    REQUIRE(text);
    samples.push_back({*language, entry.path(), *text});
  }
  std::ranges::sort(samples, {}, &Sample::path);
  return samples;
}

double other_share(const Unit& unit) {
  auto count = std::ranges::count(unit.nodes(), Kind::Other, &Node::kind);
  return 100.0 * static_cast<double>(count) / unit.size();
}

// One language and its share of `Other` nodes a line, in percent with one digit.
std::map<std::string, std::string> committed_shares() {
  auto text = read_file(kFolder / "other_share.txt");
  REQUIRE(text);
  std::map<std::string, std::string> shares;
  std::istringstream lines(*text);
  for (std::string language, share; lines >> language >> share;) shares[language] = share;
  return shares;
}

// A node that lies outside its parent, but for what several VarDefs of one statement share
// and the text of a here-document, which lies behind the line that opens it.
NodeId first_outside_parent(const Unit& unit) {
  for (std::uint32_t i = 1; i < unit.size(); ++i) {
    const Node& node = unit.node({i});
    const Node& parent = unit.node(unit.parent({i}));
    bool is_heredoc = parent.kind == Kind::Template && unit.code(unit.parent({i})).starts_with("<<");
    if (parent.kind != Kind::VarDef && !is_heredoc && (node.begin < parent.begin || node.end > parent.end)) return {i};
  }
  return {};
}

std::string text_of_error(const Unit& unit) {
  return unit.errors().empty() ? std::string() : std::string(unit.code(unit.errors()[0]).substr(0, 80));
}

}  // namespace

TEST_CASE("every language with a reader has a sample", "[analyzers][languages]") {
  std::vector<Sample> samples = samples_in("samples");
  for (const LanguageInfo& language : all_languages()) {
    const LanguageDefinition* definition = find_definition(language.language);
    if (!definition || (!definition->grammar && !definition->read)) continue;
    INFO(language.id);
    CHECK(std::ranges::count(samples, language.language, &Sample::language) == 1);
  }
}

TEST_CASE("samples are read without an error", "[analyzers][languages]") {
  for (const Sample& sample : samples_in("samples")) {
    Unit unit = read_unit(sample.language, sample.text, nullptr);
    INFO(sample.path);
    CHECK(text_of_error(unit) == "");
    CHECK(std::ranges::count(unit.nodes(), Kind::Error, &Node::kind) == 0);
    CHECK_FALSE(unit.was_cut());
    CHECK(unit.size() > 100);
  }
}

TEST_CASE("nodes lie within their parents", "[analyzers][languages]") {
  for (const Sample& sample : samples_in("samples")) {
    Unit unit = read_unit(sample.language, sample.text, nullptr);
    NodeId outside = first_outside_parent(unit);
    INFO(sample.path);
    INFO((outside.valid() ? unit.code(unit.parent(outside)).substr(0, 80) : ""));
    INFO((outside.valid() ? unit.code(outside).substr(0, 80) : ""));
    CHECK_FALSE(outside.valid());
  }
}

TEST_CASE("tables cover their grammars as far as committed", "[analyzers][languages]") {
  std::map<std::string, std::string> shares = committed_shares();
  for (const Sample& sample : samples_in("samples")) {
    const LanguageDefinition* definition = find_definition(sample.language);
    double share = other_share(read_unit(sample.language, sample.text, nullptr));
    char printed[16];
    std::snprintf(printed, sizeof printed, "%.1f", share);
    INFO(sample.path);
    CHECK(shares[std::string(name(sample.language))] == printed);
    if (definition->is_full) CHECK(share < 3.0);
  }
}

TEST_CASE("every full language has a snapshot", "[analyzers][languages]") {
  std::vector<Sample> samples = samples_in("snapshots");
  for (const LanguageInfo& language : all_languages()) {
    const LanguageDefinition* definition = find_definition(language.language);
    if (!definition || !definition->is_full) continue;
    INFO(language.id);
    CHECK(std::ranges::count(samples, language.language, &Sample::language) == 1);
  }
}

TEST_CASE("trees are as in the snapshots", "[analyzers][languages]") {
  for (const Sample& sample : samples_in("snapshots")) {
    fs::path expected = sample.path;
    expected.replace_extension(".dump");
    std::string tree = dump(read_unit(sample.language, sample.text, nullptr));
    if (std::getenv("SLUICE_UPDATE_SNAPSHOTS")) REQUIRE(write_file_atomically(expected, tree));
    auto committed = read_file(expected);
    INFO(sample.path);
    REQUIRE(committed);
    CHECK(tree == *committed);
  }
}
