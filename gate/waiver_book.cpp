#include "gate/waiver_book.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "checklists/glob.h"
#include "gate/identity.h"
#include "gate/signed_text.h"

namespace sluice::gate {
namespace {

// The same day of the next year; of a leap day the day before it.
Date a_year_after(Date day) {
  std::chrono::year_month_day date(day);
  date += std::chrono::years{1};
  return date.ok() ? Date(date) : Date(date.year() / date.month() / std::chrono::last);
}

bool has(const std::vector<std::string>& list, std::string_view one) { return std::ranges::find(list, one) != list.end(); }

// What the policy says against it; empty: nothing.
std::string against_policy(const Waiver& waiver, const RiskPolicy& risk) {
  if (!risk.place) return "the policy has no `risk`: nobody may accept one";
  auto unknown = [](std::string_view word, std::string_view what, const std::vector<std::string>& words) {
    return fmt::format("`{}` is no {} of the policy, which has {}", word, what, fmt::join(words, ", "));
  };
  if (!has(risk.likelihood, waiver.likelihood)) return unknown(waiver.likelihood, "likelihood", risk.likelihood);
  if (!has(risk.impact, waiver.impact)) return unknown(waiver.impact, "impact", risk.impact);
  const RiskLevel& level = *risk.level_of(waiver.likelihood, waiver.impact);
  if (level.name != waiver.level)
    return fmt::format("{} and {} are level `{}` in the policy's matrix; `{}` is written", waiver.likelihood, waiver.impact, level.name, waiver.level);
  if (level.roles.empty()) return fmt::format("nobody may accept a risk of level `{}`", level.name);
  if (!has(level.roles, waiver.role))
    return fmt::format("a risk of level `{}` is accepted by {}, not by {}", level.name, fmt::join(level.roles, " or "), waiver.role);
  auto term = (waiver.expires - waiver.approved).count();
  if (term > level.max_days) return fmt::format("it is for {} days; at level `{}` {} are allowed", term, level.name, level.max_days);
  return {};
}

// What is wrong with it whatever the policy says; empty: nothing.
std::string against_reason(const Waiver& waiver, Date as_of) {
  if (same_person(waiver.author, waiver.approver)) return fmt::format("`{}` wrote and approved it: two persons are needed", waiver.approver);
  if (waiver.approved > as_of) return fmt::format("it is approved on {}, which is not yet", day_text(waiver.approved));
  if (waiver.expires < waiver.approved) return fmt::format("it expires on {}, before it is approved", day_text(waiver.expires));
  if (waiver.expires > a_year_after(waiver.approved))
    return fmt::format("it expires on {}, more than a year after its approval on {}", day_text(waiver.expires), day_text(waiver.approved));
  return {};
}

std::string against_signature(const Waiver& waiver) {
  if (!waiver.signer) return waiver.signature_problem;
  const Signer& signer = *waiver.signer;
  if (!same_person(signer.principal, waiver.approver)) return fmt::format("it is signed by {}, and `{}` is to approve it", signer.principal, waiver.approver);
  if (!has(signer.roles, waiver.role)) return fmt::format("{} may not sign as {}", signer.principal, waiver.role);
  return {};
}

bool fits_component(const WaiverScope& scope, const Tracked& thing) {
  if (scope.component.empty()) return true;
  if (!thing.component) return false;
  const Component& component = *thing.component;
  bool is_it = component.name == scope.component || (!component.purl.empty() && purl_without_version(component.purl) == purl_without_version(scope.component));
  if (!is_it) return false;
  // Of a package that is there in several versions each one must be covered.
  return !scope.component_versions || (!component.versions.empty() && std::ranges::all_of(component.versions, [&](const std::string& version) {
           return scope.component_versions->contains(version);
         }));
}

bool covers(const WaiverScope& scope, const Tracked& thing) {
  auto is_name_of = [&](const std::string& name) { return has(thing.names, name); };
  if (!scope.ids.empty() && std::ranges::none_of(scope.ids, is_name_of)) return false;
  if (!scope.fingerprints.empty() && std::ranges::none_of(scope.fingerprints, is_name_of)) return false;
  if (!scope.rules.empty() && !has(scope.rules, thing.rule)) return false;
  if (!scope.paths.empty() && std::ranges::none_of(scope.paths, [&](const std::string& glob) { return checklists::glob_matches(glob, thing.path); })) return false;
  return fits_component(scope, thing);
}

constexpr std::size_t kNamed = 3;

std::string some_of(const std::vector<std::string>& list) {
  std::size_t shown = std::min(kNamed, list.size());
  std::string text = fmt::format("{}", fmt::join(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return list.size() > shown ? text + fmt::format(" and {} more", list.size() - shown) : text;
}

}  // namespace

std::string_view to_string(WaiverTrouble trouble) {
  constexpr std::string_view kNames[] = {"over-broad", "not-allowed", "unsigned", "expired", "void", "unused"};
  return kNames[static_cast<std::size_t>(trouble)];
}

int renewals(const Waiver& waiver, const Waivers& all) {
  int count = 0;
  for (const Waiver* at = &waiver; !at->previous.empty() && count <= static_cast<int>(all.list.size()); ++count) {
    auto found = std::ranges::find(all.list, at->previous, &Waiver::id);
    if (found == all.list.end()) return count + 1;
    at = &*found;
  }
  return count;
}

bool is_history(const Waiver& waiver, const Waivers& all, Date as_of) {
  return waiver.expires < as_of && std::ranges::find(all.list, waiver.id, &Waiver::previous) != all.list.end();
}

std::vector<WaiverProblem> check_waiver(const Waiver& waiver, const Waivers& all, const RiskPolicy& risk, Date as_of) {
  std::vector<WaiverProblem> problems;
  if (is_history(waiver, all, as_of)) return problems;
  auto tell = [&](WaiverTrouble trouble, std::string what, std::string remedy) {
    if (!what.empty()) problems.push_back({&waiver, trouble, std::move(what), std::move(remedy)});
  };
  tell(WaiverTrouble::OverBroad, over_broad(waiver.covers), "let it cover what the risk decision was about, and nothing else");
  tell(WaiverTrouble::NotAllowed, against_reason(waiver, as_of), "have the risk decided again");
  tell(WaiverTrouble::NotAllowed, against_policy(waiver, risk), "have the risk decided again, as the policy says");
  if (int count = renewals(waiver, all); risk.max_renewals && count > *risk.max_renewals)
    tell(WaiverTrouble::NotAllowed, fmt::format("it is renewal {} of the same risk; {} are allowed", count, *risk.max_renewals), "fix what it covers");
  tell(WaiverTrouble::Unsigned, against_signature(waiver), fmt::format("have {} sign what `sluice waivers to-sign {}` prints", waiver.approver, waiver.id));
  if (waiver.expires < as_of)
    tell(WaiverTrouble::Expired, fmt::format("it expired on {}", day_text(waiver.expires)), "take it out; if the risk is still there, have it decided again");
  return problems;
}

WaiverBook::WaiverBook(const Waivers& waivers, const RiskPolicy& risk, std::string_view product_version, Date as_of) {
  for (const Waiver& waiver : waivers.list) {
    const WaiverScope& scope = waiver.covers;
    for (const auto* keys : {&scope.ids, &scope.fingerprints, &scope.rules})
      for (const std::string& key : *keys) index_[key].push_back(entries_.size());
    if (!scope.component.empty()) index_[purl_without_version(scope.component)].push_back(entries_.size());
    bool is_asked = waiver.product_versions.contains(product_version) && !is_history(waiver, waivers, as_of);
    entries_.push_back({&waiver, check_waiver(waiver, waivers, risk, as_of), is_asked, false, {}, {}});
  }
}

WaiverBook::Answer WaiverBook::ask(Entry& entry, const Tracked& thing) {
  const Waiver& waiver = *entry.waiver;
  entry.is_used = true;
  auto refuse = [&](std::string because) {
    return Answer{nullptr, fmt::format("waiver {} does not count: {}", waiver.id, because)};
  };
  if (!entry.problems.empty()) return refuse(entry.problems.front().what);
  std::string because;
  if (!thing.severest) because = "what it covers has no score and no word that could be compared with its maximum";
  else if (*thing.severest > waiver.max_score)
    because = fmt::format("it holds up to {}, and this is {}", to_string(waiver.max_score),
                          thing.score ? to_string(*thing.score) : fmt::format("up to {} by its word", to_string(*thing.severest)));
  else if (thing.exploited) because = fmt::format("this is known to be exploited ({})", thing.exploited_by);
  if (because.empty()) return {&waiver, {}};
  if (entry.void_for.empty()) entry.void_because = because;
  if (!has(entry.void_for, thing.subject)) entry.void_for.push_back(thing.subject);
  return refuse(because);
}

WaiverBook::Answer WaiverBook::find(const Tracked& thing) {
  if (index_.empty()) return {};
  std::vector<std::size_t> candidates;
  auto look_up = [&](std::string_view key) {
    if (auto found = index_.find(key); found != index_.end()) candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  };
  for (const std::string& name : thing.names) look_up(name);
  look_up(thing.rule);
  if (thing.component) {
    look_up(thing.component->name);
    if (!thing.component->purl.empty()) look_up(purl_without_version(thing.component->purl));
  }
  std::ranges::sort(candidates);
  candidates.erase(std::ranges::unique(candidates).begin(), candidates.end());
  Answer answer;
  for (std::size_t index : candidates) {
    Entry& entry = entries_[index];
    if (!entry.is_for_this_version || !covers(entry.waiver->covers, thing)) continue;
    Answer one = ask(entry, thing);
    if (one.waiver) return one;
    if (answer.note.empty()) answer = std::move(one);
  }
  return answer;
}

std::vector<WaiverProblem> WaiverBook::problems() const {
  std::vector<WaiverProblem> all;
  for (const Entry& entry : entries_) {
    if (!entry.is_for_this_version) continue;
    all.insert(all.end(), entry.problems.begin(), entry.problems.end());
    if (!entry.void_for.empty())
      all.push_back({entry.waiver, WaiverTrouble::Void, fmt::format("void for {}: {}", some_of(entry.void_for), entry.void_because),
                     "fix it, or have the risk decided again for what it is today"});
    if (entry.problems.empty() && !entry.is_used)
      all.push_back({entry.waiver, WaiverTrouble::Unused, "nothing that was found is covered by it", "take it out if the weakness is gone"});
  }
  return all;
}

}  // namespace sluice::gate
