// The results of the analyzers, against the clauses that name levels, weaknesses and baselines.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

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

std::optional<Score> score_of(const checklists::ScanResult& result) {
  return result.severity_tenths ? std::optional(Score{static_cast<std::uint8_t>(*result.severity_tenths)}) : std::nullopt;
}

Tracked track(const checklists::ScanRun& run, const checklists::ScanResult& result, const BandThresholds& thresholds, Facts facts) {
  Tracked tracked;
  tracked.facts = facts;
  tracked.identity = tracked.record_as = result.identity;
  tracked.names = {result.identity};
  tracked.subject = result.rule + cwe_text(result);
  tracked.where = where_of(result);
  tracked.score = score_of(result);
  if (tracked.score) tracked.band = band_of(*tracked.score, thresholds);
  tracked.id = tracked.rule = result.rule;
  tracked.path = result.file;
  tracked.severest = tracked.score ? tracked.score : severest_of(result.level);
  tracked.exploited = result.is_exploited;
  if (result.is_exploited) tracked.exploited_by = "the report";
  tracked.epss = result.epss;
  tracked.has_fix = result.has_fixed_version;
  tracked.rating = "security-severity of the rule";
  tracked.by_tool = result.first_seen;
  if (run.ended) tracked.report_day = day_of(*run.ended);
  tracked.remedy = "fix it: " + first_line(result.message);
  return tracked;
}

bool is_in_baseline(const checklists::ScanResult& result) {
  return result.baseline && *result.baseline != sarif::BaselineState::New;
}

// What takes time is found out only where a clause asks for it, and of a path once.
struct Wanted {
  bool first_seen = false, scope = false;
  std::unordered_map<std::string, Scope> scopes;  // by path
};

Wanted wanted_by(const StagePolicy& stage) {
  Wanted wanted;
  wanted.first_seen = stage.mode.mode == Mode::Ratchet && stage.new_since.kind != NewSince::Kind::Baseline;
  for (const FindingClause& one : stage.findings) {
    wanted.first_seen |= one.terms.needs_first_seen();
    wanted.scope |= one.terms.needs_scope();
  }
  return wanted;
}

Scope scope_of(const std::string& path, const ScopeGlobs& globs, Wanted& wanted) {
  auto [known, is_new] = wanted.scopes.try_emplace(path, Scope::Product);
  if (is_new) known->second = globs.of(path);
  return known->second;
}

Facts facts_of(const Deciding& deciding, const checklists::ScanRun& run, const checklists::ScanResult& result, Wanted& wanted) {
  Facts facts;
  facts.is_fixable = !result.is_in_component || result.has_fixed_version;
  facts.score = score_of(result);
  facts.is_rated = facts.score.has_value();
  facts.epss = result.epss;
  facts.is_exploited = result.is_exploited;
  // Tools that report on components name their rules after the vulnerability.
  const GateInput& input = deciding.input;
  if (input.kev)
    if (auto listed = input.kev->find(result.rule); listed && *listed <= input.as_of) facts.is_exploited = true;
  if (input.epss && input.epss->scored <= input.as_of)
    if (auto score = input.epss->find(result.rule); score && (!facts.epss || *score > *facts.epss)) facts.epss = score;
  facts.is_in_baseline = is_in_baseline(result);
  facts.is_suppressed = result.suppressed;
  facts.is_suppression_explained = result.suppression_explained;
  facts.is_suppression_in_baseline = result.suppression_known;
  if (wanted.scope) facts.scope = scope_of(result.file, deciding.input.policy.scopes, wanted);
  if (!wanted.first_seen) return facts;
  std::optional<Date> report_day = run.ended ? std::optional(day_of(*run.ended)) : std::nullopt;
  facts.first_seen = start_clock({result.identity}, result.first_seen, report_day, deciding.input.first_seen, deciding.input.as_of).first_seen;
  return facts;
}

Reason reason(const checklists::ScanRun& run, const checklists::ScanResult& result, const FindingClause& clause) {
  Reason value;
  value.action = result.suppressed ? Action::Judge : Action::Fix;
  value.subject = result.rule + cwe_text(result);
  value.where = where_of(result);
  value.identity = result.identity;
  std::string_view state = result.baseline ? sarif::to_string(*result.baseline) : "";
  value.what = fmt::format("{} of {}{}{}", sarif::to_string(result.level), run.tool, state.empty() ? "" : ", ", state);
  if (result.severity_tenths) value.what += fmt::format(", severity {}", to_string(Score{static_cast<std::uint8_t>(*result.severity_tenths)}));
  if (result.suppressed) value.what += result.suppression_explained ? ", suppressed" : ", suppressed without a reason";
  value.what += clause.clause.effect == Effect::Report ? "" : fmt::format("; `{}` does not let it pass", clause.id);
  value.remedy = (result.suppressed ? "take the suppression back, or have it accepted: " : "fix it: ") + first_line(result.message);
  return value;
}

