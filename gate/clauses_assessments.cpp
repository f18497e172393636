// Which assessments must be there: recent, of this version, on this sandbox, after it was deployed.
//
// "Of this version on this sandbox" is shown by what the report says of its targets: an
// image or a digest that is the release's build, hosts that are the sandbox's assets.
// A report that says nothing of the kind shows nothing, and the decision says so.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "gate/clauses.h"

namespace sluice::gate {
namespace {

struct Shortcoming {
  const Clause* clause;
  std::string what, remedy;
};

// An image reference or digest that can only be this build or this version.
bool names_version(const std::string& target, const Release& release) {
  return target.find(release.build) != std::string::npos || target.ends_with(":" + release.version);
}

std::string why_other_version(const Assessment& assessment, const Release& release) {
  const std::set<std::string>& targets = assessment.targets;
  if (std::ranges::any_of(targets, [&](const std::string& target) { return names_version(target, release); })) return {};
  // A sandbox that runs this build, assessed by its assets, was assessed with this build.
  bool runs_this = release.sandbox && release.sandbox->build == release.build;
  auto is_asset = [&](const std::string& target) { return std::ranges::find(release.sandbox->assets, target) != release.sandbox->assets.end(); };
  if (runs_this && std::ranges::any_of(targets, is_asset)) return {};
  if (release.sandbox && !runs_this) return fmt::format("sandbox {} runs another build than the release", release.sandbox->name);
  return fmt::format("it could not be shown that version {} was assessed", release.version);
}

std::string why_other_environment(const Assessment& assessment, const Release& release) {
  if (!release.sandbox) return "the release file names no sandbox";
  const std::set<std::string>& targets = assessment.targets;
  std::vector<std::string> missed;
  for (const std::string& asset : release.sandbox->assets)
    if (!targets.contains(asset)) missed.push_back(asset);
  if (release.sandbox->assets.empty()) return fmt::format("the release file lists no assets of sandbox {}", release.sandbox->name);
  if (missed.size() == release.sandbox->assets.size())
    return fmt::format("it could not be shown that sandbox {} was assessed: the report names none of its assets", release.sandbox->name);
  if (!missed.empty()) return fmt::format("of sandbox {} it does not cover {}", release.sandbox->name, fmt::join(missed, ", "));
  return {};
}

std::string why_before_deployment(const Assessment& assessment, const Release& release) {
  if (!release.sandbox) return "the release file does not say when the sandbox was deployed";
  // An assessment can only be newer than a deployment that took place.
  if (release.sandbox->build != release.build)
    return fmt::format("the release's build {:.19} was not deployed on sandbox {}: it runs {:.19}", release.build, release.sandbox->name,
                       release.sandbox->build);
  Instant deployed = release.sandbox->deployed;
  if (!assessment.began) return "it could not be shown that it ran after the deployment: the report has no time";
  if (!assessment.has_hours) {
    Date day = day_of(*assessment.began);
    if (day > day_of(deployed)) return {};
    if (day == day_of(deployed)) return fmt::format("it ran on {}, the day of the deployment, and the report has no readable hour", day_text(day));
  }
  if (*assessment.began > deployed) return {};
  return fmt::format("it began {}, before the deployment at {}", instant_text(*assessment.began), instant_text(deployed));
}

std::string why_stale(const Assessment& assessment, int max_age_days, Date as_of) {
  if (!assessment.ended) return "the report does not say when it ran";
  Date day = day_of(*assessment.ended);
  if (day > as_of) return fmt::format("the assessment is dated {}, after the day of this decision", day_text(day));
  auto age = (as_of - day).count();
  return age <= max_age_days ? "" : fmt::format("it is {} days old, at most {} are allowed", age, max_age_days);
}

// Dates are written `2026-11-20...` or, by Nessus, `202611200215`.
std::optional<Date> day_of_fact(const std::string& text) {
  if (auto day = parse_date(text)) return day;
  bool is_compact = text.size() >= 8 && text.find_first_not_of("0123456789") == std::string::npos;
  return is_compact ? parse_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2)) : std::nullopt;
}

// The oldest of the tool's feeds, as far as the report tells.
std::optional<Date> feed_day(const ImportedReport& report) {
  std::optional<Date> oldest;
  for (const auto& [name, text] : report.facts) {
    bool is_feed = name == "plugin-feed" || name == "feed" || name.starts_with("database");
    std::optional<Date> day = is_feed ? day_of_fact(text) : std::nullopt;
    if (day && (!oldest || *day < *oldest)) oldest = day;
  }
  return oldest;
}

