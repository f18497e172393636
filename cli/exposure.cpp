// `sluice exposure CVE-...`: which versions, instances and customers are affected, since when, and what is planned.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/file.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/gate_options.h"
#include "cli/ledger_evidence.h"
#include "cli/version_inputs.h"
#include "gate/remediation.h"
#include "report/exposure_report.h"

namespace sluice {
namespace {

struct ExposureOptions {
  cli::GateRequest request;
  std::vector<std::string> ids, versions;
  std::string deployments, component, affected, known_since, plan, letters, product, ledger;
  std::string format = "text", output;
};

Result<gate::ExposureQuery> read_query(const ExposureOptions& options) {
  gate::ExposureQuery query{options.ids, options.component, {}, {}};
  Errors errors;
  if (query.ids.empty() && query.component.empty()) errors.add({}, "exposure-query", "expected a CVE or GHSA id, or --component");
  if (!options.affected.empty()) {
    auto range = gate::VersionRange::parse(options.affected);
    if (range) query.affected = *std::move(range);
    else errors.add({}, "exposure-range", "--affected: " + range.error());
    if (query.component.empty()) errors.add({}, "exposure-range", "--affected goes with --component");
  }
  if (!options.known_since.empty()) {
    query.known_since = parse_day(options.known_since);
    if (!query.known_since) errors.add({}, "exposure-day", "--known-since must be a day such as 2026-03-09");
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return query;
}

struct Answer {
  gate::Exposure exposure;
  std::vector<gate::RemediationPlan> plans;
  std::string product;
};

// Reads all and tells the mistakes of all of it.
Result<Answer> find_answer(const ExposureOptions& options) {
  Errors errors;
  auto keep = [&](auto& result) {
    if (!result) errors.append(result.error());
  };
  auto query = read_query(options);
  auto day = cli::read_as_of(options.request.as_of);
  auto deployments = gate::load_deployments(options.deployments);
  auto versions = cli::read_versions(options.versions, options.request);
  Result<std::vector<gate::RemediationPlan>> plans;
  if (!options.plan.empty()) plans = gate::load_plans(options.plan);
  auto recorded = cli::read_ledger_evidence(options.ledger, options.ids);
  keep(query), keep(day), keep(deployments), keep(versions), keep(plans), keep(recorded);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  for (gate::VersionEvidence& version : *versions) cli::use_ledger(*recorded, version.input);
  std::string product = versions->empty() ? "" : versions->back().input.release.product;
  // A ledger may be that of several products.
  std::erase_if(recorded->recorded, [&](const gate::RecordedVulnerability& one) { return !product.empty() && one.product != product; });
  return Answer{gate::find_exposure(*query, *versions, recorded->recorded, *deployments, *day), *std::move(plans), std::move(product)};
}

Result<void> write_letters(const ExposureOptions& options, const Answer& answer, const gate::RemediationPlan* plan) {
  if (options.letters.empty()) return {};
  if (!plan) return fail({}, "exposure-plan", "--letters needs a plan for it (--plan): a customer is told what is done");
  std::error_code error;
  std::filesystem::create_directories(options.letters, error);
  if (error) return fail({options.letters}, "output-write", "cannot make the folder: " + error.message());
  for (const auto& [name, text] : report::letters(answer.exposure, *plan, answer.product))
    SLUICE_CHECK(write_file_atomically(std::filesystem::path(options.letters) / name, text));
  return {};
}

ExitCode run_exposure(const ExposureOptions& options) {
  Result<Answer> answer = find_answer(options);
  if (!answer) return report_errors(answer.error());
  const gate::RemediationPlan* plan = gate::find_plan(answer->plans, options.ids);
  if (Result<void> written = write_letters(options, *answer, plan); !written) return report_errors(written.error());
  std::string shown = report::show_exposure(answer->exposure, plan, *report::exposure_form_of(options.format));
  if (Result<void> written = cli::write_output(options.output, shown); !written) return report_errors(written.error());
  // An instance of which nobody can say whether it is affected is an answer that is not whole.
  bool is_unknown = std::ranges::any_of(answer->exposure.instances, [](const gate::InstanceExposure& one) { return one.exposed == gate::Exposed::Unknown; });
  return is_unknown ? ExitCode::Incomplete : ExitCode::Ok;
}

}  // namespace

void add_exposure_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("exposure", "Who is affected by a vulnerability: versions, instances, customers, since when, and the plan");
  auto options = std::make_shared<ExposureOptions>();
  command->add_option("ids", options->ids, "CVE or GHSA ids, or identities, of one vulnerability")->type_name("ID");
  command->add_option("--deployments", options->deployments, "Who runs which version (YAML or CSV)")->required()->type_name("FILE");
  command->add_option("--versions", options->versions, "What is kept of each version (YAML), a file or a folder of them; may be repeated")
      ->required()->type_name("PATH")->allow_extra_args(false);
  command->add_option("--component", options->component, "Look for this component in the bills of materials: a purl or name")->type_name("COMPONENT");
  command->add_option("--affected", options->affected, "Its affected versions, such as `<2.17.1`")->type_name("RANGE");
  command->add_option("--ledger", options->ledger, "What decisions in this ledger named, and first-seen days of it (a file, or postgresql://...)")->type_name("LEDGER");
  command->add_option("--known-since", options->known_since, "The day the vulnerability became known (default: the earliest that the evidence tells)")->type_name("DATE");
  command->add_option("--plan", options->plan, "What is planned against it (YAML)")->type_name("FILE");
  command->add_option("--letters", options->letters, "Write a letter to each affected customer into this folder")->type_name("DIR");
  cli::add_judging_inputs(*command, options->request);
  command->add_option("--format", options->format, "How it is shown")->capture_default_str()->check(CLI::IsMember({"text", "json", "csv", "markdown"}));
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  command->callback([options, &exit] { exit = run_exposure(*options); });
}

}  // namespace sluice
