// sluice sarif validate|merge|diff|stats - the commands over logs, whoever made them.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/pipeline_facts.h"
#include "sarif/diff.h"
#include "sarif/merge.h"
#include "sarif/profile.h"
#include "sarif/reader.h"
#include "sarif/stats.h"
#include "sarif/validator.h"
#include "sarif/writer.h"

namespace sluice {
namespace {

struct SarifOptions {
  std::vector<std::string> files;
  std::string baseline, output, profile = "canonical", format = "text", scope = "all";
  bool strict = false, by_category = false, compact = false, list_rules = false;
};

// What is printed of a log may come from anyone.
void print_error(std::string_view line) { fmt::print(stderr, "{}", escape_terminal(line)); }

Result<void> write_output(const SarifOptions& options, std::string_view text) {
  if (!options.output.empty()) return write_file_atomically(options.output, text);
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
    return fail({}, "write-failed", "standard output could not be written");
  return {};
}

// All logs, or the mistakes of all of them.
Result<std::vector<sarif::Log>> load_logs(const std::vector<std::string>& files) {
  std::vector<sarif::Log> logs;
  Errors errors;
  for (const std::string& file : files) {
    Result<sarif::Log> log = sarif::load_log(file);
    if (log)
      logs.push_back(std::move(*log));
    else
      errors.append(std::move(log.error()));
  }
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return logs;
}

void print_rules() {
  for (const auto rules : {sarif::semantic_rules(), sarif::consumer_rules()})
    for (const sarif::ValidationRule& rule : rules)
      fmt::print("{:<30} {:<8} {}\n", rule.id, to_string(rule.level), rule.summary);
}

// Prints the violations of one file; true when one of them counts against it.
bool print_violations(const std::vector<sarif::Violation>& violations, bool strict) {
  bool counts = false;
  std::string out;
  for (const sarif::Violation& violation : violations) {
    counts |= violation.level == sarif::Level::Error || (strict && violation.level == sarif::Level::Warning);
    out += fmt::format("{}: {}: {} [{}] {}\n", to_string(violation.place), to_string(violation.level),
                       violation.message, violation.id, violation.pointer.empty() ? "/" : violation.pointer);
  }
  fmt::print("{}", escape_terminal(out));
  return counts;
}

ExitCode run_validate(const SarifOptions& options) {
  if (options.list_rules) return print_rules(), ExitCode::Ok;
  if (options.files.empty()) return report_errors(Error{{}, "no-files", "name at least one log to validate"});
  const sarif::Scope scope = options.scope == "standard" ? sarif::Scope::Standard : sarif::Scope::Consumers;
  ExitCode exit = ExitCode::Ok;
  Errors unreadable;
  for (const std::string& file : options.files) {
    Result<std::string> text = read_file(file);
    if (!text) {
      unreadable.append(std::move(text.error()));
      continue;
    }
    Result<std::vector<sarif::Violation>> violations = sarif::validate(file, std::move(*text), scope);
    if (!violations)
      unreadable.append(std::move(violations.error()));
    else if (print_violations(*violations, options.strict))
      exit = ExitCode::Blocked;
  }
  return unreadable.empty() ? exit : report_errors(unreadable);
}

Result<void> write_merged(const SarifOptions& options) {
  const std::optional<sarif::Profile> profile = sarif::profile_of(options.profile);
  if (!profile)
    return fail({}, "unknown-profile",
                "profile `" + options.profile +
                    "` does not exist; expected canonical, github, ghazdo, defectdojo, jenkins or vs");
  sarif::PipelineFacts pipeline;
  if (*profile == sarif::Profile::Ghazdo) {
    SLUICE_TRY(pipeline, pipeline_facts());
  }
  SLUICE_TRY(std::vector<sarif::Log> logs, load_logs(options.files));
  sarif::Merged merged = sarif::merge(
      std::move(logs), options.by_category ? sarif::MergeMode::OnePerCategory : sarif::MergeMode::KeepRuns);
  for (const std::string& why : merged.kept_apart) print_error(why + "\n");
  const std::size_t results = merged.results_read - merged.duplicates;
  sarif::Exported exported = sarif::export_log(std::move(merged.log), *profile, pipeline);
  print_error(fmt::format("{} logs, {} runs, {} results read; {} equal results left out, {} results merged\n",
                          options.files.size(), merged.runs_read, merged.results_read, merged.duplicates, results));
  for (const sarif::Cut& cut : exported.cuts)
    print_error(fmt::format("left out for {}: {} {}\n", options.profile, cut.count, cut.what));
  return write_output(options,
                      sarif::write_log(exported.log, options.compact ? sarif::Layout::Compact : sarif::Layout::Pretty));
}

Result<bool> write_diff(const SarifOptions& options) {
  SLUICE_TRY(const sarif::Log baseline, sarif::load_log(options.baseline));
  SLUICE_TRY(sarif::Log current, sarif::load_log(options.files.at(0)));
  const sarif::Diffed diffed = sarif::diff(baseline, std::move(current));
  const sarif::DiffCounts& counts = diffed.counts;
  print_error(fmt::format("{} new, {} unchanged, {} updated, {} absent\n", counts.added, counts.unchanged,
                          counts.updated, counts.absent));
  if (counts.unknown > 0)
    print_error(fmt::format(
        "{} older results are neither found nor known to be gone: their run is missing or did not complete\n",
        counts.unknown));
  SLUICE_CHECK(write_output(
      options, sarif::write_log(diffed.log, options.compact ? sarif::Layout::Compact : sarif::Layout::Pretty)));
  return counts.added > 0;
}

Result<void> write_stats(const SarifOptions& options) {
  SLUICE_TRY(std::vector<sarif::Log> logs, load_logs(options.files));
  sarif::Log all;
  for (sarif::Log& log : logs)
    for (sarif::Run& run : log.runs) all.runs.push_back(std::move(run));
  const sarif::Stats stats = sarif::stats(all);
  return write_output(options, options.format == "json" ? sarif::to_json(stats) : sarif::to_text(stats));
}

template <class T>
ExitCode finish(const Result<T>& result) {
  return result ? ExitCode::Ok : report_errors(result.error());
}

void add_validate(CLI::App& parent, ExitCode& exit) {
  auto options = std::make_shared<SarifOptions>();
  CLI::App* command =
      parent.add_subcommand("validate", "Tells whether logs keep the schema, the standard and consumers' limits");
  command->add_option("FILE", options->files, "SARIF logs");
  command->add_option("--scope", options->scope, "all, or standard: without the rules of single consumers")
      ->check(CLI::IsMember({"all", "standard"}));
  command->add_flag("--strict", options->strict, "Warnings count, too");
  command->add_flag("--list-rules", options->list_rules, "Prints the ids of the rules and what they say");
  command->callback([options, &exit] { exit = run_validate(*options); });
}

void add_output_options(CLI::App* command, SarifOptions& options) {
  command->add_option("-o,--output", options.output, "File to write; standard output when not given");
  command->add_flag("--compact", options.compact, "Without layout");
}

void add_merge(CLI::App& parent, ExitCode& exit) {
  auto options = std::make_shared<SarifOptions>();
  CLI::App* command = parent.add_subcommand("merge", "Makes one log of several, or one for a certain consumer");
  command->add_option("FILE", options->files, "SARIF logs")->required();
  command->add_flag("--by-category", options->by_category, "One run of each tool and category");
  command->add_option("--profile", options->profile, "canonical, github, ghazdo, defectdojo, jenkins or vs");
  add_output_options(command, *options);
  command->callback([options, &exit] { exit = finish(write_merged(*options)); });
}

void add_diff(CLI::App& parent, ExitCode& exit) {
  auto options = std::make_shared<SarifOptions>();
  CLI::App* command =
      parent.add_subcommand("diff", "Compares a log with an older one; exit 1 when there are new results");
  command->add_option("BASELINE", options->baseline, "The older log")->required();
  command->add_option("FILE", options->files, "The newer log")->required()->expected(1);
  add_output_options(command, *options);
  command->callback([options, &exit] {
    const Result<bool> has_new = write_diff(*options);
    exit = finish(has_new);
    if (has_new && *has_new) exit = ExitCode::Blocked;
  });
}

void add_stats(CLI::App& parent, ExitCode& exit) {
  auto options = std::make_shared<SarifOptions>();
  CLI::App* command = parent.add_subcommand("stats", "Counts results by rule, level and file");
  command->add_option("FILE", options->files, "SARIF logs")->required();
  command->add_option("--format", options->format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_option("-o,--output", options->output, "File to write; standard output when not given");
  command->callback([options, &exit] { exit = finish(write_stats(*options)); });
}

}  // namespace

void add_sarif_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("sarif", "Validates, merges, compares and counts SARIF logs");
  command->require_subcommand(1);
  add_validate(*command, exit);
  add_merge(*command, exit);
  add_diff(*command, exit);
  add_stats(*command, exit);
}

}  // namespace sluice
