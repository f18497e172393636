#include "cli/scan_explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "analyzers/scan/explain_rule.h"
#include "analyzers/scan/scan.h"
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

Result<void> explain(const SourceTree& tree, const Rule& rule, const std::string& title) {
  SLUICE_TRY(RuleSet rules, RuleSet::compile({rule}, languages_of(tree.sources)));
  for (const Source& source : tree.sources.all()) {
    std::string text = escape_terminal(explain_rule(source, rules, title));
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return {};
}

// Where data may come from, and where it must not arrive: each formula is a search of its own.
Result<void> explain_endpoints(const SourceTree& tree, const Rule& rule) {
  std::map<std::string_view, int> counts;
  for (const TaintEndpoint& endpoint : rule.endpoints) {
    Rule part = rule;
    part.mode = RuleMode::Search;
    part.formula = endpoint.formula;
    std::string_view kind = to_string(endpoint.kind);
    if (!endpoint.models.empty()) {  // no formula of its own
      std::string text = escape_terminal(fmt::format("{}: what library models say: {}\n", kind, fmt::join(endpoint.models, ", ")));
      std::fwrite(text.data(), 1, text.size(), stdout);
      continue;
    }
    SLUICE_CHECK(explain(tree, part, fmt::format("{}`, {} {}, `{}", rule.id, kind, ++counts[kind], to_string(endpoint.place))));
  }
  return {};
}

}  // namespace

Result<void> explain_scan(const SourceTree& tree, LoadedRules loaded, const std::string& rule_id) {
  auto rule = std::ranges::find_if(loaded.rules, [&](const Rule& known) { return known.id == rule_id || known.id.ends_with("." + rule_id); });
  if (rule == loaded.rules.end()) return no_such_rule(loaded, rule_id);
  if (rule->mode == RuleMode::Taint) return explain_endpoints(tree, *rule);
  std::string_view not_run = rule->not_run_because();
  if (!not_run.empty()) return fail(rule->place, "option-explain", fmt::format("rule `{}` is not run: {}", rule->id, not_run));
  return explain(tree, *rule, rule->id);
}

}  // namespace sluice
