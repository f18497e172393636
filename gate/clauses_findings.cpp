// The results of the analyzers, against the clauses that name levels, weaknesses and baselines.
//
// One weakness that several tools or logs tell of (gate/model.h) is judged once. Each of its results is held
// against the clauses, with what all of them say together: the earliest day, the highest score, whether any of
// them was there before. The strongest of the answers counts, so that no second tool makes a finding milder.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "gate/model.h"
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

bool is_in_baseline(const std::optional<sarif::BaselineState>& state) { return state && *state != sarif::BaselineState::New; }

bool is_question(const checklists::ScanResult& result) { return result.kind == sarif::Kind::Open || result.kind == sarif::Kind::Review; }

// What the results of one weakness say together.
struct Together {
  std::size_t index = 0;         // in the model
  std::vector<LogResult> found;  // results of kind `fail`; the others ask a question
  std::optional<int> severity_tenths;
  std::optional<sarif::BaselineState> baseline;  // of any that was there before
  std::optional<double> epss;
  bool is_exploited = false, is_fixable = false, has_fixed_version = false, is_in_component = true;
  std::optional<Date> by_tool, report_day;
};

template <class T>
void keep_greater(std::optional<T>& known, const std::optional<T>& other) {
  if (other && (!known || *other > *known)) known = other;
}

void keep_earlier(std::optional<Date>& known, std::optional<Date> other) {
  if (other && (!known || *other < *known)) known = other;
}

Together join(const Model& model, std::size_t index, const std::vector<LogResult>& all) {
  Together together;
  together.index = index;
  for (const LogResult& one : all) {
    const checklists::ScanResult& result = *one.result;
    if (!is_question(result)) together.found.push_back(one);
    keep_greater(together.severity_tenths, result.severity_tenths);
    keep_greater(together.epss, result.epss);
    if (is_in_baseline(result.baseline)) together.baseline = result.baseline;
    together.is_exploited |= result.is_exploited;
    together.has_fixed_version |= result.has_fixed_version;
    together.is_in_component &= result.is_in_component;
    keep_earlier(together.by_tool, result.first_seen);
    if (one.run->ended) keep_earlier(together.report_day, day_of(*one.run->ended));
  }
  together.is_fixable = !together.is_in_component || together.has_fixed_version;
  // What an assessment saw of it earlier counts, too.
  if (!model.in_assessment(index)) return together;
  MergedVulnerability merged = model.at(index);
  keep_earlier(together.by_tool, merged.vulnerability.first_seen);
  keep_earlier(together.report_day, merged.report_day);
  return together;
}

Facts facts_of(const Deciding& deciding, const Together& together, const checklists::ScanResult& result, Wanted& wanted) {
  Facts facts;
  facts.is_fixable = together.is_fixable;
  if (together.severity_tenths) facts.score = Score{static_cast<std::uint8_t>(*together.severity_tenths)};
  facts.is_rated = facts.score.has_value();
  facts.epss = together.epss;
  facts.is_exploited = together.is_exploited;
  // Tools that report on components name their rules after the vulnerability.
  const GateInput& input = deciding.input;
  if (input.kev)
    if (auto listed = input.kev->find(result.rule); listed && *listed <= input.as_of) facts.is_exploited = true;
  if (input.epss && input.epss->scored <= input.as_of)
    if (auto score = input.epss->find(result.rule); score && (!facts.epss || *score > *facts.epss)) facts.epss = score;
  facts.is_in_baseline = is_in_baseline(together.baseline);
  facts.is_suppressed = result.suppressed;
  facts.is_suppression_explained = result.suppression_explained;
  facts.is_suppression_in_baseline = result.suppression_known;
  if (wanted.scope) facts.scope = scope_of(result.file, deciding.input.policy.scopes, wanted);
  if (!wanted.first_seen) return facts;
  std::vector<std::string> names = deciding.model.names(together.index);
  facts.first_seen = start_clock(names, together.by_tool, together.report_day, deciding.input.first_seen, deciding.input.as_of).first_seen;
  return facts;
}

// What the clauses say of one result: the first that means it decides, as a policy reads from top to bottom.
struct Answer {
  LogResult from;
  Facts facts;
  const FindingClause* clause = nullptr;  // null: none means it
  std::vector<std::string_view> unmet;    // of each clause before it
};

Answer ask(const Deciding& deciding, const Together& together, const LogResult& one, Wanted& wanted) {
  Answer answer{one, facts_of(deciding, together, *one.result, wanted), nullptr, {}};
  checklists::ScanResult joined;
  const checklists::ScanResult* result = one.result;
  if (together.found.size() > 1) {
    joined = *one.result;
    joined.severity_tenths = together.severity_tenths;
    if (together.baseline) joined.baseline = together.baseline;
    result = &joined;
  }
  for (const FindingClause& finding : deciding.stage.findings) {
    std::string_view unmet = finding.when.first_unmet(*one.run, *result);
    if (unmet.empty()) unmet = first_unmet(finding.terms, answer.facts, deciding.term_context());
    if (unmet.empty()) {
      answer.clause = &finding;
      break;
    }
    answer.unmet.push_back(unmet);
  }
  return answer;
}