// The analyzer leaves it to a person (SARIF 2.1.0, 3.27.9: `open` and `review`).
bool is_undecided(const checklists::ScanResult& result) {
  bool is_question = result.kind == sarif::Kind::Open || result.kind == sarif::Kind::Review;
  return is_question && !result.suppressed && result.baseline != sarif::BaselineState::Absent;
}

void count(Counts& counts, const checklists::ScanResult& result) {
  counts.undecided_results += is_undecided(result);
  counts.suppressed_results += result.suppressed;
  if (checklists::is_open(result)) ++counts.results[static_cast<std::size_t>(result.level)];
}

// Passed results and those that are gone are no finding, whatever a clause asks.
bool is_there(const checklists::ScanResult& result) {
  return result.kind == sarif::Kind::Fail && result.baseline != sarif::BaselineState::Absent;
}

// The first clause that means the result decides: a policy reads from top to bottom.
void judge(const Deciding& deciding, const checklists::ScanRun& run, const checklists::ScanResult& result, Wanted& wanted) {
  if (deciding.stage.findings.empty() || !is_there(result)) return;
  Facts facts = facts_of(deciding, run, result, wanted);
  bool is_decided = false;
  for (const FindingClause& finding : deciding.stage.findings) {
    if (is_decided) {
      deciding.pass(finding.clause, kEarlierClause);
      continue;
    }
    std::string_view unmet = finding.when.first_unmet(run, result);
    if (unmet.empty()) unmet = first_unmet(finding.terms, facts, deciding.term_context());
    if (!unmet.empty()) {
      deciding.pass(finding.clause, unmet);
      continue;
    }
    Tracked tracked = track(run, result, deciding.input.policy.deadlines.thresholds, facts);
    if (finding.on_the_clock) {
      deciding.pass(finding.clause, "left to the deadline");
      Timing timing = start_timing(deciding, tracked);
      if (!set_aside_by_waiver(deciding, tracked, &timing)) judge_deadline(deciding, tracked, std::move(timing));
    } else if (set_aside_by_waiver(deciding, tracked, nullptr)) {
      deciding.pass(finding.clause, kWaived);
    } else {
      Reason why = reason(run, result, finding);
      if (!tracked.note.empty()) why.what += "; " + tracked.note;
      why.is_known = deciding.is_known(facts);
      deciding.add(finding.clause, std::move(why));
    }
    is_decided = true;
  }
}

void judge_undecided(const Deciding& deciding, const checklists::ScanRun& run, const checklists::ScanResult& result, Wanted& wanted) {
  const Clause& clause = deciding.stage.undecided_results;
  Facts facts = facts_of(deciding, run, result, wanted);
  Tracked tracked = track(run, result, deciding.input.policy.deadlines.thresholds, facts);
  if (set_aside_by_waiver(deciding, tracked, nullptr)) return deciding.pass(clause, kWaived);
  Reason value;
  value.action = Action::Judge;
  value.subject = tracked.subject;
  value.where = tracked.where;
  value.identity = tracked.identity;
  value.what = fmt::format("{} leaves it to a person (kind `{}`): it cannot tell whether this is a weakness", run.tool, sarif::to_string(result.kind));
  if (!tracked.note.empty()) value.what += "; " + tracked.note;
  value.remedy = "look at it, and let the log say what came out: " + first_line(result.message);
  value.is_known = deciding.is_known(facts);
  deciding.add(clause, std::move(value));
}

}  // namespace

void judge_findings(const Deciding& deciding) {
  // The same result may stand in two logs (a merged one and its part): it counts once.
  std::map<std::string, int> seen;
  Wanted wanted = wanted_by(deciding.stage);
  for (const checklists::Scan& scan : deciding.input.scans) {
    std::map<std::string, int> here;
    for (const checklists::ScanRun& run : scan.runs)
      for (const checklists::ScanResult& result : run.results) {
        std::string key = fmt::format("{}\n{}\n{}:{}", run.tool, result.identity, result.file, result.line);
        if (++here[key] <= seen[key]) continue;
        seen[key] = here[key];
        count(deciding.decision.counts, result);
        if (is_undecided(result)) judge_undecided(deciding, run, result, wanted);
        else judge(deciding, run, result, wanted);
      }
  }
}

}  // namespace sluice::gate
