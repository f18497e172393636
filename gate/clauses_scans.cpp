// Which scans must be there, and that those which are there ended well.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "gate/clauses.h"

namespace sluice::gate {
namespace {

using checklists::Scan;
using checklists::ScanRun;

Reason missing(std::string subject, std::string where, std::string what, std::string remedy) {
  Reason reason;
  reason.action = Action::Provide;
  reason.subject = std::move(subject);
  reason.where = std::move(where);
  reason.what = std::move(what);
  reason.remedy = std::move(remedy);
  reason.is_incomplete = true;
  return reason;
}

std::string why_stale(const ScanRun& run, int max_age_days, Date as_of) {
  if (!run.ended) return "the report does not say when the scan ran";
  Date day = day_of(*run.ended);
  if (day > as_of) return fmt::format("the scan is dated {}, after the day of this decision", day_text(day));
  auto age = (as_of - day).count();
  if (age <= max_age_days) return {};
  return fmt::format("the scan of {} is {} days old, at most {} are allowed", day_text(day), age, max_age_days);
}

std::string why_thin(const ScanRun& run, int min_percent) {
  std::optional<int> percent = checklists::coverage_percent(run);
  if (!percent) return "the report does not say how many files were scanned";
  if (*percent >= min_percent) return {};
  return fmt::format("only {} % of the files were scanned, at least {} % are asked for", *percent, min_percent);
}

std::string why_other_commit(const ScanRun& run, const std::string& commit) {
  if (run.revision.empty()) return "the report does not say which commit was scanned";
  if (run.revision.starts_with(commit) || (run.revision.size() >= 7 && commit.starts_with(run.revision))) return {};
  return fmt::format("commit {:.12} was scanned, the release is {:.12}", run.revision, commit);
}

// A run whose rules were not about a weakness has not looked for it, whatever its results say.
std::string why_not_looked(const ScanRun& run, const std::vector<int>& cwes) {
  std::vector<int> missing;
  for (int cwe : cwes)
    if (std::ranges::none_of(run.rules, [&](const checklists::ScanRule& rule) { return std::ranges::binary_search(rule.cwes, cwe); }))
      missing.push_back(cwe);
  if (missing.empty()) return {};
  return fmt::format("no rule of it looks for CWE-{}", fmt::join(missing, ", CWE-"));
}

// Everything that keeps a run from satisfying the clause. That it failed is told by
// judge_incomplete, once, whether or not a clause asks for its tool.
std::vector<std::string> why_not(const ScanRun& run, const ScanClause& clause, const GateInput& input) {
  std::vector<std::string> reasons;
  auto note = [&](std::string reason) {
    if (!reason.empty()) reasons.push_back(std::move(reason));
  };
  if (!run.incomplete.empty()) note("its run is not complete");
  if (clause.max_age_days) note(why_stale(run, *clause.max_age_days, input.as_of));
  if (clause.min_coverage_percent) note(why_thin(run, *clause.min_coverage_percent));
  if (!clause.cwes.empty()) note(why_not_looked(run, clause.cwes));
  if (clause.same_commit) note(why_other_commit(run, input.release.commit));
  return reasons;
}

void judge_required(const Deciding& deciding, const ScanClause& clause) {
  std::string tools = fmt::format("{}", fmt::join(clause.tools, " or "));
  std::string remedy = fmt::format("scan the release's commit with {} and give the report with --sarif", tools);
  std::vector<Reason> reasons;
  for (const Scan& scan : deciding.input.scans)
    for (const ScanRun& run : scan.runs) {
      auto is_this = [&](const std::string& tool) { return checklists::same_name(tool, run.tool); };
      if (!std::ranges::any_of(clause.tools, is_this)) continue;
      std::vector<std::string> why = why_not(run, clause, deciding.input);
      if (why.empty()) return deciding.pass(clause.clause, fmt::format("satisfied by {}", scan.file));
      reasons.push_back(missing("scan `" + clause.id + "` by " + run.tool, scan.file, fmt::format("{}", fmt::join(why, "; ")), remedy));
    }
  if (reasons.empty()) reasons.push_back(missing("scan `" + clause.id + "`", "", "no report of " + tools + " was given", remedy));
  for (Reason& reason : reasons) deciding.add(clause.clause, std::move(reason));
}

constexpr std::size_t kMaxShown = 3;

std::string shown(const std::vector<std::string>& reasons) {
  std::vector<std::string> first(reasons.begin(), reasons.begin() + static_cast<std::ptrdiff_t>(std::min(kMaxShown, reasons.size())));
  std::string text = fmt::format("{}", fmt::join(first, "; "));
  return reasons.size() > kMaxShown ? fmt::format("{}; and {} more", text, reasons.size() - kMaxShown) : text;
}

void judge_incomplete(const Deciding& deciding) {
  constexpr std::string_view kRemedy = "mend what the report names and run it again; until then nothing it does not show is shown to be absent";
  for (const Scan& scan : deciding.input.scans)
    for (const ScanRun& run : scan.runs)
      if (run.incomplete.empty()) deciding.pass(deciding.stage.incomplete_scan, "ended well");
      else
        deciding.add(deciding.stage.incomplete_scan, missing("run of " + run.tool, scan.file, shown(run.incomplete), std::string(kRemedy)));
  for (const Assessment& assessment : deciding.input.assessments)
    if (!assessment.is_incomplete()) deciding.pass(deciding.stage.incomplete_scan, "ended well");
    else
      deciding.add(deciding.stage.incomplete_scan, missing("assessment by " + assessment.report.tool, assessment.report.file,
                                                           shown(assessment.why_incomplete()), std::string(kRemedy)));
}

}  // namespace

void judge_scans(const Deciding& deciding) {
  for (const ScanClause& clause : deciding.stage.scans) judge_required(deciding, clause);
  judge_incomplete(deciding);
}

}  // namespace sluice::gate
