// A pattern of any language is read, and searched for in its own text.
#include "analyzers/pattern/matcher.h"
#include "analyzers/syntax/shaper.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_pattern_parser(std::string_view text) {
  auto [id, code] = cut_line(text);
  auto language = find_language(id);
  if (!language) return;
  Names names;
  auto pattern = compile_pattern(*language, code, names, {"rules.yaml", 1, 1});
  if (!pattern) return REQUIRE_THAT(!to_string(pattern.error()).empty());
  dump(*pattern, names);
  Unit unit = read_unit(*language, code, &names);
  UnitIndex index(unit);
  for (const PatternMatch& match : find_matches(*pattern, unit, index, 20'000).list)
    REQUIRE_THAT(match.range.begin <= match.range.end && match.range.end <= code.size());
}

}  // namespace sluice::fuzz
