// The results of the analyzers, against the clauses that name levels, weaknesses and baselines.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "gate/tracked.h"

namespace sluice::gate {
namespace {

std::string where_of(const checklists::ScanResult& result) {
  return result.line ? fmt::format("{}:{}", result.file, result.line) : result.file;
}

std::string cwe_text(const checklists::ScanResult& result) {
  return result.cwes.empty() ? "" : fmt::format(" (CWE-{})", result.cwes[0]);
}

constexpr std::size_t kMaxMessage = 200;

// The first line of a message, cut where a word ends.
std::string first_line(const std::string& message) {
  std::string line = message.substr(0, message.find('\n'));
  if (line.size() <= kMaxMessage) return line;
  std::size_t blank = line.rfind(' ', kMaxMessage);
  return line.substr(0, blank == std::string::npos ? kMaxMessage : blank) + " ...";
}

Tracked track(const checklists::ScanRun& run, const checklists::ScanResult& result, const BandThresholds& thresholds) {
  Tracked tracked;
  tracked.identity = tracked.record_as = result.identity;
  tracked.names = {result.identity};
  tracked.subject = result.rule + cwe_text(result);
  tracked.where = where_of(result);
  if (result.severity_tenths) tracked.score = Score{static_cast<std::uint8_t>(*result.severity_tenths)};
  if (tracked.score) tracked.band = band_of(*tracked.score, thresholds);
  tracked.id = tracked.rule = result.rule;
  tracked.path = result.file;
  tracked.severest = tracked.score ? tracked.score : severest_of(result.level);
  tracked.rating = "security-severity of the rule";
  tracked.by_tool = result.first_seen;
  if (run.ended) tracked.report_day = day_of(*run.ended);
  tracked.remedy = "fix it: " + first_line(result.message);
  return tracked;
}

Reason reason(const checklists::ScanRun& run, const checklists::ScanResult& result, const FindingClause& clause) {
  Reason value;
  value.action = Action::Fix;
  value.subject = result.rule + cwe_text(result);
  value.where = where_of(result);
  value.identity = result.identity;
  std::string_view state = result.baseline ? sarif::to_string(*result.baseline) : "";
  value.what = fmt::format("{} of {}{}{}", sarif::to_string(result.level), run.tool, state.empty() ? "" : ", ", state);
  if (result.severity_tenths) value.what += fmt::format(", severity {}", to_string(Score{static_cast<std::uint8_t>(*result.severity_tenths)}));
  value.what += clause.clause.effect == Effect::Report ? "" : fmt::format("; `{}` does not let it pass", clause.id);
  value.remedy = "fix it: " + first_line(result.message);
  return value;
}

void count(Counts& counts, const checklists::ScanResult& result) {
  bool is_undecided = result.kind == sarif::Kind::Open || result.kind == sarif::Kind::Review;
  counts.undecided_results += is_undecided && !result.suppressed;
  counts.suppressed_results += result.suppressed;
  if (checklists::is_open(result)) ++counts.results[static_cast<std::size_t>(result.level)];
}

// The first clause that means the result decides: a policy reads from top to bottom.
void judge(const Deciding& deciding, const checklists::ScanRun& run, const checklists::ScanResult& result) {
  for (const FindingClause& finding : deciding.stage.findings) {
    if (!finding.when.matches(run, result)) continue;
    Tracked tracked = track(run, result, deciding.input.policy.deadlines.thresholds);
    if (finding.on_the_clock) {
      judge_deadline(deciding, std::move(tracked));
    } else if (!set_aside_by_waiver(deciding, tracked, nullptr)) {
      Reason value = reason(run, result, finding);
      if (!tracked.note.empty()) value.what += "; " + tracked.note;
      deciding.add(finding.clause, std::move(value));
    }
    return;
  }
}

}  // namespace

void judge_findings(const Deciding& deciding) {
  // The same result may stand in two logs (a merged one and its part): it counts once.
  std::map<std::string, int> seen;
  for (const checklists::Scan& scan : deciding.input.scans) {
    std::map<std::string, int> here;
    for (const checklists::ScanRun& run : scan.runs)
      for (const checklists::ScanResult& result : run.results) {
        std::string key = fmt::format("{}\n{}\n{}:{}", run.tool, result.identity, result.file, result.line);
        if (++here[key] <= seen[key]) continue;
        seen[key] = here[key];
        count(deciding.decision.counts, result);
        judge(deciding, run, result);
      }
  }
}

}  // namespace sluice::gate
