#include "report/log_outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"
#include "sarif/fingerprint.h"
#include "sarif/uri.h"

namespace sluice {
namespace {

const sarif::PhysicalLocation* place_of(const std::vector<sarif::Location>& locations) {
  return locations.empty() || !locations[0].physical_location ? nullptr : &*locations[0].physical_location;
}

std::string path_of(const sarif::PhysicalLocation* place) {
  return place && place->artifact_location ? to_valid_utf8(sarif::path_from_uri(place->artifact_location->uri)) : "";
}

double score_of(const sarif::ReportingDescriptor* rule) {
  std::string text = rule ? rule->properties.text("security-severity").value_or("") : "";
  double score = 0;
  std::from_chars(text.data(), text.data() + text.size(), score);
  return score >= 0 && score <= 10 ? score : 0;
}

std::string weakness_of(const sarif::ReportingDescriptor* rule) {
  if (rule)
    for (const sarif::Relationship& relationship : rule->relationships)
      if (relationship.target.id.starts_with("CWE-")) return relationship.target.id;
  return "";
}

// Ours, else GitHub's, else the message: logs of other analyzers may lack the first two.
std::string fingerprint_of(const sarif::Result& result) {
  for (std::string_view key : {sarif::kSluiceFingerprint, sarif::kLineHash})
    if (auto text = result.partial_fingerprints.text(key)) return *text;
  return result.message.text;
}

// Our fingerprint holds no path, and foreign ones repeat: the path and a count make it unique.
// With lengths, so that no text can imitate a boundary.
std::string joined(std::initializer_list<std::string_view> texts) {
  std::string out;
  for (std::string_view text : texts) out += fmt::format("{}:{}", text.size(), text);
  return out;
}

std::string identity_key(const LogFinding& finding) { return joined({finding.result->rule_id, finding.path, fingerprint_of(*finding.result)}); }

LogNote to_note(const sarif::Notification& notification) {
  LogNote note{notification.level.value_or(sarif::Level::Warning), {}, {}, {}, to_valid_utf8(notification.message.text), 0};
  const sarif::PhysicalLocation* place = place_of(notification.locations);
  if (notification.descriptor) note.code = to_valid_utf8(notification.descriptor->id);
  if (notification.associated_rule) note.rule_id = to_valid_utf8(notification.associated_rule->id);
  note.path = path_of(place);
  if (place && place->region) note.line = place->region->start_line;
  return note;
}

void add_coverage(const sarif::Invocation& invocation, LogCoverage& coverage) {
  const std::pair<std::string_view, std::int64_t*> facts[] = {
      {"sluice/filesDiscovered", &coverage.discovered}, {"sluice/filesScanned", &coverage.scanned}, {"sluice/filesSkipped", &coverage.skipped},
      {"sluice/filesIgnored", &coverage.ignored},       {"sluice/linesScanned", &coverage.lines},   {"sluice/rulesRun", &coverage.rules}};
  for (const auto& [name, member] : facts)
    if (auto number = invocation.properties.number(name)) *member += static_cast<std::int64_t>(*number);
}

void count(const LogFinding& finding, LogCounts& counts) {
  if (finding.is_suppressed) {
    ++counts.suppressed;
    return;
  }
  if (finding.level == sarif::Level::Error) ++counts.errors;
  else if (finding.level == sarif::Level::Warning) ++counts.warnings;
  else ++counts.notes;
  ++(finding.is_news() ? counts.fresh : counts.known);
}

std::string counted(std::int64_t number, std::string_view noun) { return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s"); }

}  // namespace

LogFinding outline_of(const sarif::Run& run, const sarif::Result& result) {
  LogFinding finding{&run, &result, sarif::find_rule(run, result), sarif::effective_level(run, result), 0, {}, {}, {}, 0, false, {}};
  const sarif::PhysicalLocation* place = place_of(result.locations);
  finding.score = score_of(finding.rule);
  finding.path = path_of(place);
  finding.cwe = weakness_of(finding.rule);
  if (place && place->region) finding.region = *place->region;
  finding.is_suppressed = sarif::is_suppressed(result);
  finding.baseline = result.baseline_state;
  // A mere shift of lines is `updated`: for readers it is the same finding.
  if (finding.baseline == sarif::BaselineState::Updated) finding.baseline = sarif::BaselineState::Unchanged;
  return finding;
}

bool is_told(const sarif::Result& result) {
  return result.kind.value_or(sarif::Kind::Fail) == sarif::Kind::Fail && result.baseline_state != sarif::BaselineState::Absent;
}

std::string LogFinding::identity() const { return sha256_hex(joined({identity_key(*this), std::to_string(repetition)})); }

namespace {

void add_findings(const sarif::Run& run, unsigned jobs, LogOutline& out) {
  std::vector<const sarif::Result*> told;
  for (const sarif::Result& result : *run.results) {
    out.has_baseline = out.has_baseline || result.baseline_state.has_value();
    if (is_told(result)) told.push_back(&result);
  }
  std::size_t first = out.findings.size();
  out.findings.resize(first + told.size());
  for_each_index(told.size(), jobs, [&] { return [&](std::size_t i) { out.findings[first + i] = outline_of(run, *told[i]); }; });
}

void count_repetitions(std::vector<LogFinding>& findings, unsigned jobs) {
  std::vector<std::string> keys(findings.size());
  for_each_index(findings.size(), jobs, [&] { return [&](std::size_t i) { keys[i] = identity_key(findings[i]); }; });
  std::unordered_map<std::string_view, std::uint32_t> seen;  // only looked up: its order is not seen
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i].repetition = seen[keys[i]]++;
}

}  // namespace

LogOutline outline(const sarif::Log& log, unsigned jobs) {
  LogOutline out;
  for (const sarif::Run& run : log.runs) {
    out.is_complete = out.is_complete && sarif::is_complete(run);
    for (const sarif::Invocation& invocation : run.invocations) {
      add_coverage(invocation, out.coverage);
      for (const auto* list : {&invocation.tool_execution_notifications, &invocation.tool_configuration_notifications})
        for (const sarif::Notification& notification : *list) {
          out.notes.push_back(to_note(notification));
          out.coverage.cut += out.notes.back().code == kFlowCut;
        }
    }
    if (run.results) add_findings(run, jobs, out);
  }
  count_repetitions(out.findings, jobs);
  for (const LogFinding& finding : out.findings) count(finding, out.counts);
  return out;
}

std::vector<const LogFinding*> worst_first(const LogOutline& outline) {
  std::vector<const LogFinding*> list;
  for (const LogFinding& finding : outline.findings) list.push_back(&finding);
  std::ranges::stable_sort(list, [](const LogFinding* a, const LogFinding* b) {
    return a->level != b->level ? a->level > b->level : a->score > b->score;
  });
  return list;
}

std::string_view level_word(sarif::Level level) { return sarif::to_string(level); }

std::string counts_line(const LogOutline& outline) {
  const LogCounts& counts = outline.counts;
  std::string line = fmt::format("{}, {}, {}", counted(counts.errors, "error"), counted(counts.warnings, "warning"), counted(counts.notes, "note"));
  if (counts.suppressed > 0) line += fmt::format("; {} suppressed", counts.suppressed);
  if (outline.has_baseline) line += fmt::format("; since the baseline: {} new, {} unchanged", counts.fresh, counts.known);
  return line;
}

std::string coverage_line(const LogOutline& outline) {
  const LogCoverage& coverage = outline.coverage;
  return fmt::format("{} of {} scanned ({}) with {}; {} skipped, {} ignored{}{}", coverage.scanned, counted(coverage.discovered, "file"),
                     counted(coverage.lines, "line"), counted(coverage.rules, "rule"), coverage.skipped, coverage.ignored,
                     coverage.cut > 0 ? fmt::format("; data not followed through all of {}", counted(coverage.cut, "function")) : "",
                     outline.is_complete ? "" : "; the analysis is incomplete");
}

std::string place_text(const LogFinding& finding) {
  if (finding.region.start_line <= 0) return finding.path;
  if (finding.region.start_column <= 0) return fmt::format("{}:{}", finding.path, finding.region.start_line);
  return fmt::format("{}:{}:{}", finding.path, finding.region.start_line, finding.region.start_column);
}

std::string justification(const LogFinding& finding) {
  if (finding.result->suppressions)
    for (const sarif::Suppression& suppression : *finding.result->suppressions)
      if (suppression.status.value_or(sarif::SuppressionStatus::Accepted) == sarif::SuppressionStatus::Accepted) return suppression.justification;
  return "";
}

std::vector<std::string_view> code_spans(std::string_view text) {
  if (std::ranges::count(text, '`') % 2 != 0) return {text};
  return split(text, '`');
}

}  // namespace sluice
