// Rules and patterns that come out of a cache are those that went in.
#include <catch2/catch.hpp>
#include <algorithm>
#include <filesystem>
#include <set>

#include "analyzers/pattern/pattern_store.h"
#include "analyzers/pattern/rule_archive.h"
#include "analyzers/pattern/rule_set.h"
#include "analyzers/scan/load_rules.h"
#include "base/file.h"

using namespace sluice;

namespace {

// All rule files of the project: packs, and the tests of the operators.
std::vector<ReadRuleFile> all_rule_files() {
  std::vector<ReadRuleFile> files;
  for (const char* folder : {"/rules", "/tests/rules"}) {
    const auto paths = rule_files_below(std::string(SLUICE_SOURCE_DIR) + folder);
    REQUIRE(paths);
    for (const std::string& file : *paths) files.push_back(parse_rule_file(file, *read_file(file)));
  }
  return files;
}

std::vector<Rule> all_rules() {
  std::vector<Rule> rules;
  for (ReadRuleFile& file : all_rule_files())
    if (file) std::ranges::move(file->rules, std::back_inserter(rules));
  return rules;
}

std::vector<Language> languages_of(const std::vector<Rule>& rules) {
  std::set<Language> languages;
  for (const Rule& rule : rules) languages.insert(rule.languages.begin(), rule.languages.end());
  return {languages.begin(), languages.end()};
}

std::string dump_all(const RuleSet& set) {
  std::string out;
  for (const Pattern& pattern : set.patterns()) out += pattern.text + "\n" + dump(pattern, set.names()) + "\n";
  for (std::uint32_t i = 0; i < set.names().size(); ++i) out += std::string(set.names().text({i})) + "\n";
  return out;
}

}  // namespace

TEST_CASE("rule files survive being kept", "[analyzers][pattern]") {
  const std::vector<ReadRuleFile> files = all_rule_files();
  REQUIRE(files.size() > 50);
  std::string bytes = to_bytes(files);
  auto kept = rule_files_from_bytes(bytes);
  REQUIRE(kept);
  CHECK(to_bytes(*kept) == bytes);
  REQUIRE(kept->size() == files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    REQUIRE((*kept)[i].has_value() == files[i].has_value());
    if (!files[i]) continue;
    REQUIRE((*kept)[i]->rules.size() == files[i]->rules.size());
    for (std::size_t rule = 0; rule < files[i]->rules.size(); ++rule) {
      const Rule &before = files[i]->rules[rule], &after = (*kept)[i]->rules[rule];
      CHECK(after.id == before.id);
      CHECK(after.place == before.place);
      CHECK(after.metadata == before.metadata);
      CHECK(after.formula.members.size() == before.formula.members.size());
    }
  }
  CHECK_FALSE(rule_files_from_bytes(bytes.substr(0, bytes.size() / 2)));
  CHECK_FALSE(rule_files_from_bytes("no archive"));
}

TEST_CASE("a mistake is kept as well as a rule", "[analyzers][pattern]") {
  auto kept = rule_files_from_bytes(to_bytes({parse_rule_file("a.yaml", "rules: [\n"), parse_rule_file("b.yaml", "rules:\n  - id: x\n    patern: f()\n")}));
  REQUIRE(kept);
  REQUIRE_FALSE((*kept)[0]);
  CHECK((*kept)[0].error().list.front().place.file == "a.yaml");
  REQUIRE((*kept)[1]);
  CHECK(to_string((*kept)[1]->mistakes).find("b.yaml:2:5") != std::string::npos);
}

TEST_CASE("patterns from a store are those that were compiled, names and all", "[analyzers][pattern]") {
  const std::vector<Rule> rules = all_rules();
  const std::vector<Language> languages = languages_of(rules);
  Errors mistakes;
  PatternStore store;
  std::string compiled = dump_all(RuleSet::compile_good(rules, languages, RuleSet::Check::Used, mistakes, &store));
  REQUIRE(store.has_grown());
  PatternStore kept = PatternStore::from_bytes(store.to_bytes());
  std::string from_store = dump_all(RuleSet::compile_good(rules, languages, RuleSet::Check::Used, mistakes, &kept));
  CHECK_FALSE(kept.has_grown());  // nothing was compiled anew
  CHECK((from_store == compiled));  // in parentheses: nobody reads the two when they differ
  PatternStore damaged = PatternStore::from_bytes("no store");
  CHECK((dump_all(RuleSet::compile_good(rules, languages, RuleSet::Check::Used, mistakes, &damaged)) == compiled));
}
