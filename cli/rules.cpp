// `sluice rules`: validate and test rules.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "analyzers/pattern/rule_set.h"
#include "analyzers/scan/load_rules.h"
#include "analyzers/scan/rule_test.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/rule_packs.h"

namespace sluice {
namespace {

ExitCode run_test(const std::vector<std::string>& paths) {
  auto report = test_rules(paths);
  if (!report) return report_errors(report.error());
  for (const RuleTestFailure& failure : report->failures)
    fmt::print("{}: {}{}\n", escape_terminal(to_string(Place{failure.path, failure.line, 0})), escape_terminal(failure.message),
               failure.rule_id.empty() ? "" : fmt::format(" [{}]", failure.rule_id));
  for (const std::string& rule : report->untested) fmt::print("untested: {}\n", rule);
  fmt::print("{} rules, {} files, {} expected findings; {} known misses, {} known false alarms; {} untested rules; {} failures\n", report->rules,
             report->targets, report->expected, report->todo_misses, report->todo_alarms, report->untested.size(), report->failures.size());
  return report->failures.empty() ? ExitCode::Ok : ExitCode::Blocked;
}

ExitCode run_validate(const std::vector<std::string>& configs) {
  auto loaded = load_rules(configs, rule_packs());
  if (!loaded) return report_errors(loaded.error());
  std::size_t count = loaded->rules.size();
  Errors mistakes = std::move(loaded->mistakes);
  RuleSet::compile_good(std::move(loaded->rules), {}, RuleSet::Check::All, mistakes);
  for (const Error& warning : loaded->warnings.list) fmt::print(stderr, "warning: {}\n", escape_terminal(to_string(warning)));
  mistakes.sort_by_place();
  if (!mistakes.empty()) return report_errors(mistakes);
  fmt::print("{} rules, no mistakes\n", count);
  return ExitCode::Ok;
}

ExitCode run_list(const std::vector<std::string>& configs) {
  auto loaded = load_rules(configs, rule_packs());
  if (!loaded) return report_errors(loaded.error());
  for (const Rule& rule : loaded->rules) {
    std::string languages;
    for (Language language : rule.languages) languages += (languages.empty() ? "" : ",") + std::string(name(language));
    fmt::print("{:<50} {:<8} {:<24} {}\n", rule.id, to_string(rule.severity), languages, rule.first_metadata("cwe"));
  }
  return loaded->mistakes.empty() ? ExitCode::Ok : report_errors(loaded->mistakes);
}

}  // namespace

void add_rules_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("rules", "Lists, validates and tests rules");
  command->require_subcommand(1);
  auto paths = std::make_shared<std::vector<std::string>>();
  CLI::App* test = command->add_subcommand("test", "Runs rules on the annotated code beside them");
  test->add_option("PATH", *paths, "Rule files and folders")->required();
  test->callback([paths, &exit] { exit = run_test(*paths); });
  CLI::App* validate = command->add_subcommand("validate", "Tells every mistake in rules");
  validate->add_option("CONFIG", *paths, "Rule files, folders, builtin:NAME")->required();
  validate->callback([paths, &exit] { exit = run_validate(*paths); });
  CLI::App* list = command->add_subcommand("list", "Lists rules; without an argument the built-in ones");
  list->add_option("CONFIG", *paths, "Rule files, folders, builtin:NAME");
  list->callback([paths, &exit] { exit = run_list(paths->empty() ? std::vector<std::string>{"builtin:owasp-top10"} : *paths); });
}

}  // namespace sluice
