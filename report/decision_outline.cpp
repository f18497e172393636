#include "report/decision_outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace sluice::report {
namespace {

using namespace gate;

std::vector<Entry> merge_places(const std::vector<const Reason*>& reasons) {
  std::vector<Entry> entries;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> index;
  for (const Reason* reason : reasons) {
    auto [known, is_new] = index.emplace(std::tuple(reason->subject, reason->what, reason->remedy, reason->clause.name), entries.size());
    if (is_new) entries.push_back({reason, {}});
    if (!reason->where.empty()) entries[known->second].places.push_back(reason->where);
  }
  for (Entry& entry : entries) {
    std::ranges::sort(entry.places);
    entry.places.erase(std::ranges::unique(entry.places).begin(), entry.places.end());
  }
  return entries;
}

}  // namespace

std::vector<Group> outline(const Decision& decision) {
  std::vector<Group> groups;
  // Reasons are sorted by effect and action already.
  for (auto at = decision.reasons.begin(); at != decision.reasons.end();) {
    Group group{at->effect, at->action, {}, 0};
    std::vector<const Reason*> same;
    for (; at != decision.reasons.end() && at->effect == group.effect && at->action == group.action; ++at) same.push_back(&*at);
    group.reasons = same.size();
    group.entries = merge_places(same);
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<NextAction> actions_to_go(const Decision& decision) {
  std::vector<NextAction> actions;
  std::map<std::tuple<Action, std::string, std::string>, std::size_t> index;
  for (const Reason& reason : decision.reasons) {
    if (reason.effect != Effect::Hold) continue;
    // An update clears whatever it says of however many things; a change of code clears one place.
    std::string about = reason.remedy.starts_with("update ") ? "" : reason.subject + "\n" + reason.where;
    auto [known, is_new] = index.emplace(std::tuple(reason.action, reason.remedy, about), actions.size());
    if (is_new) actions.push_back({&reason, 0});
    ++actions[known->second].reasons;
  }
  std::ranges::stable_sort(actions, std::ranges::greater(), &NextAction::reasons);
  return actions;
}

std::string decided_line(const Decision& decision) {
  std::vector<std::string> clauses;
  for (const Reason& reason : decision.reasons) {
    std::string text = clause_text(reason.clause);
    if (reason.effect == Effect::Hold && std::ranges::find(clauses, text) == clauses.end()) clauses.push_back(std::move(text));
  }
  if (clauses.empty()) return {};
  std::string line = "Decided by " + clauses[0];
  if (clauses.size() > 1) line += " and " + counted(clauses.size() - 1, "more clause");
  std::size_t actions = actions_to_go(decision).size();
  return line + fmt::format("; {} turn{} it to go", counted(actions, "action"), actions == 1 ? "s" : "");
}

std::string mode_line(const Decision& decision) {
  if (decision.mode.mode == Mode::Block) return {};
  auto kept = std::ranges::count_if(decision.reasons, [](const Reason& reason) { return reason.without_mode == Effect::Hold; });
  std::string what = decision.mode.mode == Mode::ReportOnly ? "everything is told and nothing holds" : "what was there before is told, what is new counts";
  return fmt::format("Mode {} ({}): {}; {} would hold in mode block", to_string(decision.mode.mode), clause_text({"mode", decision.mode.place, {}, false}),
                     what, counted(static_cast<std::size_t>(kept), "more reason"));
}

std::string mode_note(const Reason& reason, Mode mode) {
  if (!reason.without_mode) return {};
  return fmt::format("{} without `mode: {}`", *reason.without_mode == Effect::Hold ? "holds" : "a condition", to_string(mode));
}

std::string account_line(const Account& account) {
  std::string line = fmt::format("looked at {}, decided {}", account.looked_at, account.decided);
  if (!account.looks_at.empty()) line = fmt::format("looked at {} {}, decided {}", account.looked_at, account.looks_at, account.decided);
  if (account.looked_at == 0) return "there was nothing to look at";
  std::string separator = "; not: ";
  for (const auto& [why, count] : account.why_not) {
    line += fmt::format("{}{} {}", separator, count, why);
    separator = ", ";
  }
  return line;
}

std::size_t entries_on_one_page(Effect effect) { return effect == Effect::Hold ? 6 : 3; }

std::string_view verdict_word(Verdict verdict) {
  switch (verdict) {
    case Verdict::Go: return "GO";
    case Verdict::GoWithConditions: return "GO WITH CONDITIONS";
    case Verdict::Hold: return "HOLD";
  }
  return "";
}

std::string verdict_sentence(const Decision& decision) {
  std::string what = fmt::format("{} {}", decision.release.product, decision.release.version);
  switch (decision.verdict) {
    case Verdict::Go: return fmt::format("{} may pass stage {}", what, decision.stage);
    case Verdict::GoWithConditions:
      return fmt::format("{} may pass stage {} when {} met", what, decision.stage,
                         decision.count(Effect::Condition) == 1 ? "one condition is" : fmt::format("{} conditions are", decision.count(Effect::Condition)));
    case Verdict::Hold:
      return fmt::format("{} may not pass stage {}: {} it", what, decision.stage,
                         decision.count(Effect::Hold) == 1 ? "one reason holds" : fmt::format("{} reasons hold", decision.count(Effect::Hold)));
  }
  return what;
}

std::string_view effect_title(Effect effect) {
  switch (effect) {
    case Effect::Hold: return "What holds it";
    case Effect::Condition: return "Conditions";
    case Effect::Report: return "Good to know";
  }
  return "";
}

std::string_view action_title(Action action) {
  switch (action) {
    case Action::Provide: return "Provide evidence (what is missing here may hide more)";
    case Action::Fix: return "Fix";
    case Action::Rate: return "Rate";
    case Action::Judge: return "Look at";
    case Action::Answer: return "Answer and sign";
    case Action::Record: return "Write down";
    case Action::Plan: return "Plan";
  }
  return "";
}

std::string counted(std::size_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

std::string clause_text(const Clause& clause) {
  // The stage is told above, the policy's path below: here the file's name and the key are enough.
  std::string file = clause.place.file.substr(clause.place.file.rfind('/') + 1);
  std::string_view name = clause.name;
  if (name.starts_with("stages.")) name.remove_prefix(std::min(name.size(), name.find('.', 7) + 1));
  return fmt::format("{}:{} {}{}", file, clause.place.line, name, clause.is_default ? " (default)" : "");
}

std::string band_title(Band band) {
  std::string name(gate::to_string(band));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string deadline_note(const Decision& decision) {
  std::string note = fmt::format("due soon: within {}", counted(static_cast<std::size_t>(decision.due_soon_days), "day"));
  return decision.release.ship_date ? fmt::format("{}; ship date: {}", note, day_text(*decision.release.ship_date)) : note + "; no ship date";
}

std::string results_line(const Counts& counts) {
  auto of = [&](sarif::Level level) { return counts.results[static_cast<std::size_t>(level)]; };
  std::string line = fmt::format("{}, {}, {}", counted(of(sarif::Level::Error), "error"), counted(of(sarif::Level::Warning), "warning"),
                                 counted(of(sarif::Level::Note), "note"));
  if (counts.suppressed_results) line += fmt::format("; {} suppressed", counts.suppressed_results);
  if (counts.undecided_results) line += fmt::format("; {} undecided", counts.undecided_results);
  return line;
}

std::string checklist_line(const Counts& counts) {
  auto of = [&](sarif::Kind kind) { return counts.checklist_items[static_cast<std::size_t>(kind)]; };
  std::size_t all = 0;
  for (std::size_t count : counts.checklist_items) all += count;
  if (all == 0) return {};
  return fmt::format("{} pass, {} fail, {} could not be decided, {} to be answered, {} not applicable", of(sarif::Kind::Pass),
                     of(sarif::Kind::Fail), of(sarif::Kind::Open), of(sarif::Kind::Review), of(sarif::Kind::NotApplicable));
}

std::string echoes_sentence(const Reason& reason, std::size_t most) {
  if (reason.echoes.empty()) return {};
  std::string text = "Linked with ";
  std::size_t told = std::min(most, reason.echoes.size());
  for (std::size_t i = 0; i < told; ++i) {
    const Echo& echo = reason.echoes[i];
    text += fmt::format("{}{}{}{} ({})", i ? "; " : "", echo.name, echo.where.empty() ? "" : ", at ", echo.where, echo.why);
  }
  std::size_t more = reason.echoes.size() - told + reason.more_echoes;
  return more ? text + fmt::format("; and {} more", more) : text;
}

std::string set_aside_sentence(const SetAside& one) {
  std::string text = one.by == "waiver" ? fmt::format("accepted by {} until {} (waiver {}, risk {}{})", one.who, one.until ? day_text(*one.until) : "", one.id,
                                                      one.level, one.renewals ? fmt::format(", renewed {}", counted(static_cast<std::size_t>(one.renewals), "time")) : "")
                                        : fmt::format("stated {} by {}", one.id, one.who);
  if (one.timing && one.timing->due) text += fmt::format(", due {}", day_text(*one.timing->due));
  return fmt::format("{}: {} [{}]", text, one.why, to_string(one.place));
}

std::string places_text(const Entry& entry) {
  std::string text;
  std::size_t shown = std::min(kPlacesShown, entry.places.size());
  for (std::size_t i = 0; i < shown; ++i) text += (i ? ", " : "") + entry.places[i];
  if (entry.places.size() > shown) text += fmt::format(" and {} more", entry.places.size() - shown);
  return text;
}

}  // namespace sluice::report
