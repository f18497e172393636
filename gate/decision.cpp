#include "gate/decision.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "gate/clauses.h"
#include "gate/explanation.h"
#include "gate/links.h"
#include "gate/model.h"
#include "gate/rating_book.h"
#include "gate/vex.h"
#include "gate/waiver_book.h"

namespace sluice::gate {
namespace {

std::string about(const checklists::Scan& scan) {
  std::string text;
  for (const checklists::ScanRun& run : scan.runs) {
    if (!text.empty()) text += "; ";
    text += run.tool + (run.tool_version.empty() ? "" : " " + run.tool_version);
    if (run.ended) text += ", " + day_text(day_of(*run.ended));
    text += fmt::format(", {} result{}, {}", run.results.size(), run.results.size() == 1 ? "" : "s",
                        run.incomplete.empty() ? "complete" : "NOT complete");
  }
  return text;
}

std::string about(const Assessment& assessment) {
  const ImportedReport& report = assessment.report;
  std::string text = report.tool.empty() ? report.format : report.tool;
  if (!report.tool_version.empty()) text += " " + report.tool_version;
  if (assessment.ended) text += ", " + day_text(day_of(*assessment.ended));
  std::size_t count = report.found();
  return text + fmt::format(", {} finding{} of {} items, {}", count, count == 1 ? "" : "s", report.items,
                            assessment.is_incomplete()                           ? "NOT complete"
                            : report.completeness == Completeness::Complete ? "complete"
                                                                            : "completeness not told");
}

void list_risk_evidence(const GateInput& input, std::vector<EvidenceFile>& files);

std::vector<EvidenceFile> list_evidence(const GateInput& input) {
  std::vector<EvidenceFile> files;
  files.push_back({"policy", input.policy.file, input.policy.sha256, input.policy.id + " " + input.policy.version});
  for (const PolicyFile& base : input.policy.bases)
    files.push_back({"policy", base.file, base.sha256, fmt::format("{} {}, which the policy extends", base.id, base.version)});
  files.push_back({"release", input.release.file, input.release.sha256, input.release.product + " " + input.release.version});
  if (!input.first_seen.file.empty())
    files.push_back({"first-seen", input.first_seen.file, input.first_seen.sha256, fmt::format("{} recorded", input.first_seen.days.size())});
  if (!input.ledger_days.file.empty())
    files.push_back({"ledger", input.ledger_days.file, input.ledger_days.sha256, fmt::format("{} first-seen days", input.ledger_days.days.size())});
  if (!input.baseline.file.empty())
    files.push_back({"baseline", input.baseline.file, input.baseline.sha256, fmt::format("{} known", input.baseline.open.size() + input.baseline.suppressed.size())});
  for (const checklists::Scan& scan : input.scans) files.push_back({"scan", scan.file, scan.sha256, about(scan)});
  for (const Assessment& one : input.assessments) files.push_back({"assessment", one.report.file, one.report.digest, about(one)});
  for (const Assessment& one : input.active_assessments)
    files.push_back({"active-assessment", one.report.file, one.report.digest, about(one)});
  for (const checklists::Evaluation& one : input.checklists)
    files.push_back({"checklist", one.checklist.file, one.checklist.sha256, one.checklist.id + " " + one.checklist.version});
  for (const checklists::Answers& one : input.answers)
    files.push_back({"answers", one.file, one.sha256, fmt::format("{} answered, for release {}", one.list.size(), one.release)});
  list_risk_evidence(input, files);
  return files;
}

void list_risk_evidence(const GateInput& input, std::vector<EvidenceFile>& files) {
  const TrustFile& trust = input.allowed_signers;
  if (!trust.file.empty()) files.push_back({"allowed-signers", trust.file, trust.sha256, fmt::format("{} signers", trust.signers)});
  for (const WaiverFile& one : input.waivers.files) files.push_back({"waivers", one.file, one.sha256, fmt::format("{} waivers", one.count)});
  for (const VexDocument& one : input.vex)
    files.push_back({"vex", one.file, one.sha256, fmt::format("{} statements of {}, {}", one.statements.size(), one.author.empty() ? "nobody named" : one.author, day_text(day_of(one.time)))});
  const RatingEvents& events = input.ratings;
  if (!events.file.empty())
    files.push_back({"ratings", events.file, events.sha256, fmt::format("{} re-ratings, {} vendor fixes", events.re_ratings.size(), events.vendor_fixes.size())});
  if (!input.environments.file.empty())
    files.push_back({"environment", input.environments.file, input.environments.sha256, fmt::format("{} kinds of assets", input.environments.list.size())});
  if (input.kev)
    files.push_back({"kev", input.kev->file, input.kev->sha256, fmt::format("version {}, {}, {} exploited", input.kev->version, day_text(input.kev->released), input.kev->listed.size())});
  if (input.epss)
    files.push_back({"epss", input.epss->file, input.epss->sha256, fmt::format("model {}, {}, {} scores", input.epss->model, day_text(input.epss->scored), input.epss->scores.size())});
}

// Smaller stands earlier.
// Texts by reference: a hundred thousand reasons are compared two million times.
auto order_of(const Reason& reason) {
  constexpr Date kNever = Date::max();
  int score = reason.timing && reason.timing->score ? reason.timing->score->tenths : -1;
  Date due = reason.timing && reason.timing->due ? *reason.timing->due : kNever;
  auto key = std::tuple(-static_cast<int>(reason.effect), static_cast<int>(reason.action), due, -score, static_cast<int>(reason.part));
  return std::tuple_cat(key, std::tie(reason.subject, reason.where, reason.clause.name, reason.what, reason.identity));
}

auto order_of_set_aside(const SetAside& one) {
  Date due = one.timing && one.timing->due ? *one.timing->due : Date::max();
  return std::tuple(due, one.subject, one.where, one.identity, one.by, one.id);
}

Verdict verdict_of(const Decision& decision) {
  if (decision.count(Effect::Hold) > 0) return Verdict::Hold;
  return decision.count(Effect::Condition) > 0 ? Verdict::GoWithConditions : Verdict::Go;
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::Go: return "go";
    case Verdict::GoWithConditions: return "go-with-conditions";
    case Verdict::Hold: return "hold";
  }
  return "";
}

std::string_view to_string(Action action) {
  switch (action) {
    case Action::Provide: return "provide";
    case Action::Fix: return "fix";
    case Action::Rate: return "rate";
    case Action::Judge: return "judge";
    case Action::Answer: return "answer";
    case Action::Record: return "record";
    case Action::Plan: return "plan";
  }
  return "";
}

std::size_t Decision::count(Effect effect) const {
  return static_cast<std::size_t>(std::ranges::count(reasons, effect, &Reason::effect));
}

void Accounts::open(const Clause& clause, std::string_view looks_at) {
  Account& account = entries_[&clause].account;
  account.clause = clause;
  account.looks_at = looks_at;
}

Accounts::Entry& Accounts::of(const Clause& clause) {
  auto found = entries_.find(&clause);
  if (found != entries_.end()) return found->second;
  Entry& entry = made_[{clause.place, clause.name}];
  entry.account.clause = clause;
  return entry;
}

void Accounts::decided(const Clause& clause) {
  Account& account = of(clause).account;
  ++account.looked_at;
  ++account.decided;
}

void Accounts::why_not(const Clause& clause, std::string_view reason) {
  Entry& entry = of(clause);
  ++entry.account.looked_at;
  for (auto& [text, count] : entry.why_not)
    if (text == reason) return void(++count);
  entry.why_not.emplace_back(reason, 1);
}

std::vector<Account> Accounts::take() {
  std::vector<Account> all;
  auto take_one = [&](Entry& entry) {
    entry.account.why_not.insert(entry.why_not.begin(), entry.why_not.end());
    all.push_back(std::move(entry.account));
  };
  for (auto& [clause, entry] : entries_) take_one(entry);
  for (auto& [key, entry] : made_) take_one(entry);
  std::ranges::sort(all, {}, [](const Account& one) { return std::tuple(one.clause.place, one.clause.name); });
  return all;
}

bool Deciding::is_known(const Facts& facts) const {
  return stage.mode.mode == Mode::Ratchet && !is_new(facts, stage.new_since, input.release);
}

void Deciding::add(const Clause& clause, Reason reason) const {
  accounts.decided(clause);
  reason.effect = clause.effect;
  reason.clause = clause;
  bool only_told = stage.mode.mode == Mode::ReportOnly || (stage.mode.mode == Mode::Ratchet && reason.is_known);
  if (only_told && clause.effect != Effect::Report) {
    reason.without_mode = clause.effect;
    reason.effect = Effect::Report;
  }
  decision.reasons.push_back(std::move(reason));
}

namespace {

void open_accounts(const StagePolicy& stage, Accounts& accounts) {
  accounts.open(stage.incomplete_scan, "runs and assessments");
  const VulnerabilityClauses& own = stage.vulnerabilities;
  accounts.open(own.overdue, "things with a deadline");
  accounts.open(own.overdue_at_ship_date, "things with a deadline");
  accounts.open(own.unrated, "open vulnerabilities and findings on the clock");
  accounts.open(own.needs_review, "open vulnerabilities");
  accounts.open(own.suppressed_in_report, "vulnerabilities");
  accounts.open(own.first_seen_unrecorded, "vulnerabilities with a deadline");
  accounts.open(own.fixed_in_candidate, "vulnerabilities of the Active version");
  accounts.open(own.statement_untrusted, "statements that would clear something");
  accounts.open(own.re_rating_void, "rating events");
  const WaiverClauses& waivers = stage.waivers;
  for (const Clause* clause : {&waivers.over_broad, &waivers.not_allowed, &waivers.unsigned_, &waivers.expired, &waivers.void_, &waivers.unused})
    accounts.open(*clause, "waivers");
  if (own.open_at_or_above) accounts.open(own.open_at_or_above->clause, "rated things");
  for (const VulnerabilityClause& one : stage.vulnerability_clauses) accounts.open(one.clause, "vulnerabilities");
  for (const FindingClause& one : stage.findings) accounts.open(one.clause, "results");
  for (const ScanClause& one : stage.scans) accounts.open(one.clause, "runs");
  for (const AssessmentClause& one : stage.assessments) {
    for (const Clause* clause : {&one.clause, &one.same_version, &one.same_environment, &one.after_deployment}) accounts.open(*clause, "assessments");
    if (one.known_complete) accounts.open(*one.known_complete, "assessments");
    if (one.credentialed) accounts.open(*one.credentialed, "assessments");
  }
  for (const ChecklistClause& one : stage.checklists) {
    accounts.open(one.missing, "checklists");
    for (const Clause* clause : {&one.fail, &one.open, &one.review}) accounts.open(*clause, "checklist items");
  }
}

constexpr std::size_t kEchoesTold = 3;
constexpr std::size_t kLongestTitle = 60;

// A sentence of a message is no name in another one.
std::string short_name(const Vulnerability& one) {
  bool is_short = !one.component.name.empty() || one.title.size() <= kLongestTitle;
  return is_short ? name_of(one) : display_id(one);
}

void tell_echoes(const Model& model, Decision& decision) {
  if (std::ranges::none_of(decision.reasons, [](const Reason& reason) { return reason.in_model.has_value(); })) return;
  Links links(model);
  std::unordered_map<std::size_t, Echo> made;
  auto echo_of = [&](std::size_t index) -> const Echo& {
    auto [known, is_new] = made.try_emplace(index);
    if (!is_new) return known->second;
    Vulnerability other = model.at(index).vulnerability;
    known->second = {other.identity, short_name(other), place_of(other), {}};
    return known->second;
  };
  for (Reason& reason : decision.reasons) {
    // What is only to be written down has another reason beside it, or none that matters.
    if (!reason.in_model || reason.action == Action::Record) continue;
    LinkList found = links.of(*reason.in_model, kEchoesTold);
    reason.more_echoes = found.more;
    for (Link& link : found.list) {
      reason.echoes.push_back(echo_of(link.other));
      reason.echoes.back().why = std::move(link.why);
    }
  }
}

}  // namespace

Decision decide(const GateInput& input, std::vector<Standing>* standings) {
  const StagePolicy* stage = input.policy.find_stage(input.stage);
  SLUICE_ASSERT(stage, "whoever reads the input checks that the policy has the stage");
  Decision decision;
  decision.stage = input.stage;
  decision.as_of = input.as_of;
  decision.release = input.release;
  decision.policy_id = input.policy.id;
  decision.policy_version = input.policy.version;
  decision.mode = stage->mode;
  decision.due_soon_days = input.policy.deadlines.due_soon_days;
  decision.evidence = list_evidence(input);
  Accounts accounts;
  open_accounts(*stage, accounts);
  WaiverBook waivers(input.waivers, input.policy.risk, input.release.version, input.as_of);
  VexBook statements(input.vex, input.policy.vex, input.release, input.as_of);
  RatingBook ratings(input.ratings, input.policy.risk, input.as_of);
  Model model(input.assessments, input.scans, input.active_assessments);
  Deciding deciding{input, *stage, model, decision, accounts, waivers, statements, ratings, standings};
  auto judge = [&](Part part, void (*clauses)(const Deciding&)) {
    std::size_t first = decision.reasons.size();
    clauses(deciding);
    for (std::size_t i = first; i < decision.reasons.size(); ++i) decision.reasons[i].part = part;
  };
  judge(Part::Scans, judge_scans);
  judge(Part::Assessments, judge_assessments);
  judge(Part::Vulnerabilities, judge_feeds);
  judge(Part::Vulnerabilities, judge_vulnerabilities);
  judge(Part::Findings, judge_findings);
  judge(Part::Checklists, judge_checklists);
  judge(Part::Waivers, judge_waivers);
  decision.accounts = accounts.take();
  tell_echoes(model, decision);
  std::ranges::sort(decision.reasons, {}, order_of);
  std::ranges::sort(decision.set_aside, {}, order_of_set_aside);
  decision.verdict = verdict_of(decision);
  return decision;
}

ExitCode exit_code(const Decision& decision) {
  if (decision.verdict != Verdict::Hold) return ExitCode::Ok;
  bool is_incomplete = std::ranges::any_of(
      decision.reasons, [](const Reason& reason) { return reason.effect == Effect::Hold && reason.is_incomplete; });
  return is_incomplete ? ExitCode::Incomplete : ExitCode::Blocked;
}

}  // namespace sluice::gate
