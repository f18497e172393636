// `sluice waivers list|check|to-sign`: accepted risks, whether they count, and what is to be signed.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/evidence.h"
#include "cli/gate_request.h"
#include "gate/policy.h"
#include "report/waiver_report.h"

namespace sluice {
namespace {

struct WaiverOptions {
  std::string policy, allowed_signers, as_of, ratings, format = "text", output, id;
  std::vector<std::string> paths;
};

struct WaiverInput {
  gate::Waivers waivers;
  gate::Policy policy;
  Date as_of;
};

Result<WaiverInput> read_input(const WaiverOptions& options) {
  WaiverInput input;
  SLUICE_TRY(input.as_of, cli::read_as_of(options.as_of));
  Errors errors;
  auto waivers = cli::read_waivers(options.paths, options.allowed_signers, input.as_of);
  auto policy = gate::load_policy(options.policy);
  if (!waivers) errors.append(waivers.error());
  if (!policy) errors.append(policy.error());
  if (!errors.empty()) return std::unexpected(std::move(errors));
  input.waivers = *std::move(waivers);
  input.policy = *std::move(policy);
  return input;
}

ExitCode write(const WaiverOptions& options, const std::string& text, ExitCode done) {
  Result<void> written = cli::write_output(options.output, text);
  return written ? done : report_errors(written.error());
}

ExitCode run_list(const WaiverOptions& options) {
  Result<WaiverInput> input = read_input(options);
  if (!input) return report_errors(input.error());
  auto rows = report::waiver_rows(input->waivers, input->policy.risk, input->as_of);
  return write(options, report::show_waivers(rows, *report::waiver_form_of(options.format)), ExitCode::Ok);
}

// One line for each thing that is wrong, as a compiler would print it.
ExitCode run_check(const WaiverOptions& options) {
  Result<WaiverInput> input = read_input(options);
  if (!input) return report_errors(input.error());
  auto rows = report::waiver_rows(input->waivers, input->policy.risk, input->as_of);
  bool is_bad = std::ranges::any_of(rows, [](const report::WaiverRow& row) { return !row.problems.empty(); });
  return write(options, report::waiver_complaints(rows), is_bad ? ExitCode::Blocked : ExitCode::Ok);
}

// What is signed of one waiver, or of the rating events of an id: one text for each.
Result<std::string> text_to_sign(const WaiverOptions& options) {
  std::string text;
  if (options.ratings.empty()) {
    SLUICE_TRY(gate::Waivers waivers, gate::load_waivers({options.paths.begin(), options.paths.end()}));
    auto found = std::ranges::find(waivers.list, options.id, &gate::Waiver::id);
    if (found != waivers.list.end()) return gate::signed_bytes(*found);
    return fail({}, "waiver-unknown", fmt::format("there is no waiver `{}`", options.id));
  }
  SLUICE_TRY(gate::RatingEvents events, gate::load_rating_events(options.ratings));
  for (const gate::ReRating& event : events.re_ratings)
    if (event.id == options.id && event.signature.empty() && text.empty()) text = gate::signed_bytes(event);
  for (const gate::VendorFix& event : events.vendor_fixes)
    if (event.id == options.id && event.signature.empty() && text.empty()) text = gate::signed_bytes(event);
  if (text.empty()) return fail({options.ratings}, "waiver-unknown", fmt::format("there is no event of `{}` that waits for a signature", options.id));
  return text;
}

ExitCode run_to_sign(const WaiverOptions& options) {
  if (options.paths.empty() == options.ratings.empty()) return report_errors(Error{{}, "waiver-what", "expected files of waivers, or --ratings"});
  Result<std::string> text = text_to_sign(options);
  return text ? write(options, *text, ExitCode::Ok) : report_errors(text.error());
}

void add_common(CLI::App& command, WaiverOptions& options) {
  command.add_option("paths", options.paths, "Waivers (YAML), files or folders of them")->type_name("PATH");
  command.add_option("--output,-o", options.output, "Write here instead of to standard output")->type_name("FILE");
}

void add_judging(CLI::App& command, WaiverOptions& options) {
  add_common(command, options);
  command.get_option("paths")->required();
  command.add_option("--policy", options.policy, "The policy (YAML)")->required()->type_name("FILE");
  command.add_option("--allowed-signers", options.allowed_signers, "Whose signatures count (OpenSSH allowed_signers)")->type_name("FILE");
  command.add_option("--as-of", options.as_of, "Judge as of this day (default: today, UTC)")->type_name("DATE");
}

}  // namespace

void add_waivers_command(CLI::App& app, ExitCode& exit) {
  CLI::App* waivers = app.add_subcommand("waivers", "Accepted risks: which there are, whether they count, what is to be signed");
  waivers->require_subcommand(1);
  auto options = std::make_shared<WaiverOptions>();
  CLI::App* list = waivers->add_subcommand("list", "Lists all waivers and whether they count");
  add_judging(*list, *options);
  list->add_option("--format", options->format, "How it is shown")->capture_default_str()->check(CLI::IsMember({"text", "json", "markdown"}));
  list->callback([options, &exit] { exit = run_list(*options); });
  CLI::App* check = waivers->add_subcommand("check", "Prints a line for each thing that is wrong with one; exit code 1 when something is");
  add_judging(*check, *options);
  check->callback([options, &exit] { exit = run_check(*options); });
  CLI::App* to_sign = waivers->add_subcommand("to-sign", "Prints what the approver of a waiver or of a rating event signs");
  to_sign->add_option("id", options->id, "The waiver's id; with --ratings that of the vulnerability, whose first event without a signature is meant")->required();
  to_sign->add_option("--ratings", options->ratings, "Re-ratings and waits for vendors (YAML), instead of waivers")->type_name("FILE");
  add_common(*to_sign, *options);
  to_sign->callback([options, &exit] { exit = run_to_sign(*options); });
}

}  // namespace sluice