// The strongest clause that decides at once, and the one that leaves it to the deadline; each may be null.
struct Strongest {
  const Answer* at_once = nullptr;
  const Answer* on_the_clock = nullptr;
  const Answer* first() const { return at_once ? at_once : on_the_clock; }
};

Strongest strongest_of(const std::vector<Answer>& answers) {
  Strongest strongest;
  for (const Answer& one : answers) {
    if (!one.clause) continue;
    if (one.clause->on_the_clock) {
      if (!strongest.on_the_clock) strongest.on_the_clock = &one;
    } else if (!strongest.at_once || one.clause->clause.effect > strongest.at_once->clause->clause.effect) {
      strongest.at_once = &one;
    }
  }
  // What holds at once needs no deadline.
  if (strongest.at_once && strongest.at_once->clause->clause.effect == Effect::Hold) strongest.on_the_clock = nullptr;
  return strongest;
}

// Tools beside the one that the answer is from: "; Other sees it, too".
std::string others_text(const Together& together, const Answer& answer) {
  std::set<std::string> others;
  for (const LogResult& one : together.found) others.insert(one.run->tool);
  others.erase(answer.from.run->tool);
  return others.empty() ? "" : fmt::format("; {} {} it, too", fmt::join(others, ", "), others.size() == 1 ? "sees" : "see");
}

Tracked track(const Deciding& deciding, const Together& together, const Answer& answer) {
  const checklists::ScanResult& result = *answer.from.result;
  Tracked tracked;
  tracked.in_model = together.index;
  tracked.facts = answer.facts;
  tracked.names = deciding.model.names(together.index);
  tracked.identity = tracked.record_as = tracked.names[0];
  tracked.subject = result.rule + cwe_text(result);
  tracked.where = where_of(result);
  tracked.score = answer.facts.score;
  if (tracked.score) tracked.band = band_of(*tracked.score, deciding.input.policy.deadlines.thresholds);
  tracked.id = tracked.rule = result.rule;
  tracked.path = result.file;
  tracked.severest = tracked.score;
  if (!tracked.score)
    for (const LogResult& one : together.found) keep_greater(tracked.severest, severest_of(one.result->level));
  tracked.exploited = together.is_exploited;
  if (tracked.exploited) tracked.exploited_by = "the report";
  tracked.epss = together.epss;
  tracked.has_fix = together.has_fixed_version;
  tracked.rating = "security-severity of the rule";
  tracked.by_tool = together.by_tool;
  tracked.report_day = together.report_day;
  tracked.remedy = "fix it: " + first_line(result.message);
  return tracked;
}

Reason reason(const Together& together, const Answer& answer) {
  const checklists::ScanResult& result = *answer.from.result;
  const FindingClause& clause = *answer.clause;
  Reason value;
  value.action = result.suppressed ? Action::Judge : Action::Fix;
  value.subject = result.rule + cwe_text(result);
  value.where = where_of(result);
  std::string_view state = together.baseline ? sarif::to_string(*together.baseline) : result.baseline ? sarif::to_string(*result.baseline) : "";
  value.what = fmt::format("{} of {}{}{}", sarif::to_string(result.level), answer.from.run->tool, state.empty() ? "" : ", ", state);
  if (answer.facts.score) value.what += fmt::format(", severity {}", to_string(*answer.facts.score));
  if (result.suppressed) value.what += result.suppression_explained ? ", suppressed" : ", suppressed without a reason";
  value.what += clause.clause.effect == Effect::Report ? "" : fmt::format("; `{}` does not let it pass", clause.id);
  value.what += others_text(together, answer);
  value.remedy = (result.suppressed ? "take the suppression back, or have it accepted: " : "fix it: ") + first_line(result.message);
  return value;
}

// A waiver may name it by the rule and path of any of its results.
bool is_waived(const Deciding& deciding, const Together& together, Tracked& tracked, const Timing* timing) {
  if (set_aside_by_waiver(deciding, tracked, timing)) return true;
  for (const LogResult& one : together.found) {
    if (one.result->rule == tracked.rule && one.result->file == tracked.path) continue;
    Tracked other = tracked;
    other.note.clear();
    other.rule = one.result->rule;
    other.path = one.result->file;
    if (set_aside_by_waiver(deciding, other, timing)) return true;
    if (tracked.note.empty()) tracked.note = other.note;
  }
  return false;
}

