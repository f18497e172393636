#include "cli/trusted_config.h"

#include <cstdio>

#include "base/file.h"
#include "base/text.h"

namespace sluice {
namespace {

void fill(std::string& open, const std::optional<std::string>& value) {
  if (open.empty() && value) open = *value;
}

// The command line wins; a flag can only be set.
void fill_in(ScanArguments& arguments, const Configuration& configuration) {
  fill(arguments.fail_on, configuration.fail_on);
  fill(arguments.format, configuration.format);
  if (arguments.jobs == 0) arguments.jobs = configuration.jobs.value_or(0);
  arguments.fail_on_incomplete |= configuration.fail_on_incomplete.value_or(false);
  arguments.is_strict |= configuration.strict.value_or(false);
  arguments.suppressions.needs_id |= configuration.require_suppression_id.value_or(false);
  arguments.suppressions.needs_reason |= configuration.require_suppression_reason.value_or(false);
  if (arguments.include.empty()) arguments.include = configuration.include;
  arguments.exclude.insert(arguments.exclude.end(), configuration.exclude.begin(), configuration.exclude.end());
}

// A stranger's rules join the built-in ones; they replace none.
void choose_rules(ScanArguments& arguments, const Configuration& trusted, const std::optional<Configuration>& under_scan) {
  if (!arguments.configs.empty() || !arguments.pattern.empty()) return;
  arguments.configs = trusted.rules;
  if (!arguments.configs.empty() || !under_scan || under_scan->rules.empty()) return;
  arguments.configs = {"builtin:owasp-top10"};
  arguments.configs_of_tree = under_scan->rules;
  for (const std::string& rules : under_scan->rules)
    if (rules != arguments.configs.front()) arguments.configs.push_back(rules);
}

}  // namespace

Result<Configuration> use_trusted_config(const std::string& file) {
  if (file.empty()) return Configuration{};
  SLUICE_TRY(std::string text, read_file(file));
  SLUICE_TRY(Configuration configuration, parse_configuration(file, text, Trust::Trusted));
  SLUICE_CHECK(join_languages(configuration));
  return configuration;
}

Cache cache_of_rules() { return has_joined_languages() ? Cache() : Cache::of_user(); }

Result<void> complete_arguments(ScanArguments& arguments) {
  SLUICE_TRY(Configuration trusted, use_trusted_config(arguments.trusted_config));
  SLUICE_TRY(std::optional<Configuration> under_scan, read_configuration_under_scan(arguments.paths, arguments.trusted_config));
  fill_in(arguments, trusted);
  choose_rules(arguments, trusted, under_scan);
  if (under_scan) {
    // A trusted word on what blocks is the last one.
    fill_in(arguments, *under_scan);
    arguments.held_back = std::move(under_scan->held_back);
    for (const Diagnostic& told : arguments.held_back.list())
      fmt::print(stderr, "warning: {}\n", escape_terminal(to_string(Error{told.place, told.code, told.message})));
  }
  if (arguments.fail_on.empty()) arguments.fail_on = "error";
  if (arguments.format.empty()) arguments.format = "text";
  return {};
}

}  // namespace sluice
