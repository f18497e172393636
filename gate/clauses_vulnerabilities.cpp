// What the assessments found, each thing once, against the deadlines.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "gate/tracked.h"

namespace sluice::gate {
namespace {

// One vulnerability as all reports together tell it.
struct Merged {
  Vulnerability vulnerability;
  std::optional<Date> report_day;
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
  one.known_exploited |= other.known_exploited;
  one.epss = std::max(one.epss, other.epss);
  if (one.component.fixed_version.empty()) one.component.fixed_version = other.component.fixed_version;
  one.status = std::min(one.status, other.status);
  known.report_day = earlier(known.report_day, report_day);
}

std::vector<Merged> merge_by_identity(const std::vector<Assessment>& assessments) {
  std::vector<Merged> merged;
  std::map<std::string, std::size_t> index;
  for (const Assessment& assessment : assessments) {
    std::optional<Date> day = assessment.ended ? std::optional(day_of(*assessment.ended)) : std::nullopt;
    for (const Vulnerability& vulnerability : assessment.report.vulnerabilities) {
      auto [known, is_new] = index.emplace(vulnerability.identity, merged.size());
      if (is_new) merged.push_back({vulnerability, day});
      else merge_into(merged[known->second], vulnerability, day);
    }
  }
  return merged;
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

// What nobody can fix is in a component of which no report knows a version without it. Of
// everything else somebody can: by a setting, an update of the host, a change of the code.
bool is_fixable(const Vulnerability& one) { return one.component.name.empty() || !one.component.fixed_version.empty(); }

Facts facts_of(const Vulnerability& one, const GateInput& input, bool with_scope) {
  Facts facts;
  facts.is_fixable = is_fixable(one);
  facts.epss = one.epss;
  facts.is_exploited = one.known_exploited;
  facts.is_in_baseline = input.baseline.open.contains(one.identity) || input.baseline.suppressed.contains(one.identity);
  facts.is_suppressed = one.status == VulnerabilityStatus::Suppressed;
  facts.is_suppression_explained = !one.status_reason.empty();
  facts.is_suppression_in_baseline = input.baseline.suppressed.contains(one.identity);
  if (with_scope) facts.scope = input.policy.scopes.of(one.location.file.empty() ? one.component.path : one.location.file);
  return facts;
}

Tracked track(const Merged& merged, const GateInput& input, bool with_scope) {
  const BandThresholds& thresholds = input.policy.deadlines.thresholds;
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
  tracked.band = band_of(one, thresholds);
  tracked.rating = choice.score ? choice.why : fmt::format("no score, rated {} by the tool", to_string(one.severity));
  tracked.by_tool = one.first_seen;
  tracked.report_day = merged.report_day;
  tracked.remedy = remedy_of(one);
  tracked.facts = facts_of(one, input, with_scope);
  tracked.component = one.component.name;
  tracked.is_vulnerability = true;
  return tracked;
}

Reason doubt(const Tracked& tracked, Action action, std::string what, std::string remedy) {
  Reason reason;
  reason.action = action;
  reason.subject = tracked.subject;
  reason.where = tracked.where;
  reason.identity = tracked.identity;
  reason.is_known = tracked.is_known;
  reason.what = std::move(what);
  reason.remedy = std::move(remedy);
  return reason;
}

void judge_one(const Deciding& deciding, const Merged& merged, std::set<std::string>& asked) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  const Vulnerability& one = merged.vulnerability;
  bool with_scope = std::ranges::any_of(deciding.stage.vulnerability_clauses, [](const VulnerabilityClause& clause) { return clause.terms.needs_scope(); });
  Tracked tracked = track(merged, deciding.input, with_scope);
  Timing timing = start_timing(deciding, tracked);
  if (one.status == VulnerabilityStatus::Suppressed) {
    ++deciding.decision.counts.suppressed_vulnerabilities;
    if (judge_by_clause(deciding, tracked, timing)) return;
    std::string why = one.status_reason.empty() ? "without a reason" : "because: " + one.status_reason;
    deciding.add(clauses.suppressed_in_report,
                 doubt(tracked, Action::Judge, "waived inside the report, " + why,
                       "take the waiver out of the tool's configuration and import again"));
    return;
  }
  ++deciding.decision.counts.vulnerabilities;
  deciding.pass(clauses.suppressed_in_report, "not suppressed");
  if (one.status != VulnerabilityStatus::NeedsReview) deciding.pass(clauses.needs_review, "the tool is certain");
  else
    deciding.add(clauses.needs_review, doubt(tracked, Action::Judge, "the tool cannot tell whether it is real",
                                             "look at it, and let the report say what came out"));
  DeadlineAnswer answer = judge_deadline(deciding, tracked, std::move(timing));
  if (!answer.should_be_recorded) return deciding.pass(clauses.first_seen_unrecorded, "its first day is recorded, or it has no deadline");
  if (!asked.insert(tracked.record_as).second) return;
  Reason record = doubt(tracked, Action::Record, fmt::format("its clock hangs on {}", answer.timing.first_seen_source),
                        fmt::format("write `{}: {}` into the first-seen file", tracked.record_as, day_text(answer.timing.first_seen)));
  record.timing = std::move(answer.timing);
  deciding.add(clauses.first_seen_unrecorded, std::move(record));
}

}  // namespace

void judge_vulnerabilities(const Deciding& deciding) {
  std::set<std::string> asked;
  for (const Merged& merged : merge_by_identity(deciding.input.assessments)) judge_one(deciding, merged, asked);
}

}  // namespace sluice::gate
