// What the assessments found, each thing once, against the deadlines.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "gate/model.h"
#include "gate/tracked.h"

namespace sluice::gate {
namespace {

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

Tracked track(const MergedVulnerability& merged, const BandThresholds& thresholds) {
  const Vulnerability& one = merged.vulnerability;
  ScoreChoice choice = choose_score(one.ratings);
  Tracked tracked;
  tracked.identity = one.identity;
  tracked.names = merged.names;
  tracked.record_as = !one.ids.cve.empty() ? one.ids.cve[0] : !one.ids.ghsa.empty() ? one.ids.ghsa[0] : one.identity;
  tracked.subject = subject_of(one);
  tracked.where = where_of(one);
  tracked.score = choice.score;
  tracked.band = band_of(one, thresholds);
  tracked.rating = choice.score ? choice.why : fmt::format("no score, rated {} by the tool", to_string(one.severity));
  tracked.by_tool = one.first_seen;
  tracked.report_day = merged.report_day;
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

void judge_one(const Deciding& deciding, const MergedVulnerability& merged, std::set<std::string>& asked) {
  const VulnerabilityClauses& clauses = deciding.stage.vulnerabilities;
  const Vulnerability& one = merged.vulnerability;
  Tracked tracked = track(merged, deciding.input.policy.deadlines.thresholds);
  if (one.status == VulnerabilityStatus::Suppressed) {
    ++deciding.decision.counts.suppressed_vulnerabilities;
    std::string why = one.status_reason.empty() ? "without a reason" : "because: " + one.status_reason;
    deciding.add(clauses.suppressed_in_report,
                 doubt(tracked, Action::Judge, "waived inside the report, " + why,
                       "take the waiver out of the tool's configuration and import again"));
    return;
  }
  ++deciding.decision.counts.vulnerabilities;
  if (one.status == VulnerabilityStatus::NeedsReview)
    deciding.add(clauses.needs_review, doubt(tracked, Action::Judge, "the tool cannot tell whether it is real",
                                             "look at it, and let the report say what came out"));
  DeadlineAnswer answer = judge_deadline(deciding, tracked);
  if (!answer.should_be_recorded || !asked.insert(tracked.record_as).second) return;
  Reason record = doubt(tracked, Action::Record, fmt::format("its clock hangs on {}", answer.timing.first_seen_source),
                        fmt::format("write `{}: {}` into the first-seen file", tracked.record_as, day_text(answer.timing.first_seen)));
  record.timing = std::move(answer.timing);
  deciding.add(clauses.first_seen_unrecorded, std::move(record));
}

}  // namespace

void judge_vulnerabilities(const Deciding& deciding) {
  std::set<std::string> asked;
  Model model(deciding.input.assessments, deciding.input.scans);
  for (std::size_t i = 0; i < model.size(); ++i)
    if (model.in_assessment(i)) judge_one(deciding, model.at(i), asked);
}

}  // namespace sluice::gate
