// What the assessments found, each thing once, against the deadlines.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "gate/model.h"
#include "gate/tracked.h"
#include "gate/vex.h"

namespace sluice::gate {
namespace {

// That the candidate does not have it is shown by a report of the same tool on the candidate that did not break off.
bool is_shown_fixed(const MergedVulnerability& merged, const GateInput& input) {
  return std::ranges::all_of(merged.witnesses, [&](const Witness& witness) {
    return std::ranges::any_of(input.assessments, [&](const Assessment& one) { return one.report.format == witness.format && !one.is_incomplete(); });
  });
}

std::string subject_of(const Vulnerability& one) {
  std::string subject = display_id(one);
  if (!one.component.name.empty()) {
    subject += " in " + one.component.name;
    if (!one.component.versions.empty()) subject += " " + one.component.versions[0];
  } else if (!one.title.empty() && one.title != subject) {
    subject += ": " + one.title;
  }
  return subject;
}

std::string where_of(const Vulnerability& one) {
  const Asset& asset = one.asset;
  if (!one.location.file.empty())
    return one.location.line ? fmt::format("{}:{}", one.location.file, one.location.line) : one.location.file;
  if (!asset.url.empty()) return asset.url;
  if (!asset.image.empty()) return asset.image;
  std::string where = asset.host.empty() ? asset.ip : asset.host;
  if (asset.port) where += fmt::format(" {}/{}", asset.protocol.empty() ? "port" : asset.protocol, *asset.port);
  return where.empty() ? one.component.path : where;
}

constexpr std::size_t kMaxRemedy = 160;

std::string remedy_of(const Vulnerability& one) {
  if (!one.component.fixed_version.empty())
    return fmt::format("update {} to {}", one.component.name.empty() ? "it" : one.component.name, one.component.fixed_version);
  std::string line = to_valid_utf8(trim(split(trim(one.remediation), '\n')[0]));
  if (line.empty()) return "fix it or take out what it is in; the report names no fixed version";
  if (line.size() <= kMaxRemedy) return line;
  std::size_t blank = line.rfind(' ', kMaxRemedy);
  return line.substr(0, blank == std::string::npos ? kMaxRemedy : blank) + " ...";
}

std::optional<Environment> environment_of(const Vulnerability& one, const ScoreChoice& choice, const Environments& environments) {
  const AssetEnvironment* entry = choice.rating ? environments.find(one.asset, one.component) : nullptr;
  if (!entry) return std::nullopt;
  std::optional<Score> with = score_in(*entry, one.ratings[*choice.rating].vector);
  return with ? std::optional(Environment{entry->id, *choice.score, *with}) : std::nullopt;
}

// What nobody can fix is in a component of which no report knows a version without it. Of
// everything else somebody can: by a setting, an update of the host, a change of the code.
bool is_fixable(const Vulnerability& one) { return one.component.name.empty() || !one.component.fixed_version.empty(); }

Facts facts_of(const MergedVulnerability& merged, const GateInput& input, bool with_scope) {
  const Vulnerability& one = merged.vulnerability;
  auto is_in = [&](const auto& known) { return std::ranges::any_of(merged.names, [&](const std::string& name) { return known.contains(name); }); };
  Facts facts;
  facts.is_fixable = is_fixable(one);
  facts.epss = one.epss;
  facts.is_exploited = one.known_exploited;
  facts.is_in_baseline = is_in(input.baseline.open) || is_in(input.baseline.suppressed);
  facts.is_suppressed = one.status == VulnerabilityStatus::Suppressed;
  facts.is_suppression_explained = !one.status_reason.empty();
  facts.is_suppression_in_baseline = is_in(input.baseline.suppressed);
  if (with_scope) facts.scope = input.policy.scopes.of(one.location.file.empty() ? one.component.path : one.location.file);
  return facts;
}

Tracked track(const MergedVulnerability& merged, const GateInput& input, bool with_scope) {
  const Vulnerability& one = merged.vulnerability;
  ScoreChoice choice = choose_score(one.ratings);
  Tracked tracked;
  tracked.identity = one.identity;
  tracked.names = merged.names;
  tracked.record_as = !one.ids.cve.empty() ? one.ids.cve[0] : !one.ids.ghsa.empty() ? one.ids.ghsa[0] : one.identity;
  tracked.subject = subject_of(one);
  tracked.where = where_of(one);
  tracked.score = choice.score;
  tracked.band = band_of(one, input.policy.deadlines.thresholds);
  if (choice.rating) tracked.vector = one.ratings[*choice.rating].vector;
  tracked.severest = choice.score ? choice.score : severest_of(one.severity);
  tracked.environment = environment_of(one, choice, input.environments);
  tracked.rating = choice.score ? choice.why : fmt::format("no score, rated {} by the tool", to_string(one.severity));
  tracked.id = display_id(one);
  tracked.rule = one.ids.rule;
  tracked.component = &one.component;
  tracked.path = one.location.file.empty() ? one.component.path : one.location.file;
  tracked.by_tool = one.first_seen;
  tracked.report_day = merged.report_day;
  tracked.published = one.published;
  tracked.exploited = one.known_exploited;
  if (one.known_exploited) tracked.exploited_by = "the report";
  tracked.epss = one.epss;
  tracked.has_fix = !one.component.fixed_version.empty();
  tracked.remedy = remedy_of(one);
  tracked.facts = facts_of(merged, input, with_scope);
  tracked.is_vulnerability = true;
  return tracked;
}

Reason doubt(const Tracked& tracked, Action action, std::string what, std::string remedy) {
  Reason reason;
  reason.action = action;
  reason.subject = tracked.subject;
  reason.where = tracked.where;
  reason.identity = tracked.identity;
  reason.in_model = tracked.in_model;
  reason.is_known = tracked.is_known;
  reason.what = std::move(what);
  reason.remedy = std::move(remedy);
  return reason;
}

void judge_suppressed(const Deciding& deciding, const Vulnerability& one, Tracked& tracked) {
  Timing timing = start_timing(deciding, tracked);
  // Where somebody of ours signed for it, what the tool waives does not matter.
  if (set_aside_by_waiver(deciding, tracked, &timing)) return;
  ++deciding.decision.counts.suppressed_vulnerabilities;
  std::string why = one.status_reason.empty() ? "without a reason" : "because: " + one.status_reason;
  add_standing(deciding, tracked, State::SuppressedInReport, nullptr, why);
  if (judge_by_clause(deciding, tracked, timing)) return;
  deciding.add(deciding.stage.vulnerabilities.suppressed_in_report,
               doubt(tracked, Action::Judge, "waived inside the report, " + why, "take the waiver out of the tool's configuration and import again"));
}

// A statement of somebody whom the policy trusts clears it.
void set_aside_by_statement(const Deciding& deciding, const VexBook::Statement& statement, const Tracked& tracked) {
  bool is_fixed = statement.said->claim == SuppressionClaim::Fixed;
  const VexDocument& document = *statement.document;
  ++deciding.decision.counts.cleared;
  add_standing(deciding, tracked, is_fixed ? State::Fixed : State::NotAffected, nullptr, fmt::format("{}, {}", document.author, document.file));
  deciding.decision.set_aside.push_back({"statement", std::string(to_string(statement.said->claim)), {document.file}, document.author,
                                         statement.said->status_reason, {}, 0, {}, tracked.subject, tracked.where, tracked.identity, {}});
}

// What is left of its status when the newest statement was heard; nothing: the statement cleared it.
std::optional<VulnerabilityStatus> status_after_statements(const Deciding& deciding, const Vulnerability& one, Tracked& tracked) {
  const VexBook::Statement* statement = deciding.statements.find(tracked, one.asset);
  if (!statement) return one.status;
  if (statement->said->status == VulnerabilityStatus::Suppressed) {
    set_aside_by_statement(deciding, *statement, tracked);
    return std::nullopt;
  }
  std::string_view word = statement->said->status == VulnerabilityStatus::Open ? "affected" : "under investigation";
  tracked.note = fmt::format("stated {} on {} ({})", word, day_text(day_of(statement->when)), statement->document->file);
  // A doubt never makes less of what a tool is sure of; a statement takes a tool's own waiver away.
  return std::min(one.status, statement->said->status);
}

// Where it stands before anything but its reports and statements is asked; nothing: it is judged already.
std::optional<State> state_of(const Deciding& deciding, const MergedVulnerability& merged, Tracked& tracked) {
  const Vulnerability& one = merged.vulnerability;
  if (!merged.in_candidate && is_shown_fixed(merged, deciding.input)) return State::FixedInCandidate;
  if (!merged.in_candidate) tracked.note = "seen on the Active version, and no whole report of the same tool shows that it is gone from this one";
  std::optional<VulnerabilityStatus> status = status_after_statements(deciding, one, tracked);
  if (!status) return std::nullopt;
  tracked.facts.is_suppressed = *status == VulnerabilityStatus::Suppressed;
  if (tracked.facts.is_suppressed) {
    judge_suppressed(deciding, one, tracked);
    return std::nullopt;
  }
  return *status == VulnerabilityStatus::NeedsReview ? State::NeedsReview : State::Open;
}

void judge_open(const Deciding& deciding, const Tracked& tracked, State state, Timing timing, std::set<std::string>& asked) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  ++deciding.decision.counts.vulnerabilities;
  deciding.pass(clauses.suppressed_in_report, "not suppressed");
  if (state != State::NeedsReview) deciding.pass(clauses.needs_review, "the tool is certain");
  else
    deciding.add(clauses.needs_review, doubt(tracked, Action::Judge, "the tool cannot tell whether it is real",
                                             "look at it, and let the report say what came out"));
  DeadlineAnswer answer = judge_deadline(deciding, tracked, std::move(timing), state);
  if (!answer.should_be_recorded) return deciding.pass(clauses.first_seen_unrecorded, "its first day is recorded, or it has no deadline");
  if (!asked.insert(tracked.record_as).second) return;
  Reason record = doubt(tracked, Action::Record, fmt::format("its clock hangs on {}", answer.timing.first_seen_source),
                        fmt::format("write `{}: {}` into the first-seen file", tracked.record_as, day_text(answer.timing.first_seen)));
  record.timing = std::move(answer.timing);
  deciding.add(clauses.first_seen_unrecorded, std::move(record));
}

void judge_one(const Deciding& deciding, std::size_t index, const MergedVulnerability& merged, std::set<std::string>& asked) {
  bool with_scope = std::ranges::any_of(deciding.stage.vulnerability_clauses, [](const VulnerabilityClause& clause) { return clause.terms.needs_scope(); });
  Tracked tracked = track(merged, deciding.input, with_scope);
  tracked.in_model = index;
  std::optional<State> state = state_of(deciding, merged, tracked);
  if (!state) return;
  Timing timing = start_timing(deciding, tracked);
  if (*state == State::FixedInCandidate && timing.band) return judge_fixed_in_candidate(deciding, tracked, timing);
  if (set_aside_by_waiver(deciding, tracked, &timing)) return;
  judge_open(deciding, tracked, *state, std::move(timing), asked);
}

}  // namespace

void judge_vulnerabilities(const Deciding& deciding) {
  std::set<std::string> asked;
  const Model& model = deciding.model;
  for (std::size_t i = 0; i < model.size(); ++i) {
    if (!model.in_assessment(i)) continue;
    MergedVulnerability merged = model.at(i);
    if (!merged.witnesses.empty()) judge_one(deciding, i, merged, asked);
  }
}

}  // namespace sluice::gate
