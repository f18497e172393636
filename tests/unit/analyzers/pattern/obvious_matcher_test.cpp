// What rules find in small programs made by chance is what the obvious matcher finds.
#include "tests/unit/analyzers/pattern/obvious_matcher.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "analyzers/pattern/evaluator.h"
#include "analyzers/syntax/shaper.h"
#include "base/text.h"

using namespace sluice;
using namespace sluice::testing;

namespace {

constexpr unsigned kPatternsPerProgram = 10;

std::string rules_of(Language language, const std::vector<std::string>& patterns) {
  std::string yaml = "rules:\n";
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    yaml += fmt::format("- id: r{}\n  message: $X and $Y and $Z\n  severity: ERROR\n  languages: [{}]\n", i, name(language));
    yaml += "  options: {constant_propagation: false}\n  pattern: |\n";
    for (std::string_view line : split(patterns[i], '\n')) yaml += fmt::format("    {}\n", line);
  }
  return yaml;
}

std::string shown(std::uint32_t begin, std::uint32_t end, const std::string& message) { return fmt::format("{}-{} {}", begin, end, message); }

std::string shown(const ObviousMatch& match) {
  auto value = [&](const char* name) {
    auto found = match.bindings.find(name);
    return found == match.bindings.end() ? name : found->second;
  };
  return shown(match.begin, match.end, fmt::format("{} and {} and {}", value("$X"), value("$Y"), value("$Z")));
}

std::string listed(const std::set<std::string>& found) {
  std::string out;
  for (const std::string& one : found) out += "\n  " + one;
  return out.empty() ? "\n  nothing" : out;
}

struct Tally {
  unsigned cases = 0, refused = 0, with_matches = 0, disagreements = 0;
};

class Comparison {
 public:
  Comparison(Language language, unsigned seed) : language_(language), make_(language, seed) {}

  void run_one() {
    Tree program = make_.program();
    std::string text = write_program(program, language_);
    std::vector<Tree> patterns;
    std::vector<std::string> texts;
    for (unsigned i = 0; i < kPatternsPerProgram; ++i) {
      patterns.push_back(make_.pattern(program));
      texts.push_back(write_pattern(patterns.back(), language_));
    }
    Errors mistakes;
    auto rules = parse_rules("r.yaml", rules_of(language_, texts));
    INFO(rules_of(language_, texts));
    REQUIRE(rules);
    RuleSet set = RuleSet::compile_good(*std::move(rules), {language_}, RuleSet::Check::All, mistakes);
    Unit unit = read_unit(language_, text, &set.names());
    INFO(text);
    REQUIRE(unit.errors().empty());
    std::vector<bool> words = set.words_in(text);
    Evaluator evaluator(set, unit, words);
    tally.cases += kPatternsPerProgram;
    tally.refused += static_cast<unsigned>(mistakes.list.size());
    for (const RuleProgram& rule : set.programs(language_)) {
      std::set<std::string> fast, slow;
      if (can_match(rule, words))
        for (const RuleMatch& match : evaluator.run(rule).matches) fast.insert(shown(match.range.begin, match.range.end, match.message));
      std::size_t index = std::stoul(set.rules()[rule.rule].id.substr(1));
      for (const ObviousMatch& match : find_obviously(patterns[index], program, text)) slow.insert(shown(match));
      tally.with_matches += !slow.empty();
      if (fast == slow) continue;
      if (++tally.disagreements <= 5)
        told += fmt::format("--- the pattern\n{}\n--- in\n{}\n--- finds{}\n--- should find{}\n", texts[index], text, listed(fast), listed(slow));
    }
  }

  Tally tally;
  std::string told;

 private:
  Language language_;
  ProgramMaker make_;
};

void compare(Language language) {
  Comparison comparison(language, 1);
  for (int i = 0; i < 400; ++i) comparison.run_one();
  const Tally& tally = comparison.tally;
  INFO(comparison.told);
  CHECK(tally.disagreements == 0);
  // The generator makes what it is for.
  CHECK(tally.refused == 0);
  CHECK(tally.with_matches > tally.cases / 2);
}

}  // namespace

TEST_CASE("the matcher finds what the obvious one finds: Python", "[analyzers][pattern][obvious]") { compare(Language::Python); }
TEST_CASE("the matcher finds what the obvious one finds: JavaScript", "[analyzers][pattern][obvious]") { compare(Language::Js); }
TEST_CASE("the matcher finds what the obvious one finds: TypeScript", "[analyzers][pattern][obvious]") { compare(Language::Ts); }
TEST_CASE("the matcher finds what the obvious one finds: Java", "[analyzers][pattern][obvious]") { compare(Language::Java); }