std::string why_stale_feed(const Assessment& assessment, int max_age_days, Date as_of) {
  std::optional<Date> feed = feed_day(assessment.report);
  if (!feed) return "the report does not say how old the tool's vulnerability data was";
  Date ran = assessment.ended ? day_of(*assessment.ended) : as_of;
  auto age = (ran - *feed).count();
  if (age < 0) return fmt::format("the tool's vulnerability data is dated {}, after the assessment", day_text(*feed));
  return age <= max_age_days ? "" : fmt::format("the tool's vulnerability data of {} was {} days old, at most {} are allowed", day_text(*feed), age, max_age_days);
}

std::vector<Shortcoming> shortcomings(const Assessment& assessment, const AssessmentClause& clause, const GateInput& input) {
  std::vector<Shortcoming> found;
  auto note = [&](const Clause& which, std::string what, std::string remedy) {
    if (!what.empty()) found.push_back({&which, std::move(what), std::move(remedy)});
  };
  const Release& release = input.release;
  std::string again = fmt::format("assess version {} on the sandbox again, after deploying it there", release.version);
  if (assessment.is_incomplete()) note(clause.clause, "it is not complete", again);
  if (clause.known_complete && assessment.report.completeness == Completeness::Unknown)
    note(*clause.known_complete, "it could not be shown that it is complete: the report does not say", again);
  if (clause.credentialed && assessment.report.credentialed != true)
    note(*clause.credentialed, "it could not be shown that all hosts were assessed with a login", "assess with credentials");
  if (clause.max_age_days) note(clause.clause, why_stale(assessment, *clause.max_age_days, input.as_of), again);
  if (clause.max_feed_age_days)
    note(clause.clause, why_stale_feed(assessment, *clause.max_feed_age_days, input.as_of), "update the tool's vulnerability data and assess again");
  note(clause.same_version, why_other_version(assessment, release), "deploy the release's build on the sandbox and assess it there");
  note(clause.same_environment, why_other_environment(assessment, release),
       "list the sandbox's assets in the release file as the report names them, and assess all of them");
  note(clause.after_deployment, why_before_deployment(assessment, release), again);
  return found;
}

bool is_asked_for(const Assessment& assessment, const AssessmentClause& clause) {
  return clause.tools.empty() || std::ranges::any_of(clause.tools, [&](const std::string& tool) {
           return checklists::same_name(tool, assessment.report.format) || checklists::same_name(tool, assessment.report.tool);
         });
}

std::size_t holds(const std::vector<Shortcoming>& found) {
  return static_cast<std::size_t>(std::ranges::count_if(found, [](const Shortcoming& one) { return one.clause->effect == Effect::Hold; }));
}

Reason reason(std::string subject, std::string where, std::string what, std::string remedy) {
  Reason value;
  value.action = Action::Provide;
  value.subject = std::move(subject);
  value.where = std::move(where);
  value.what = std::move(what);
  value.remedy = std::move(remedy);
  value.is_incomplete = true;
  return value;
}

// The report that comes nearest to what is asked for decides; what others lack does not matter.
void judge(const Deciding& deciding, const AssessmentClause& clause) {
  const Assessment* nearest_one = nullptr;
  std::vector<Shortcoming> fewest;
  for (const Assessment& assessment : deciding.input.assessments) {
    if (!is_asked_for(assessment, clause)) continue;
    std::vector<Shortcoming> found = shortcomings(assessment, clause, deciding.input);
    bool is_nearer = !nearest_one || std::pair(holds(found), found.size()) < std::pair(holds(fewest), fewest.size());
    if (!is_nearer) continue;
    nearest_one = &assessment;
    fewest = std::move(found);
  }
  std::string subject = "assessment `" + clause.id + "`";
  if (!nearest_one) {
    std::string tools = clause.tools.empty() ? "any tool" : fmt::format("{}", fmt::join(clause.tools, " or "));
    deciding.add(clause.clause, reason(subject, "", "no report of " + tools + " was given",
                                       "assess the release on its sandbox and give the report with --assessment"));
    return;
  }
  auto pass = [&](const Clause& asked) {
    if (std::ranges::none_of(fewest, [&](const Shortcoming& one) { return one.clause == &asked; }))
      deciding.pass(asked, "shown by " + nearest_one->report.file);
  };
  for (const Clause* asked : {&clause.clause, &clause.same_version, &clause.same_environment, &clause.after_deployment}) pass(*asked);
  for (const std::optional<Clause>* asked : {&clause.known_complete, &clause.credentialed})
    if (*asked) pass(**asked);
  for (Shortcoming& one : fewest)
    deciding.add(*one.clause, reason(subject + " by " + nearest_one->report.tool, nearest_one->report.file, std::move(one.what), std::move(one.remedy)));
}

}  // namespace

void judge_assessments(const Deciding& deciding) {
  for (const AssessmentClause& clause : deciding.stage.assessments) judge(deciding, clause);
}

}  // namespace sluice::gate
