// What the assessments found, each thing once, against the deadlines.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "gate/tracked.h"
#include "gate/vex.h"

namespace sluice::gate {
namespace {

// One vulnerability as all reports together tell it.
struct Merged {
  Vulnerability vulnerability;
  std::optional<Date> report_day;
  bool is_in_candidate = true;      // false: only the Active version has it
  std::vector<std::string> formats;  // of the reports of the Active version that have it
};

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

bool rating_before(const Rating& a, const Rating& b) {
  if (a.version != b.version) return a.version > b.version;  // a known version before none, the newest first
  if (a.score != b.score) return a.score > b.score;
  return a.source < b.source;
}

// What one tool waives or doubts and another simply reports is open.
void merge_into(Merged& known, const Vulnerability& other, std::optional<Date> report_day) {
  Vulnerability& one = known.vulnerability;
  for (const Rating& rating : other.ratings)
    if (std::ranges::find(one.ratings, rating) == one.ratings.end()) one.ratings.push_back(rating);
  std::ranges::sort(one.ratings, rating_before);
  one.severity = std::max(one.severity, other.severity);
  one.first_seen = earlier(one.first_seen, other.first_seen);
  one.published = earlier(one.published, other.published);
  one.known_exploited = one.known_exploited || other.known_exploited;
  if (other.epss && (!one.epss || *other.epss > *one.epss)) one.epss = other.epss;
  if (one.component.fixed_version.empty()) one.component.fixed_version = other.component.fixed_version;
  one.status = std::min(one.status, other.status);
  known.report_day = earlier(known.report_day, report_day);
}

std::optional<Date> day_of_report(const Assessment& assessment) {
  return assessment.ended ? std::optional(day_of(*assessment.ended)) : std::nullopt;
}

// The Active version is a witness of since when; what it says of status and score is about another version.
void add_active(const std::vector<Assessment>& assessments, std::vector<Merged>& merged, std::map<std::string, std::size_t>& index) {
  for (const Assessment& assessment : assessments)
    for (const Vulnerability& vulnerability : assessment.report.vulnerabilities) {
      if (vulnerability.status == VulnerabilityStatus::Suppressed) continue;
      auto [known, is_new] = index.emplace(vulnerability.identity, merged.size());
      if (is_new) merged.push_back({vulnerability, {}, false, {}});
      Merged& one = merged[known->second];
      if (!one.is_in_candidate && !is_new) merge_into(one, vulnerability, {});
      one.vulnerability.first_seen = earlier(one.vulnerability.first_seen, vulnerability.first_seen);
      one.report_day = earlier(one.report_day, day_of_report(assessment));
      if (!one.is_in_candidate) one.formats.push_back(assessment.report.format);
    }
}

std::vector<Merged> merge_by_identity(const GateInput& input) {
  std::vector<Merged> merged;
  std::map<std::string, std::size_t> index;
  for (const Assessment& assessment : input.assessments)
    for (const Vulnerability& vulnerability : assessment.report.vulnerabilities) {
      auto [known, is_new] = index.emplace(vulnerability.identity, merged.size());
      if (is_new) merged.push_back({vulnerability, day_of_report(assessment), true, {}});
      else merge_into(merged[known->second], vulnerability, day_of_report(assessment));
    }
  add_active(input.active_assessments, merged, index);
  return merged;
}

// That the candidate does not have it is shown by a report of the same tool on the candidate that did not break off.
bool is_shown_fixed(const Merged& merged, const GateInput& input) {
  return std::ranges::all_of(merged.formats, [&](const std::string& format) {
    return std::ranges::any_of(input.assessments, [&](const Assessment& one) { return one.report.format == format && !one.is_incomplete(); });
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

Tracked track(const Merged& merged, const GateInput& input) {
  const Vulnerability& one = merged.vulnerability;
  ScoreChoice choice = choose_score(one.ratings);
  Tracked tracked;
  tracked.identity = one.identity;
  tracked.names = {one.identity};
  tracked.names.insert(tracked.names.end(), one.ids.cve.begin(), one.ids.cve.end());
  tracked.names.insert(tracked.names.end(), one.ids.ghsa.begin(), one.ids.ghsa.end());
  tracked.record_as = tracked.names.size() > 1 ? tracked.names[1] : one.identity;
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
  return tracked;
}

Reason doubt(const Tracked& tracked, Action action, std::string what, std::string remedy) {
  Reason reason;
  reason.action = action;
  reason.subject = tracked.subject;
  reason.where = tracked.where;
  reason.identity = tracked.identity;
  reason.what = std::move(what);
  reason.remedy = std::move(remedy);
  return reason;
}

void judge_suppressed(const Deciding& deciding, const Vulnerability& one, const Tracked& tracked) {
  // Where somebody of ours signed for it, what the tool waives does not matter.
  if (judge_deadline(deciding, tracked, State::SuppressedInReport).as == Judged::Waived) return;
  ++deciding.decision.counts.suppressed_vulnerabilities;
  std::string why = one.status_reason.empty() ? "without a reason" : "because: " + one.status_reason;
  add_standing(deciding, tracked, State::SuppressedInReport, nullptr, why);
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

void judge_one(const Deciding& deciding, const Merged& merged, std::set<std::string>& asked) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  const Vulnerability& one = merged.vulnerability;
  Tracked tracked = track(merged, deciding.input);
  State state = State::Open;
  if (!merged.is_in_candidate) {
    if (is_shown_fixed(merged, deciding.input)) state = State::FixedInCandidate;
    else tracked.note = "seen on the Active version, and no whole report of the same tool shows that it is gone from this one";
  }
  if (state != State::FixedInCandidate) {
    std::optional<VulnerabilityStatus> status = status_after_statements(deciding, one, tracked);
    if (!status) return;
    if (*status == VulnerabilityStatus::Suppressed) return judge_suppressed(deciding, one, tracked);
    if (*status == VulnerabilityStatus::NeedsReview) state = State::NeedsReview;
  }
  DeadlineAnswer answer = judge_deadline(deciding, tracked, state);
  if (answer.as != Judged::Open) return;
  ++deciding.decision.counts.vulnerabilities;
  if (state == State::NeedsReview)
    deciding.add(clauses.needs_review, doubt(tracked, Action::Judge, "the tool cannot tell whether it is real",
                                             "look at it, and let the report say what came out"));
  if (!answer.should_be_recorded || !asked.insert(tracked.record_as).second) return;
  Reason record = doubt(tracked, Action::Record, fmt::format("its clock hangs on {}", answer.timing.first_seen_source),
                        fmt::format("write `{}: {}` into the first-seen file", tracked.record_as, day_text(answer.timing.first_seen)));
  record.timing = std::move(answer.timing);
  deciding.add(clauses.first_seen_unrecorded, std::move(record));
}

}  // namespace

void judge_vulnerabilities(const Deciding& deciding) {
  std::set<std::string> asked;
  for (const Merged& merged : merge_by_identity(deciding.input)) judge_one(deciding, merged, asked);
}

}  // namespace sluice::gate
