// `sluice rules`: validate and test rules.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "analyzers/pattern/rule_set.h"
#include "analyzers/scan/load_rules.h"
#include "analyzers/scan/rule_docs.h"
#include "analyzers/scan/rule_test.h"
#include "analyzers/scan/scan.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/rule_packs.h"
#include "cli/rules_explain.h"
#include "cli/trusted_config.h"

namespace sluice {
namespace {

void print_failure(const RuleTestFailure& failure) {
  fmt::print("{}: {}{}\n", escape_terminal(to_string(Place{failure.path, failure.line, 0})), escape_terminal(failure.message),
             failure.rule_id.empty() ? "" : fmt::format(" [{}]", failure.rule_id));
  std::string_view detail = failure.detail;
  while (!detail.empty()) {
    std::size_t end = std::min(detail.find('\n'), detail.size());
    fmt::print("    {}\n", escape_terminal(detail.substr(0, end)));
    detail.remove_prefix(std::min(end + 1, detail.size()));
  }
}

ExitCode run_test(const std::vector<std::string>& paths) {
  auto report = test_rules(paths, model_files());
  if (!report) return report_errors(report.error());
  for (const RuleTestFailure& failure : report->failures) print_failure(failure);
  auto to_explain = std::ranges::find_if(report->failures, [](const RuleTestFailure& failure) { return !failure.rule_id.empty(); });
  if (to_explain != report->failures.end())
    fmt::print("why: sluice scan --config {} --explain {} {}\n", escape_terminal(to_explain->rule_file), to_explain->rule_id, escape_terminal(to_explain->path));
  for (const std::string& rule : report->untested) fmt::print("untested: {}\n", rule);
  fmt::print("{} rules, {} files, {} expected findings; {} known misses, {} known false alarms; {} untested rules; {} failures\n", report->rules,
             report->targets, report->expected, report->todo_misses, report->todo_alarms, report->untested.size(), report->failures.size());
  return report->failures.empty() ? ExitCode::Ok : ExitCode::Blocked;
}

ExitCode run_validate(const std::vector<std::string>& configs) {
  auto loaded = load_rules(configs, rule_packs(), {jobs_within_memory(0), cache_of_rules()});
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
  auto loaded = load_rules(configs, rule_packs(), {jobs_within_memory(0), cache_of_rules()});
  if (!loaded) return report_errors(loaded.error());
  for (const Rule& rule : loaded->rules) {
    std::string languages;
    for (Language language : rule.languages) languages += (languages.empty() ? "" : ",") + std::string(name(language));
    fmt::print("{:<50} {:<8} {:<24} {}\n", rule.id, to_string(rule.severity), languages, rule.first_metadata("cwe"));
  }
  return loaded->mistakes.empty() ? ExitCode::Ok : report_errors(loaded->mistakes);
}

ExitCode run_docs(const std::vector<std::string>& configs, const std::string& output) {
  auto loaded = load_rules(configs, rule_packs(), {jobs_within_memory(0), cache_of_rules()});
  if (!loaded) return report_errors(loaded.error());
  if (!loaded->mistakes.empty()) return report_errors(loaded->mistakes);
  std::string text = rule_catalogue(loaded->rules);
  if (output.empty()) return std::fwrite(text.data(), 1, text.size(), stdout), ExitCode::Ok;
  auto written = write_file_atomically(output, text);
  return written ? ExitCode::Ok : report_errors(written.error());
}

}  // namespace

void add_rules_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("rules", "Lists, validates, tests, explains and describes rules");
  command->require_subcommand(1);
  struct Arguments {
    std::vector<std::string> paths;
    std::string output, trusted_config, rule;
    const std::vector<std::string>& configs() {
      if (paths.empty()) paths.push_back("builtin:owasp-top10");
      return paths;
    }
  };
  auto a = std::make_shared<Arguments>();
  // Every subcommand may be about rules for languages that join.
  auto run = [a, &exit](auto work) {
    return [a, &exit, work] {
      auto trusted = use_trusted_config(a->trusted_config);
      exit = trusted ? work(*a) : report_errors(trusted.error());
    };
  };
  auto add = [&](const char* name, const char* description) {
    CLI::App* subcommand = command->add_subcommand(name, description);
    subcommand->add_option("--trusted-config", a->trusted_config, kTrustedConfigHelp);
    return subcommand;
  };
  CLI::App* test = add("test", "Runs rules on the annotated code beside them");
  test->add_option("PATH", a->paths, "Rule files and folders")->required();
  test->callback(run([](Arguments& all) { return run_test(all.paths); }));
  CLI::App* validate = add("validate", "Tells every mistake in rules");
  validate->add_option("CONFIG", a->paths, "Rule files, folders, builtin:NAME")->required();
  validate->callback(run([](Arguments& all) { return run_validate(all.paths); }));
  CLI::App* list = add("list", "Lists rules; without an argument the built-in ones");
  list->add_option("CONFIG", a->paths, "Rule files, folders, builtin:NAME");
  list->callback(run([](Arguments& all) { return run_list(all.configs()); }));
  CLI::App* docs = add("docs", "Writes a Markdown catalogue of rules; without an argument of the built-in ones");
  docs->add_option("CONFIG", a->paths, "Rule files, folders, builtin:NAME");
  docs->add_option("--output", a->output, "Writes there instead of to standard output");
  CLI::App* explain = add("explain", "Prints the page of a rule: problematic and correct code, rationale, exceptions");
  explain->add_option("RULE", a->rule, "Its id, or what stands behind a dot in it")->required();
  explain->add_option("--config", a->paths, "Rule file, folder, builtin:NAME; without it the built-in rules")->allow_extra_args(false);
  explain->callback(run([](Arguments& all) { return run_rules_explain(all.rule, all.configs()); }));
  docs->callback(run([](Arguments& all) { return run_docs(all.configs(), all.output); }));
}

}  // namespace sluice
