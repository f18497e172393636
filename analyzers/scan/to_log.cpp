#include "analyzers/scan/to_log.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
#include <set>

#include "analyzers/scan/secret_mask.h"
#include "base/text.h"
#include "base/version.h"
#include "sarif/builder.h"
#include "sarif/columns.h"
#include "sarif/fingerprint.h"

namespace sluice {
namespace {

sarif::Level level_of(Severity severity) {
  return severity == Severity::Error ? sarif::Level::Error : severity == Severity::Warning ? sarif::Level::Warning : sarif::Level::Note;
}

// The number in "CWE-89: ...", "cwe-089" or "89"; 0 when there is none.
int cwe_number(std::string_view text) {
  std::size_t at = text.find_first_of("0123456789");
  int number = 0;
  if (at != std::string_view::npos) std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

// "A03:2021 - Injection" is category A03 of the 2021 edition.
void add_owasp(std::string_view text, sarif::RuleInput& rule) {
  std::string id(trim(text.substr(0, text.find_first_of(" -"))));
  if (id.ends_with(":2021")) rule.owasp_2021.push_back(id);
  if (id.ends_with(":2025")) rule.owasp_2025.push_back(id);
}

std::string first_sentence(std::string_view text) {
  std::size_t end = text.find(". ");
  return std::string(trim(end == std::string_view::npos ? text : text.substr(0, end + 1)));
}

const std::vector<std::string>& values(const RuleInfo& rule, std::string_view key) {
  static const std::vector<std::string> none;
  auto found = rule.metadata.find(std::string(key));
  return found == rule.metadata.end() ? none : found->second;
}

std::string first_value(const RuleInfo& rule, std::string_view key) { return values(rule, key).empty() ? std::string() : values(rule, key).front(); }

sarif::RuleInput to_input(const RuleInfo& info) {
  sarif::RuleInput rule;
  rule.id = info.id;
  std::string message(trim(info.message));
  rule.short_description = first_value(info, "shortDescription");
  if (rule.short_description.empty()) rule.short_description = first_sentence(message);
  rule.full_description = message;
  rule.help_text = message;
  if (!values(info, "references").empty()) rule.help_text += "\nReferences: " + fmt::format("{}", fmt::join(values(info, "references"), ", "));
  rule.help_markdown = message;
  for (const std::string& reference : values(info, "references")) rule.help_markdown += "\n\n- <" + reference + ">";
  for (const std::string& uri : values(info, "references"))
    if (uri.starts_with("https://") && rule.help_uri.empty()) rule.help_uri = uri;
  rule.level = level_of(info.severity);
  std::string score = first_value(info, "security-severity");
  double number = 0;
  auto [stop, error] = std::from_chars(score.data(), score.data() + score.size(), number);
  if (error == std::errc{} && !score.empty()) rule.security_severity = number;
  std::string confidence = to_lower(first_value(info, "confidence"));
  if (confidence == "high" || confidence == "medium" || confidence == "low") rule.precision = confidence;
  for (const std::string& cwe : values(info, "cwe"))
    if (int id = cwe_number(cwe); id > 0) rule.cwe.push_back(id);
  for (const std::string& category : values(info, "owasp")) add_owasp(category, rule);
  // GitHub keeps ten tags: what is said by `security`, the CWEs and the OWASP categories goes first.
  constexpr std::size_t kMaxTags = 10;
  std::size_t made = 1 + rule.cwe.size() + rule.owasp_2021.size() + rule.owasp_2025.size();
  for (const char* key : {"subcategory", "technology"})
    for (const std::string& tag : values(info, key))
      if (made + rule.tags.size() < kMaxTags) rule.tags.push_back(tag);
  return rule;
}

// What is worked out once for each file that has findings.
struct FileFacts {
  sarif::TextLines lines;
  std::string shown;  // the text that snippets are taken from: byte for byte as long, without secrets
  sarif::TextLines shown_lines;
  std::vector<std::string> hashes;
  FileFacts(const Source& source, const std::vector<ByteRange>& secrets)
      : lines(source.text), shown(mask_secrets(source.text, secrets)), shown_lines(shown), hashes(sarif::line_hashes(file_bytes(source))) {}
  FileFacts(const FileFacts&) = delete;  // `shown_lines` refers to `shown`
  FileFacts& operator=(const FileFacts&) = delete;

  // GitHub hashes the file as it lies there, its byte order mark included.
  static std::string file_bytes(const Source& source) {
    return source.encoding == Encoding::Utf8Bom ? "\xEF\xBB\xBF" + source.text : source.text;
  }
};

class LogMaker {
 public:
  LogMaker(const ScanResult& result, const LogOptions& options) : result_(result), options_(options) {
    for (const RuleInfo& rule : result.rules)
      if (finds_secrets(rule)) secret_rules_.insert(rule.id);
    for (const Finding& finding : result.findings)
      if (secret_rules_.contains(finding.rule_id)) secrets_[finding.source.index].push_back(finding.range);
  }

  sarif::Log run() {
    sarif::RunBuilder builder({.name = "Sluice", .version = std::string(kVersion), .organization = "Sluice", .information_uri = "https://sluice.example/"});
    // Rules that share an id share its description: that of the first.
    for (std::size_t i = 0; i < result_.rules.size(); ++i)
      if (i == 0 || result_.rules[i].id != result_.rules[i - 1].id) builder.add_rule(to_input(result_.rules[i]));
    for (const Finding& finding : result_.findings) builder.add_result(to_result(finding));
    for (const Diagnostic& diagnostic : result_.diagnostics.list()) builder.add_diagnostic(diagnostic);
    for (const Error& mistake : result_.dropped_rules.list) builder.add_configuration_diagnostic(about_rule(mistake, DiagnosticLevel::Error, "rule-dropped"));
    for (const Error& warning : result_.rule_warnings.list) builder.add_configuration_diagnostic(about_rule(warning, DiagnosticLevel::Note, "rule-warning"));
    add_notification_kinds(builder);
    builder.set_automation(options_.category, "");
    if (options_.version_control) builder.set_version_control(*options_.version_control);
    builder.set_invocation(invocation());
    return std::move(builder).build();
  }

 private:
  const FileFacts& facts_of(SourceId id) {
    auto found = files_.find(id.index);
    if (found == files_.end()) {
      // Findings come file after file: one file's facts are enough.
      files_.clear();
      found = files_.try_emplace(id.index, result_.tree.sources[id], secrets_[id.index]).first;
    }
    return found->second;
  }

  sarif::PlaceInput place_of(SourceId id, ByteRange range) {
    const FileFacts& facts = facts_of(id);
    sarif::PlaceInput place;
    place.path = result_.tree.sources[id].path;
    place.region = facts.lines.region(range.begin, range.end);
    place.region.snippet = facts.shown_lines.region(range.begin, range.end).snippet;
    // A context is whole lines: it has no columns that the blots could shift.
    place.context = facts.shown_lines.context(place.region);
    return place;
  }

  // A rule file is no file of the scanned tree: its place stands in the message. Where it lies
  // on this machine is nobody's business.
  static Diagnostic about_rule(const Error& error, DiagnosticLevel level, std::string code) {
    Error told = error;
    if (told.place.file.starts_with('/')) told.place.file.erase(0, told.place.file.rfind('/') + 1);
    return {level, std::move(code), to_string(told), {}, {}};
  }

  sarif::ResultInput to_result(const Finding& finding) {
    sarif::ResultInput out;
    out.rule_id = finding.rule_id;
    out.level = level_of(finding.severity);
    out.message = std::string(trim(finding.message));
    out.place = place_of(finding.source, finding.range);
    out.place.definition = finding.definition;
    out.place.definition_kind = finding.definition_kind;
    auto line = static_cast<std::size_t>(out.place.region.start_line);
    const auto& hashes = facts_of(finding.source).hashes;
    if (line >= 1 && line <= hashes.size()) out.line_hash = hashes[line - 1];
    // Without secrets here too: a weak password can be found out from the fingerprint that is made of this.
    std::size_t length = finding.range.end - finding.range.begin;
    out.matched_text = facts_of(finding.source).shown.substr(finding.range.begin, length);
    std::string_view matched = std::string_view(result_.tree.sources[finding.source].text).substr(finding.range.begin, length);
    if (secret_rules_.contains(finding.rule_id)) out.message = mask_message(out.message, matched);
    if (finding.fix) out.fixes.push_back({"Replace the matched code", {{out.place.path, out.place.region, *finding.fix}}});
    if (finding.suppression) {
      sarif::Suppression suppression;
      suppression.kind = sarif::SuppressionKind::InSource;
      suppression.status = sarif::SuppressionStatus::Accepted;
      if (!finding.suppression->justification.empty()) suppression.justification = finding.suppression->justification;
      out.suppressions.push_back(std::move(suppression));
    }
    if (!finding.trace.empty()) out.flows.push_back(flow_of(finding));
    return out;
  }

  sarif::FlowInput flow_of(const Finding& finding) {
    sarif::FlowInput flow;
    for (const TraceStep& step : finding.trace) {
      sarif::StepInput input;
      input.place = place_of(step.source, step.range);
      input.place.message = step.message;
      flow.steps.push_back(std::move(input));
    }
    return flow;
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
  std::map<std::uint32_t, FileFacts> files_;
  std::set<std::string_view> secret_rules_;
  std::map<std::uint32_t, std::vector<ByteRange>> secrets_;  // by SourceId
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

}  // namespace sluice
