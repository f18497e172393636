// `sluice scan`: files against rules, findings out.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "analyzers/templates/template_code.h"
#include "analyzers/clang/session.h"
#include "analyzers/flow/flow_builder.h"
#include "analyzers/pattern/pattern_text.h"
#include "analyzers/scan/load_rules.h"
#include "analyzers/scan/scan.h"
#include "analyzers/scan/to_log.h"
#include "analyzers/source/changed_lines.h"
#include "analyzers/source/staged.h"
#include "analyzers/syntax/shaper.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/rule_packs.h"
#include "cli/scan_arguments.h"
#include "cli/scan_explain.h"
#include "cli/scan_fixes.h"
#include "cli/scan_log.h"
#include "cli/supervised.h"
#include "cli/trusted_config.h"
#include "report/log_format.h"
#include "sarif/log.h"
#include "sarif/result_stream.h"

namespace sluice {
namespace {

std::string utc_now() {
  auto now = std::chrono::system_clock::now();
  std::time_t seconds = std::chrono::system_clock::to_time_t(now);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &parts);
  return text;
}

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Result<DiscoveryOptions> discovery_options(const ScanArguments& arguments) {
  DiscoveryOptions options;
  options.include = arguments.include;
  options.exclude = arguments.exclude;
  for (const std::string& list : arguments.languages)
    for (std::string_view word : split(list, ',')) {
      auto language = find_language(trim(word));
      if (!language) return fail({}, "option-language", fmt::format("--languages: `{}` is no language; `sluice languages` lists them", word));
      options.languages.push_back(*language);
    }
  return options;
}

// A rule made of `-e PATTERN -l LANG`.
Result<LoadedRules> rule_of_pattern(const ScanArguments& arguments) {
  if (arguments.pattern_language.empty()) return fail({}, "option-language", "-e needs -l: the language of the pattern");
  auto language = find_language(arguments.pattern_language);
  if (!language) return fail({}, "option-language", fmt::format("-l: `{}` is no language; `sluice languages` lists them", arguments.pattern_language));
  Rule rule;
  rule.id = "-e";
  rule.place = {"-e", 1, 1};
  rule.message = arguments.pattern;
  rule.severity = Severity::Error;
  rule.languages = {*language};
  rule.formula.text = arguments.pattern;
  rule.formula.place = rule.place;
  return LoadedRules{.rules = {std::move(rule)}, .mistakes = {}, .warnings = {}};
}

Cache cache_of(const ScanArguments& arguments) { return arguments.no_cache ? Cache() : cache_of_rules(); }

Result<LoadedRules> rules_of(const ScanArguments& arguments) {
  if (!arguments.pattern.empty()) return rule_of_pattern(arguments);
  std::vector<std::string> configs = arguments.configs;
  if (configs.empty()) configs.push_back("builtin:owasp-top10");
  SLUICE_TRY(LoadedRules loaded, load_rules(configs, rule_packs(), {jobs_within_memory(arguments.jobs), cache_of(arguments), arguments.configs_of_tree}));
  bool is_too_many = arguments.is_strict || loaded.rules.empty();
  if (is_too_many && !loaded.mistakes.empty()) return std::unexpected(std::move(loaded.mistakes));
  if (loaded.rules.empty()) return fail({configs.front()}, "rules-none", "no rules to run: the configuration holds none");
  return loaded;
}

LogArguments log_arguments(const ScanArguments& arguments) {
  const bool is_part = arguments.is_staged || !arguments.diff_ref.empty() || !arguments.include.empty() || !arguments.exclude.empty() ||
                       !arguments.languages.empty() || !arguments.pattern.empty();
  return {arguments.format, arguments.sarif_profile, arguments.baseline, is_part};
}

// "text, sarif, json ..."
std::string format_names() {
  std::string names;
  for (const LogFormat& format : log_formats()) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

// A template as code of each language that may render it.
void dump_page(const Source& source) {
  for (Language host : templates::hosts_of(source.path, source.text))
    fmt::print("{} ({})\n{}", escape_terminal(source.path), name(host), escape_terminal(templates::read_template(source.path, source.text, host).text));
}

ExitCode dump_units(const SourceTree& tree, const ScanArguments& arguments) {
  Diagnostics diags;
  auto types = clang::Session::open(tree.sources, {.root = tree.discovery.root, .compile_commands = arguments.compile_commands}, diags);
  for (const Source& source : tree.sources.all()) {
    if (arguments.dump == "page") {
      dump_page(source);
      continue;
    }
    Unit unit = read_unit(source.language, source.text, nullptr);
    if (types && clang::Session::covers(source.language)) unit = clang::with_facts(std::move(unit), types->analyze(source, unit));
    fmt::print("{}\n{}", escape_terminal(source.path), arguments.dump == "flow" ? flow::dump(flow::build_graph(unit)) : dump(unit));
  }
  for (const Diagnostic& diagnostic : diags.list()) fmt::print(stderr, "note: {}\n", escape_terminal(diagnostic.message));
  return ExitCode::Ok;
}

void print_times(const ScanResult& result, double report_seconds) {
  fmt::print(stderr, "load rules {:.3f} s, read {:.3f} s, compile rules {:.3f} s, analyze {:.3f} s ({:.3f} of it data flow: {} functions looked at {} times), report {:.3f} s; {} files ({} parsed), {} lines\n",
             result.times.load, result.times.read, result.times.compile, result.times.analyze, result.times.flow, result.times.functions, result.times.runs, report_seconds, result.tree.sources.size(), result.parsed_files, result.lines);
}

// What is to be scanned: the paths, or what is staged for the next commit.
Result<SourceTree> tree_of(const ScanArguments& arguments, const DiscoveryOptions& discovery, unsigned jobs, Diagnostics& diags) {
  if (!arguments.is_staged) return read_tree(arguments.paths, discovery, jobs, diags);
  SLUICE_TRY(Repository repository, Repository::open(arguments.paths.front()));
  return read_staged(repository, {discovery, {}}, jobs, diags);
}

// Keeps the findings on lines that the change since `--diff REF` brings in.
Result<void> keep_changed(const ScanArguments& arguments, ScanResult& result) {
  SLUICE_TRY(Repository repository, Repository::open(arguments.paths.front()));
  if (repository.root() != result.tree.discovery.root)
    return fail({result.tree.discovery.root}, "diff-root", "--diff needs paths of one repository; these reach beyond it");
  auto compared_with = arguments.is_staged ? ComparedWith::Index : ComparedWith::WorkingTree;
  SLUICE_TRY(ChangedLines changed, changed_lines(repository, arguments.diff_ref, compared_with));
  if (!changed.base.note.empty()) result.diagnostics.add(DiagnosticLevel::Note, "diff-base", changed.base.note);
  std::erase_if(result.findings, [&](const Finding& finding) {
    const Source& source = result.tree.sources[finding.source];
    const FileChange* change = changed.find(source.path);
    LineRange lines{source.lines.line_of(finding.range.begin), source.lines.line_of(std::max(finding.range.end, finding.range.begin + 1) - 1)};
    return !change || !(change->is_whole_file || change->overlaps(lines));
  });
  return {};
}

// Where the scanned files come from; nothing when they are in no repository.
std::optional<sarif::VersionControlDetails> provenance_of(const SourceTree& tree) {
  auto repository = Repository::open(tree.discovery.root);
  if (!repository || repository->root() != tree.discovery.root) return std::nullopt;
  auto provenance = read_provenance(*repository);
  if (!provenance || provenance->remote_url.empty()) return std::nullopt;
  sarif::VersionControlDetails details;
  details.repository_uri = provenance->remote_url;
  details.revision_id = provenance->revision;
  details.branch = provenance->branch;
  return details;
}

bool is_incomplete(const ScanArguments& arguments, const ScanResult& result) {
  if (result.diagnostics.has(DiagnosticLevel::Error) || !result.dropped_rules.empty()) return true;
  if (!arguments.fail_on_incomplete) return false;
  return result.unread_bytes > 0 || !result.skipped_pairs.empty() || result.tree.discovery.counts().skipped > 0 || result.tree.discovery.counts().folders_skipped > 0;
}

// A full disk or a reader that went away must not look like a report.
Result<void> write_report(const ScanArguments& arguments, const LogFormat& format, const sarif::Log& log, const sarif::ResultStream* results = nullptr) {
  RenderOptions options{.is_silent_when_clean = arguments.is_staged, .jobs = jobs_within_memory(arguments.jobs), .results = results};
  if (!arguments.output.empty()) {
    AtomicFile file(arguments.output);
    options.sink = [&](std::string_view text) { file.append(text); };
    file.append(format.render(log, options));
    return file.commit();
  }
  bool is_written = true;
  options.sink = [&](std::string_view text) { is_written = is_written && std::fwrite(text.data(), 1, text.size(), stdout) == text.size(); };
  options.sink(format.render(log, options));
  if (!is_written || std::fflush(stdout) != 0) return fail({}, "write-failed", "standard output could not be written");
  return {};
}

// Writes the report; true when something in it blocks.
Result<bool> report(const ScanArguments& arguments, const LogFormat& format, const LogPlan& plan, const ScanResult& result, const LogOptions& options) {
  if (format.streams && is_only_written(plan)) {
    const sarif::StreamedLog streamed = to_streamed_log(result, options);
    SLUICE_CHECK(write_report(arguments, format, streamed.log, streamed.results.get()));
    return blocks(result.findings, arguments.fail_on);
  }
  sarif::Log log = to_log(result, options);
  compare_with_baseline(plan, log);
  const bool is_blocked = blocks(log, arguments.fail_on);
  SLUICE_CHECK(write_report(arguments, format, cut_for_consumer(plan, std::move(log))));
  return is_blocked;
}

// Said to people only: how many threads there were is no part of a result.
unsigned jobs_of(const ScanArguments& arguments) {
  unsigned jobs = jobs_within_memory(arguments.jobs);
  if (jobs < arguments.jobs) fmt::print(stderr, "note: {} threads instead of {}: the memory that this process may use is not enough for more\n", jobs, arguments.jobs);
  return jobs;
}

// Mistakes that were found when the rules were read join those found when they were compiled.
Result<ScanResult> scan_with(SourceTree tree, LoadedRules loaded, const ScanOptions& options) {
  auto result = scan(std::move(tree), std::move(loaded.rules), options);
  Errors& mistakes = result ? result->dropped_rules : result.error();
  loaded.mistakes.append(std::move(mistakes));
  loaded.mistakes.sort_by_place();
  mistakes = std::move(loaded.mistakes);
  if (result) result->rule_warnings = std::move(loaded.warnings);
  return result;
}

// Rules that did not run are no detail of the report: they are told to whoever looks.
void tell_about_rules(const ScanResult& result) {
  for (const Error& warning : result.rule_warnings.list) fmt::print(stderr, "warning: {}\n", escape_terminal(to_string(warning)));
  for (const Error& mistake : result.dropped_rules.list) fmt::print(stderr, "{}\n", escape_terminal(to_string(mistake)));
  if (!result.dropped_rules.empty())
    fmt::print(stderr, "{} mistakes in rules or rules that are not run; the other {} rules ran (`--strict` stops here)\n", result.dropped_rules.list.size(), result.rules.size());
}

Result<ScanResult> scan_files(const ScanArguments& arguments, FilesInWork& files_in_work) {
  Diagnostics diags = arguments.held_back;
  SLUICE_TRY(DiscoveryOptions discovery, discovery_options(arguments));
  auto begin = std::chrono::steady_clock::now();
  SLUICE_TRY(LoadedRules loaded, rules_of(arguments));
  double load_seconds = seconds_since(begin);
  ScanOptions options;
  options.jobs = jobs_of(arguments);
  options.files_in_work = &files_in_work;
  options.cache = cache_of(arguments);
  options.models = model_files();
  options.rules_key = loaded.key;
  // What is staged is few files, and others each time.
  if (!arguments.no_cache && !arguments.is_staged) options.results_key = loaded.digest;
  options.is_strict = arguments.is_strict;
  options.suppressions = arguments.suppressions;
  bool only_builtin = arguments.pattern.empty() && std::ranges::all_of(arguments.configs, [](const std::string& config) { return config.starts_with("builtin:"); });
  // The checks in code belong to the built-in rules: `--config FILE` runs that file's rules alone.
  bool has_builtin = arguments.pattern.empty() && (arguments.configs.empty() || std::ranges::any_of(arguments.configs, [](const std::string& config) { return config.starts_with("builtin:"); }));
  if (has_builtin) options.clang = clang::SessionOptions{.compile_commands = arguments.compile_commands};
  // A single file is what somebody works on; a library of rules is not compiled for languages that
  // nobody has here (`sluice rules validate` does that).
  bool has_file = std::ranges::any_of(arguments.configs, [](const std::string& config) { return std::filesystem::is_regular_file(config); });
  options.check = arguments.is_strict || (has_file && !only_builtin) ? RuleSet::Check::All : RuleSet::Check::Used;
  begin = std::chrono::steady_clock::now();
  SLUICE_TRY(SourceTree tree, tree_of(arguments, discovery, options.jobs, diags));
  double read_seconds = seconds_since(begin);
  if (tree.sources.empty() && !arguments.is_staged) {
    DiscoveryCounts counts = tree.discovery.counts();
    return fail({}, "scan-no-files", fmt::format("there are no files to scan: {} found, {} skipped, {} ignored; `sluice why PATH` says why", counts.discovered, counts.skipped, counts.ignored));
  }
  SLUICE_TRY(ScanResult result, scan_with(std::move(tree), std::move(loaded), options));
  result.times.load = load_seconds;
  result.times.read = read_seconds;
  diags.append(std::move(result.diagnostics));
  result.diagnostics = std::move(diags);
  if (!arguments.diff_ref.empty()) SLUICE_CHECK(keep_changed(arguments, result));
  return result;
}

// The tree of `-e`, as `--dump unit` shows a file's: what a rule author compares it with.
Result<ExitCode> dump_pattern(const ScanArguments& arguments) {
  SLUICE_TRY(LoadedRules loaded, rules_of(arguments));
  const Rule& rule = loaded.rules.front();
  SLUICE_TRY(PatternTree tree, parse_pattern(rule.languages.front(), rule.formula.text, rule.place));
  fmt::print("{}", escape_terminal(dump(tree.unit)));
  return ExitCode::Ok;
}

Result<ExitCode> run_dump(const ScanArguments& arguments) {
  bool is_of_pattern = arguments.dump == "pattern";
  if (is_of_pattern == arguments.pattern.empty()) return fail({}, "option-dump", "`--dump pattern` is of a pattern, -e and -l; `--dump unit` and `--dump flow` of files");
  if (is_of_pattern) return dump_pattern(arguments);
  Diagnostics diags;
  SLUICE_TRY(DiscoveryOptions discovery, discovery_options(arguments));
  SLUICE_TRY(SourceTree tree, tree_of(arguments, discovery, 1, diags));
  return dump_units(tree, arguments);
}

Result<ExitCode> run_explain(const ScanArguments& arguments) {
  Diagnostics not_told;
  SLUICE_TRY(DiscoveryOptions discovery, discovery_options(arguments));
  SLUICE_TRY(LoadedRules loaded, rules_of(arguments));
  SLUICE_TRY(SourceTree tree, tree_of(arguments, discovery, 1, not_told));
  if (tree.sources.empty()) return fail({}, "scan-no-files", "there are no files to explain the rule on; `sluice why PATH` says why");
  SLUICE_CHECK(explain_scan(tree, std::move(loaded), arguments.explain));
  return ExitCode::Ok;
}

// What can be fixed is, before the scan that tells what is left.
Result<FixOutcome> fix_first(const ScanArguments& arguments) {
  bool is_whole_files = !arguments.is_staged && arguments.diff_ref.empty();
  if (!is_whole_files) return fail({}, "option-autofix", "--autofix is for files: it cannot go with --staged or --diff");
  FixSafety safety = arguments.autofix == "unsafe" ? FixSafety::All : FixSafety::SafeOnly;
  Diagnostics told_by_the_scan;
  SLUICE_TRY(DiscoveryOptions discovery, discovery_options(arguments));
  SLUICE_TRY(LoadedRules loaded, rules_of(arguments));
  unsigned jobs = jobs_within_memory(arguments.jobs);
  SLUICE_TRY(SourceTree tree, tree_of(arguments, discovery, jobs, told_by_the_scan));
  if (arguments.is_dry_run) {
    for (const Error& mistake : loaded.mistakes.list) fmt::print(stderr, "{}\n", escape_terminal(to_string(mistake)));
    return show_fixes(tree, std::move(loaded.rules), jobs, safety);
  }
  return fix_files(tree, std::move(loaded.rules), jobs, safety);
}

Result<ExitCode> run_scan(ScanArguments arguments, FilesInWork& files_in_work) {
  SLUICE_CHECK(complete_arguments(arguments));
  if (!arguments.dump.empty()) return run_dump(arguments);
  if (!arguments.explain.empty()) return run_explain(arguments);
  if (arguments.is_dry_run && arguments.autofix.empty()) return fail({}, "option-autofix", "--dry-run is for --autofix");
  auto format = find_log_format(arguments.format);
  if (!format) return fail({}, "option-format", fmt::format("--format: `{}` is no format; expected one of {}", arguments.format, format_names()));
  SLUICE_TRY(LogPlan plan, plan_log(log_arguments(arguments)));
  if (!arguments.autofix.empty()) {
    SLUICE_TRY(FixOutcome outcome, fix_first(arguments));
    if (arguments.is_dry_run) return outcome.changes_files ? ExitCode::Blocked : ExitCode::Ok;
  }
  LogOptions options;
  options.is_reproducible = arguments.is_reproducible;
  options.start_time_utc = utc_now();
  SLUICE_TRY(ScanResult result, scan_files(arguments, files_in_work));
  options.end_time_utc = utc_now();
  options.jobs = jobs_within_memory(arguments.jobs);
  auto report_begin = std::chrono::steady_clock::now();
  options.version_control = provenance_of(result.tree);
  SLUICE_TRY(const bool is_blocked, report(arguments, *format, plan, result, options));
  tell_about_rules(result);
  if (arguments.print_times) print_times(result, seconds_since(report_begin));
  if (is_blocked) return ExitCode::Blocked;
  return is_incomplete(arguments, result) ? ExitCode::Incomplete : ExitCode::Ok;
}

}  // namespace

void add_scan_command(CLI::App& app, ExitCode& exit) {
  CLI::App* command = app.add_subcommand("scan", "Scans files and folders");
  auto a = std::make_shared<ScanArguments>();
  command->add_option("PATH", a->paths, "Files and folders; without any the current folder");
  command->add_option("--config", a->configs, "Rule file, folder of rule files, or builtin:NAME; may be given several times")->allow_extra_args(false);
  command->add_option("--trusted-config", a->trusted_config, kTrustedConfigHelp);
  command->add_option("-e,--pattern", a->pattern, "Looks for one pattern; no rule file is needed");
  command->add_option("-l,--lang", a->pattern_language, "The language of -e");
  command->add_option("--format", a->format, format_names());
  command->add_option("--sarif-profile", a->sarif_profile, "For `--format sarif`: canonical, github, ghazdo, defectdojo or vs");
  command->add_option("--baseline", a->baseline, "An earlier SARIF log: what it has already does not block");
  command->add_option("--output", a->output, "Writes there instead of to standard output");
  command->add_option("--jobs,-j", a->jobs, "Threads; without it as many as there are cores");
  command->add_option("--include", a->include, "Only files that match this glob")->allow_extra_args(false);
  command->add_option("--exclude", a->exclude, "No files that match this glob")->allow_extra_args(false);
  command->add_option("--languages", a->languages, "Only these languages, separated by commas");
  command->add_option("--compile-commands", a->compile_commands, "Folder of compile_commands.json; without it the scan root or its build folder");
  command->add_flag("--staged", a->is_staged, "Scans what is staged for the next commit, not the working tree");
  command->add_option("--diff", a->diff_ref, "Only findings on lines that changed since this commit or branch");
  command->add_flag("--fail-on-incomplete", a->fail_on_incomplete, "Exit 3 when anything was skipped or could not be read");
  command->add_flag("--require-suppression-id", a->suppressions.needs_id, "A suppression that names no rule suppresses nothing, and is told");
  command->add_flag("--require-suppression-reason", a->suppressions.needs_reason, "The same for one that gives no reason");
  command->add_flag("--strict", a->is_strict, "Exit 2 when a rule does not run, without scanning; otherwise the others run and the exit is 3");
  command->add_flag("--autofix{safe}", a->autofix, "Applies the fixes of rules to the files, then scans; --autofix=unsafe also those that may change what the code does")
      ->check(CLI::IsMember({"safe", "unsafe"}));
  command->add_flag("--dry-run", a->is_dry_run, "With --autofix: prints what it would change as a diff, writes and scans nothing; exit 1 when there is something");
  command->add_option("--fail-on", a->fail_on, "error, warning, note or never")->check(CLI::IsMember({"error", "warning", "note", "never"}));
  command->add_option("--dump", a->dump, "Prints what the analyzers see: `unit` and `flow` of files, `page` of templates, `pattern` of -e")->check(CLI::IsMember({"unit", "flow", "page", "pattern"}));
  command->add_option("--explain", a->explain, "Prints what each operator of this rule kept and dropped, and why; reports nothing");
  command->add_flag("--time", a->print_times, "Prints how long each stage took");
  command->add_flag("--no-cache", a->no_cache, "Takes nothing over from earlier scans, and keeps nothing");
  command->add_flag("--reproducible", a->is_reproducible, "Leaves clock and machine out of the output");
  command->callback([a, &exit] {
    if (a->paths.empty()) a->paths.push_back(".");
    exit = run_supervised([&a](FilesInWork& files_in_work) {
      auto done = run_scan(*a, files_in_work);
      return done ? *done : report_errors(done.error());
    });
  });
}

}  // namespace sluice
