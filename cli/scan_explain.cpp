#include "cli/scan_explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "analyzers/scan/explain_rule.h"
#include "analyzers/syntax/embedded.h"
#include "base/text.h"

namespace sluice {
namespace {

std::unexpected<Errors> no_such_rule(const LoadedRules& loaded, const std::string& rule_id) {
  // The rule that is asked for may be one of those that were dropped.
  if (!loaded.mistakes.empty()) return std::unexpected(loaded.mistakes);
  std::vector<std::string_view> ids;
  for (const Rule& rule : loaded.rules) ids.push_back(rule.id);
  auto near = nearest(rule_id, ids);
  return fail({}, "option-explain", fmt::format("--explain: there is no rule `{}`{}", rule_id, near ? fmt::format("; did you mean `{}`?", *near) : ""));
}

}  // namespace

Result<void> explain_scan(const SourceTree& tree, LoadedRules loaded, const std::string& rule_id) {
  auto rule = std::ranges::find_if(loaded.rules, [&](const Rule& known) { return known.id == rule_id || known.id.ends_with("." + rule_id); });
  if (rule == loaded.rules.end()) return no_such_rule(loaded, rule_id);
  std::set<Language> languages;
  for (const Source& source : tree.sources.all())
    for (Language language : languages_within(source.language, source.text)) languages.insert(language);
  std::string_view not_run = rule->not_run_because();
  if (!not_run.empty()) return fail(rule->place, "option-explain", fmt::format("rule `{}` is not run: {}", rule->id, not_run));
  SLUICE_TRY(RuleSet rules, RuleSet::compile({*rule}, {languages.begin(), languages.end()}));
  for (const Source& source : tree.sources.all()) {
    std::string text = escape_terminal(explain_rule(source, rules));
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return {};
}

}  // namespace sluice
