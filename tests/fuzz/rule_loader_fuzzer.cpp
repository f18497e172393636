// Rule files are read, compiled for every language they name, and their mistakes told.
#include "analyzers/pattern/rule.h"
#include "analyzers/pattern/rule_set.h"
#include "tests/fuzz/fuzzer.h"

namespace sluice::fuzz {

void fuzz_rule_loader(std::string_view text) {
  auto file = parse_rule_file("rules.yaml", text);
  if (!file) return REQUIRE_THAT(!to_string(file.error()).empty());
  std::vector<Language> languages;
  for (const Rule& rule : file->rules) {
    languages.insert(languages.end(), rule.languages.begin(), rule.languages.end());
    for (const JoinPart& part : rule.join.parts)
      for (const Rule& inner : part.rules) languages.insert(languages.end(), inner.languages.begin(), inner.languages.end());
  }
  Errors mistakes;
  RuleSet rules = RuleSet::compile_good(std::move(file->rules), languages, RuleSet::Check::All, mistakes);
  for (const Error& mistake : mistakes.list) REQUIRE_THAT(!mistake.message.empty() && mistake.place.line > 0);
  for (Language language : languages)
    for (const RuleProgram& program : rules.programs(language)) REQUIRE_THAT(program.rule < rules.rules().size());
}

}  // namespace sluice::fuzz
