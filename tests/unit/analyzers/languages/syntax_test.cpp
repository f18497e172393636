// Current syntax of the languages that change: syntax/<language>/<version>-<what>.<ext>.
//
// A sample parses without an error, or it is the sample of a gap that `sluice languages` names. In
// each stand the calls `before(1)` and `after(1)`: they are found also where the grammar has a gap.
#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "analyzers/languages/known_gaps.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"

using namespace sluice;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(SLUICE_SOURCE_DIR) / "tests/unit/analyzers/languages/syntax";

std::vector<fs::path> samples() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(kFolder))
    if (entry.is_regular_file()) found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

Language language_of_sample(const fs::path& sample) {
  auto language = find_language(sample.parent_path().filename().string());
  INFO(sample);
  REQUIRE(language);
  return *language;
}

bool is_gap(const fs::path& sample) {
  Language language = language_of_sample(sample);
  return std::ranges::any_of(known_gaps(), [&](const KnownGap& gap) { return gap.language == language && gap.sample == sample.stem().string(); });
}

bool has_call(const Unit& unit, std::string_view name) {
  for (std::uint32_t i = 0; i < unit.size(); ++i)
    if (unit.node({i}).kind == Kind::Call && unit.text(unit.child({i}, Role::Callee)) == name) return true;
  return false;
}

}  // namespace

TEST_CASE("current syntax is read, or its gap is named", "[analyzers][languages]") {
  for (const fs::path& sample : samples()) {
    auto text = read_file(sample);
    REQUIRE(text);
    Unit unit = read_unit(language_of_sample(sample), *text, nullptr);
    std::string error = unit.errors().empty() ? std::string() : std::string(unit.code(unit.errors()[0]));
    INFO(sample);
    INFO(error);
    CHECK(unit.errors().empty() != is_gap(sample));
  }
}

TEST_CASE("code around a gap is read", "[analyzers][languages]") {
  for (const fs::path& sample : samples()) {
    auto text = read_file(sample);
    REQUIRE(text);
    Unit unit = read_unit(language_of_sample(sample), *text, nullptr);
    INFO(sample);
    CHECK(has_call(unit, "before"));
    CHECK(has_call(unit, "after"));
  }
}

TEST_CASE("every gap has its sample", "[analyzers][languages]") {
  std::set<std::pair<Language, std::string>> known;
  for (const fs::path& sample : samples()) known.emplace(language_of_sample(sample), sample.stem().string());
  for (const KnownGap& gap : known_gaps()) {
    INFO(gap.sample);
    CHECK(known.contains({gap.language, std::string(gap.sample)}));
  }
}

TEST_CASE("reading starts again behind an error, at the line of the next definition", "[analyzers][languages]") {
  std::string text = "fun a() { before(1) }\ncontext(x: T)\nfun b() { lost(1) }\n  fun indented() { }\nclass C { fun c() { after(1) } }\n";
  Unit unit = read_unit(Language::Kotlin, text, nullptr);
  CHECK(has_call(unit, "before"));
  CHECK(has_call(unit, "after"));
  REQUIRE(unit.errors().size() == 1);
  std::string_view error = unit.code(unit.errors()[0]);
  CHECK(error.find("context(x: T)\n") != std::string_view::npos);
  CHECK(error.find("class C") == std::string_view::npos);
  // What is read twice is written once.
  auto definitions = std::ranges::count(unit.nodes(), Kind::Class, &Node::kind);
  CHECK(definitions == 1);
}

TEST_CASE("a file of errors is given up after some restarts", "[analyzers][languages]") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "context(x: T)\nfun f() { g($$\"\") }\n";
  Unit unit = read_unit(Language::Kotlin, text, nullptr);
  CHECK_FALSE(unit.errors().empty());
  CHECK(unit.size() > 0);
}
