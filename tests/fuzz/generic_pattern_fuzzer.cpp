// Patterns of `generic` rules, by both engines, on any text.
#include "analyzers/pattern/generic/generic_pattern.h"
#include "base/text.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_generic_pattern(std::string_view text) {
  auto [pattern, rest] = cut_line(text, "\n%%\n");
  std::string target_text = to_valid_utf8(rest);
  for (auto engine : {GenericOptions::Engine::Spacegrep, GenericOptions::Engine::Aliengrep}) {
    GenericOptions options;
    options.engine = engine;
    Names names;
    auto compiled = compile_generic_pattern(pattern, options, names, {"rules.yaml", 1, 1});
    if (!compiled) continue;
    GenericText target(target_text);
    for (const GenericMatch& match : compiled->find(target).list)
      REQUIRE_THAT(match.range.begin <= match.range.end && match.range.end <= target_text.size());
  }
}

}  // namespace sluice::fuzz
