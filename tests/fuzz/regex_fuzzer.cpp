// Regexes on any text, and what the analyses of regexes and expressions make of any text.
#include "analyzers/pattern/comparison.h"
#include "analyzers/pattern/redos.h"
#include "analyzers/pattern/regex.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_regex(std::string_view text) {
  auto [expression, subject] = cut_line(text);
  ambiguity_of(expression);
  if (auto comparison = Comparison::compile(expression, {"rules.yaml", 1, 1}))
    comparison->holds([](std::string_view) { return ComparisonValue{}; });
  for (auto mode : {Regex::Mode::Search, Regex::Mode::SearchLines, Regex::Mode::AtStart}) {
    auto regex = Regex::compile(expression, mode, {"rules.yaml", 1, 1});
    if (!regex) return;
    bool limit_met = false;
    std::uint32_t last = 0;
    for (const RegexMatch& match : regex->find_all(subject, limit_met, 100)) {
      // \K may put the beginning behind what was found before.
      REQUIRE_THAT(match.end <= subject.size() && match.begin <= match.end && match.end >= last);
      last = match.end;
    }
  }
}

}  // namespace sluice::fuzz
