#include "analyzers/scan/to_log.h"

#include <fmt/format.h>

#include "analyzers/scan/result_input.h"
#include "analyzers/scan/rule_input.h"
#include "base/version.h"
#include "sarif/builder.h"

namespace sluice {
namespace {

class LogMaker {
 public:
  LogMaker(const ScanResult& result, const LogOptions& options) : result_(result), options_(options) {}

  sarif::Log run() {
    sarif::RunBuilder builder = facts();
    for (sarif::ResultInput& input : result_inputs(result_, options_.jobs)) builder.add_result(std::move(input));
    return std::move(builder).build(options_.jobs);
  }

  sarif::StreamedLog run_streamed() { return facts().build_stream(result_parts(result_)); }

 private:
  // All but the results.
  sarif::RunBuilder facts() const {
    sarif::RunBuilder builder({.name = "Sluice", .version = std::string(kVersion), .organization = "Sluice", .information_uri = "https://sluice.example/"});
    // Rules that share an id share its description: that of the first.
    for (std::size_t i = 0; i < result_.rules.size(); ++i)
      if (i == 0 || result_.rules[i].id != result_.rules[i - 1].id) builder.add_rule(to_input(result_.rules[i]));
    for (const Diagnostic& diagnostic : result_.diagnostics.list()) builder.add_diagnostic(diagnostic);
    for (const Error& mistake : result_.dropped_rules.list) builder.add_configuration_diagnostic(about_rule(mistake, DiagnosticLevel::Error, "rule-dropped"));
    for (const Error& warning : result_.rule_warnings.list) builder.add_configuration_diagnostic(about_rule(warning, DiagnosticLevel::Note, "rule-warning"));
    add_notification_kinds(builder);
    builder.set_automation(options_.category, "");
    if (options_.version_control) builder.set_version_control(*options_.version_control);
    builder.set_invocation(invocation());
    return builder;
  }

  // A rule file is no file of the scanned tree: its place stands in the message. Where it lies
  // on this machine is nobody's business.
  static Diagnostic about_rule(const Error& error, DiagnosticLevel level, std::string code) {
    Error told = error;
    if (told.place.file.starts_with('/')) told.place.file.erase(0, told.place.file.rfind('/') + 1);
    return {level, std::move(code), to_string(told), {}, {}};
  }

  sarif::InvocationInput invocation() const {
    sarif::InvocationInput invocation;
    if (!options_.is_reproducible) {
      invocation.command_line = options_.command_line;
      invocation.start_time_utc = options_.start_time_utc;
      invocation.end_time_utc = options_.end_time_utc;
    }
    invocation.properties = coverage();
    return invocation;
  }

  // What was looked at, so that "no results" can be told from "not looked".
  sarif::Members coverage() const;

  static void add_notification_kinds(sarif::RunBuilder& builder) {
    using Kind = sarif::NotificationKindInput;
    const Kind kinds[] = {
        {"file-skipped", "A file was not analyzed.", "The file could not be analyzed; results say nothing about it.",
         "Raise the limit that it met, or leave it out with an ignore file."},
        {"parse-incomplete", "Part of a file could not be read.", "The parser did not understand part of the file; what lies outside was analyzed.",
         "Check that the file is what its name says; new syntax may not be known yet.", sarif::Level::Note},
        {"nesting-too-deep", "A file is nested too deeply.", "Code below the depth limit was not analyzed.", "Leave generated files out."},
        {"budget-met", "A rule was dropped for one file.", "The rule met its step limit in this file; all other rules and files are complete.",
         "Make the rule's patterns more concrete."},
        {"flow-cut", "A function is too large or too involved.", "Data was followed through a part of the function only: what was found stands, there may be more.",
         "Split the function.", sarif::Level::Note},
        {"flow-within-files", "Data was followed within each file.", "The program is large, and the rules that ran follow data by patterns alone; what passes from file to file was not followed.",
         "Use rules with library models, or scan parts of the program.", sarif::Level::Note},
        {"rule-dropped", "A rule did not run.", "There is a mistake in the rule, or it needs what this version does not do; all other rules ran.",
         "Correct the rule; `sluice rules validate` tells every mistake.", sarif::Level::Error},
        {"rule-warning", "Something in a rule is not understood.", "A key or option of the rule has no effect.", "Correct its spelling or take it away.", sarif::Level::Note},
        {"clang-missing", "C and C++ were analyzed without types.", "The libclang module is not there, so checks that need types did not run.",
         "Install libclang 19 or newer, and keep libsluice-clang.so beside the program.", sarif::Level::Note},
        {"clang-not-parsed", "libclang could not read a file.", "The file was analyzed without types; checks that need them did not run.",
         "Check its flags in compile_commands.json."},
        {"clang-errors", "A file has compile errors.", "Where the compiler did not understand the code, types are missing and checks may have missed something.",
         "Give the compile database with `--compile-commands`.", sarif::Level::Note},
        {"clang-database", "How many files have flags in the compile database.", "Files without flags of their own are analyzed with those of a file that includes them, or with guessed ones.",
         "Write the compile database with all targets.", sarif::Level::Note},
        {"clang-database-unread", "The compile database cannot be used.", "C and C++ were analyzed with guessed flags.", "Write the compile database anew."},
        {"clang-flag-dropped", "A compile flag is not followed.", "The flag is not known to be harmless, or leads out of the tree.", "Nothing, unless results are missing.", sarif::Level::Note},
        {"suppression-malformed", "A suppression cannot be read.", "A directive in a comment is malformed and suppresses nothing.",
         "Write `nosluice: rule-id -- reason`."},
        {"suppression-unused", "A suppression suppresses nothing.", "No result stands where the directive points.", "Remove it.", sarif::Level::Note},
    };
    for (const Kind& kind : kinds) builder.add_notification_kind(kind);
  }

  const ScanResult& result_;
  const LogOptions& options_;
};

sarif::Members LogMaker::coverage() const {
  sarif::Members members;
  auto add = [&members](std::string_view name, std::uint64_t value) { members.set_integer(name, static_cast<std::int64_t>(value)); };
  DiscoveryCounts counts = result_.tree.discovery.counts();
  add("sluice/filesDiscovered", counts.discovered);
  add("sluice/filesScanned", counts.scanned);
  add("sluice/filesSkipped", counts.skipped);
  add("sluice/filesIgnored", counts.ignored);
  add("sluice/linesScanned", result_.lines);
  add("sluice/bytesScanned", result_.bytes);
  add("sluice/bytesUnread", result_.unread_bytes);
  add("sluice/rulesRun", result_.rules.size());
  return members;
}

}  // namespace

sarif::Log to_log(const ScanResult& result, const LogOptions& options) { return LogMaker(result, options).run(); }

sarif::StreamedLog to_streamed_log(const ScanResult& result, const LogOptions& options) { return LogMaker(result, options).run_streamed(); }

}  // namespace sluice