// What each clause is told to have done with it: decided, or why not.
void account(const Deciding& deciding, const Answer& answer, std::string_view of_the_deciding) {
  for (std::size_t i = 0; i < deciding.stage.findings.size(); ++i) {
    const FindingClause& clause = deciding.stage.findings[i];
    if (i < answer.unmet.size()) deciding.pass(clause.clause, answer.unmet[i]);
    else if (&clause != answer.clause) deciding.pass(clause.clause, kEarlierClause);
    else if (!of_the_deciding.empty()) deciding.pass(clause.clause, of_the_deciding);
  }
}

void judge_found(const Deciding& deciding, const Together& together, const std::vector<Answer>& answers, const std::set<std::string>& set_aside) {
  Strongest strongest = strongest_of(answers);
  // Its deadline is asked for where the assessments are.
  if (deciding.model.in_assessment(together.index) && strongest.on_the_clock) {
    if (!strongest.at_once) return account(deciding, *strongest.on_the_clock, "left to the deadline");
    strongest.on_the_clock = nullptr;
  }
  if (!strongest.first()) return account(deciding, answers[0], {});
  const Answer& first = *strongest.first();
  Tracked tracked = track(deciding, together, first);
  std::optional<Timing> timing;
  if (strongest.on_the_clock) timing = start_timing(deciding, tracked);
  if (set_aside.contains(tracked.identity) || is_waived(deciding, together, tracked, timing ? &*timing : nullptr))
    return account(deciding, first, timing && !strongest.at_once ? "left to the deadline" : kWaived);
  account(deciding, first, strongest.at_once ? "" : "left to the deadline");
  if (strongest.at_once) {
    Reason why = reason(together, first);
    if (!tracked.note.empty()) why.what += "; " + tracked.note;
    why.identity = tracked.identity;
    why.in_model = together.index;
    why.is_known = deciding.is_known(first.facts);
    deciding.add(first.clause->clause, std::move(why));
  }
  if (timing) {
    tracked.note += others_text(together, first);
    judge_deadline(deciding, tracked, *std::move(timing));
  }
}

// A tool that cannot tell is no tool that found nothing.
void judge_question(const Deciding& deciding, const LogResult& one, std::size_t index, Wanted& wanted) {
  const checklists::ScanResult& result = *one.result;
  Together together;
  together.index = index;
  together.baseline = result.baseline;
  Reason value;
  value.action = Action::Judge;
  value.subject = result.rule + cwe_text(result);
  value.where = where_of(result);
  value.what = fmt::format("{} cannot tell whether it is real", one.run->tool);
  value.remedy = "look at it, and let the report say what came out: " + first_line(result.message);
  value.identity = deciding.model.names(index)[0];
  value.in_model = index;
  value.is_known = deciding.is_known(facts_of(deciding, together, result, wanted));
  deciding.add(deciding.stage.vulnerabilities.needs_review, std::move(value));
}

void count(Counts& counts, const std::vector<LogResult>& all) {
  const checklists::ScanResult* worst = nullptr;
  bool is_undecided = false;
  for (const LogResult& one : all) {
    is_undecided |= is_question(*one.result) && !one.result->suppressed;
    if (!checklists::is_open(*one.result)) continue;
    if (!worst || severest_of(one.result->level) > severest_of(worst->level)) worst = one.result;
  }
  if (worst) ++counts.results[static_cast<std::size_t>(worst->level)];
  else if (is_undecided) ++counts.undecided_results;
  else ++counts.suppressed_results;
}

}  // namespace

void judge_findings(const Deciding& deciding) {
  Wanted wanted = wanted_by(deciding.stage);
  std::set<std::string> set_aside;  // among the assessments: whoever did that meant all its witnesses
  for (const SetAside& one : deciding.decision.set_aside) set_aside.insert(one.identity);
  std::vector<Answer> answers;
  for (std::size_t index = 0; index < deciding.model.size(); ++index) {
    std::vector<LogResult> all = deciding.model.results(index);
    if (all.empty()) continue;
    count(deciding.decision.counts, all);
    Together together = join(deciding.model, index, all);
    answers.clear();
    for (const LogResult& one : together.found)
      if (!deciding.stage.findings.empty()) answers.push_back(ask(deciding, together, one, wanted));
    if (!answers.empty()) judge_found(deciding, together, answers, set_aside);
    auto question = std::ranges::find_if(all, [](const LogResult& one) { return is_question(*one.result) && !one.result->suppressed; });
    bool is_sure = std::ranges::any_of(all, [](const LogResult& one) { return checklists::is_open(*one.result); });
    if (question != all.end() && !is_sure && !deciding.model.in_assessment(index)) judge_question(deciding, *question, index, wanted);
  }
}

}  // namespace sluice::gate
