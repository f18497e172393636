// `sluice vulns list`: everything on the clock, with its deadline, filtered, grouped, in several forms.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/gate_options.h"
#include "cli/ledger_evidence.h"
#include "cli/version_inputs.h"
#include "cli/vulns.h"
#include "report/standing_report.h"

namespace sluice {
namespace {

struct ListOptions {
  cli::GateRequest request;
  std::vector<std::string> versions;
  std::string format = "text", output, by = "due", ledger;
  std::vector<std::string> states, bands, ids;
  std::optional<int> min_age;
  bool overdue = false;
};

report::StandingFilter filter_of(const ListOptions& options) {
  report::StandingFilter filter;
  filter.states = options.states;
  filter.bands = options.bands;
  filter.names = options.ids;
  filter.min_age_days = options.min_age;
  filter.only_overdue = options.overdue;
  return filter;
}

Result<report::StandingList> list_release(const ListOptions& options) {
  SLUICE_TRY(cli::LedgerEvidence known, cli::read_ledger_evidence(options.ledger));
  SLUICE_TRY(gate::GateInput input, cli::read_gate_input(options.request));
  cli::use_ledger(known, input);
  report::StandingList list{input.as_of, {}};
  list.versions.push_back({input.release.version, gate::list_standings(input)});
  return list;
}

Result<report::StandingList> list_versions(const ListOptions& options) {
  SLUICE_TRY(Date as_of, cli::read_as_of(options.request.as_of));
  SLUICE_TRY(cli::LedgerEvidence known, cli::read_ledger_evidence(options.ledger));
  SLUICE_TRY(std::vector<gate::VersionEvidence> versions, cli::read_versions(options.versions, options.request));
  for (gate::VersionEvidence& one : versions) cli::use_ledger(known, one.input);
  report::StandingList list{as_of, {}};
  for (const gate::VersionEvidence& one : versions) list.versions.push_back({one.version, gate::list_standings(one.input)});
  return list;
}

ExitCode run_list(const ListOptions& options) {
  if (options.versions.empty() == options.request.release.empty())
    return report_errors(Error{{}, "vulns-what", "expected --release, or --versions for all that are kept"});
  Result<report::StandingList> list = options.versions.empty() ? list_release(options) : list_versions(options);
  if (!list) return report_errors(list.error());
  report::apply(filter_of(options), *list);
  std::string shown = report::show_standings(*std::move(list), *report::standing_order_of(options.by), *report::standing_form_of(options.format));
  if (Result<void> written = cli::write_output(options.output, shown); !written) return report_errors(written.error());
  return ExitCode::Ok;
}

}  // namespace

void add_vulns_list(CLI::App& vulns, ExitCode& exit) {
  CLI::App* command = vulns.add_subcommand("list", "Lists what is on the clock of a release or of all kept versions, with first-seen and due days");
  auto options = std::make_shared<ListOptions>();
  cli::add_gate_inputs(*command, options->request, cli::ReleaseFile::Optional);
  command->add_option("--versions", options->versions, "Versions that are kept (YAML), a file or a folder of them, instead of a release; may be repeated")
      ->type_name("PATH")->allow_extra_args(false);
  command->add_option("--ledger", options->ledger, "Take first-seen days from this ledger, too (a file, or postgresql://...)")->type_name("LEDGER");
  command->add_option("--by", options->by, "Order: by due day, age, score, or grouped by state")->capture_default_str()->check(CLI::IsMember({"due", "age", "score", "state"}));
  command->add_option("--state", options->states, "Only these states; may be repeated")
      ->check(CLI::IsMember({"open", "needs-review", "fixed-in-candidate", "waived", "not-affected", "fixed", "suppressed-in-report"}))
      ->allow_extra_args(false);
  command->add_option("--band", options->bands, "Only these bands; may be repeated")->check(CLI::IsMember({"high", "medium", "low", "unrated"}))->allow_extra_args(false);
  command->add_option("--id", options->ids, "Only this CVE, GHSA or identity; may be repeated")->type_name("ID")->allow_extra_args(false);
  command->add_option("--min-age", options->min_age, "Only what is known for at least so many days")->type_name("DAYS");
  command->add_flag("--overdue", options->overdue, "Only what is past its due day");
  command->add_option("--format", options->format, "How it is shown")->capture_default_str()->check(CLI::IsMember({"text", "json", "csv", "markdown"}));
  command->add_option("--output,-o", options->output, "Write here instead of to standard output")->type_name("FILE");
  command->callback([options, &exit] { exit = run_list(*options); });
}

}  // namespace sluice
