// `sluice policy`: validates and tests policies of the gate.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/text.h"
#include "cli/command.h"
#include "gate/policy_case.h"

namespace sluice {
namespace {

struct PolicyOptions {
  std::vector<std::string> files;
  std::string root;
  bool untested = false;
};

ExitCode run_validate(const PolicyOptions& options) {
  Errors mistakes;
  for (const std::string& file : options.files) {
    Result<gate::Policy> policy = gate::load_policy(file, options.root);
    if (!policy) {
      mistakes.append(std::move(policy).error());
      continue;
    }
    std::string line = fmt::format("{}: {} {}", file, policy->id, policy->version);
    for (const gate::PolicyFile& base : policy->bases) line += fmt::format(", extends {} {} ({})", base.id, base.version, base.file);
    for (const gate::StagePolicy& stage : policy->stages) line += fmt::format(", stage {} ({})", stage.name, to_string(stage.mode.mode));
    fmt::print("{}\n", escape_terminal(line));
  }
  return mistakes.empty() ? ExitCode::Ok : report_errors(mistakes);
}

void print_failure(const gate::PolicyTestFailure& failure) {
  fmt::print("{}: {}\n", escape_terminal(to_string(failure.place)), escape_terminal(failure.name));
  for (const std::string& line : failure.lines) fmt::print("    {}\n", escape_terminal(line));
}

ExitCode run_test(const PolicyOptions& options) {
  Errors mistakes;
  std::size_t cases = 0, failures = 0;
  for (const std::string& file : options.files) {
    Result<gate::PolicyTestReport> report = gate::test_policy(file, options.root);
    if (!report) {
      mistakes.append(std::move(report).error());
      continue;
    }
    for (const gate::PolicyTestFailure& failure : report->failures) print_failure(failure);
    if (options.untested)
      for (const std::string& name : report->untested) fmt::print("{}: untested: {}\n", escape_terminal(file), escape_terminal(name));
    cases += report->cases;
    failures += report->failures.size();
  }
  if (!mistakes.empty()) return report_errors(mistakes);
  fmt::print("{} cases, {} failures\n", cases, failures);
  return failures == 0 ? ExitCode::Ok : ExitCode::Blocked;
}

}  // namespace

void add_policy_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("policy", "Validates and tests policies of the gate");
  command->require_subcommand(1);
  auto options = std::make_shared<PolicyOptions>();
  auto add = [&](const char* name, const char* description, const char* file) {
    CLI::App* subcommand = command->add_subcommand(name, description);
    subcommand->add_option(file, options->files)->required();
    subcommand->add_option("--policy-root", options->root, "The folder that no `extends` of a policy leads out of (default: the policy's)")->type_name("DIR");
    return subcommand;
  };
  add("validate", "Tells every mistake in policies, and what an extending one loosens", "POLICY")->callback([options, &exit] {
    exit = run_validate(*options);
  });
  CLI::App* test = add("test", "Runs the cases of policy tests: facts and a day in, verdict and reasons out", "POLICY_TEST");
  test->add_flag("--untested", options->untested, "Also list the clauses that decide in no case");
  test->callback([options, &exit] { exit = run_test(*options); });
}

}  // namespace sluice
