#include "gate/rating_book.h"

#include <fmt/format.h>

#include <algorithm>

#include "gate/identity.h"

namespace sluice::gate {
namespace {

bool is_in_component(const SignedEvent& event, const Tracked& thing) {
  if (event.component.empty()) return true;
  if (!thing.component) return false;
  return thing.component->name == event.component ||
         (!thing.component->purl.empty() && purl_without_version(thing.component->purl) == purl_without_version(event.component));
}

// The events of a thing under any of its names, each once.
template <class T>
std::vector<const T*> events_of(const std::map<std::string, std::vector<const T*>, std::less<>>& index, const Tracked& thing) {
  std::vector<const T*> found;
  if (index.empty()) return found;
  for (const std::string& name : thing.names)
    if (auto named = index.find(name); named != index.end())
      for (const T* event : named->second)
        if (is_in_component(*event, thing) && std::ranges::find(found, event) == found.end()) found.push_back(event);
  return found;
}

}  // namespace

RatingBook::RatingBook(const RatingEvents& events, const RiskPolicy& risk, Date as_of) : events_(events), risk_(risk), as_of_(as_of) {
  for (const ReRating& event : events_.re_ratings)
    if (event.on <= as_of) re_ratings_[event.id].push_back(&event);
  for (const VendorFix& event : events_.vendor_fixes)
    if (event.waiting_since <= as_of) vendor_fixes_[event.id].push_back(&event);
}

void RatingBook::refuse(const SignedEvent& event, const Tracked& thing, std::string why) {
  if (std::ranges::find(refused_, &event, &Refused::event) == refused_.end()) refused_.push_back({&event, thing.subject, std::move(why)});
}

bool RatingBook::counts(const ReRating& event, const Tracked& thing) {
  if (event.new_score >= event.old_score) return true;
  std::string why = against_signature(event, risk_.re_rating_roles);
  if (why.empty() && thing.score && *thing.score > event.old_score)
    why = fmt::format("it is reported as {} now, worse than the {} that was re-rated", to_string(*thing.score), to_string(event.old_score));
  if (why.empty()) return true;
  refuse(event, thing, std::move(why));
  return false;
}

std::vector<ScoreStep> RatingBook::apply(Tracked& thing) {
  std::vector<const ReRating*> events = events_of(re_ratings_, thing);
  std::ranges::stable_sort(events, {}, [](const ReRating* event) { return event->on; });
  std::vector<ScoreStep> steps;
  const ReRating* last = nullptr;
  Score worst_known;
  for (const ReRating* event : events) {
    if (!counts(*event, thing)) continue;
    if (steps.empty()) steps.push_back({Date::min(), event->old_score});
    steps.push_back({event->on, event->new_score});
    worst_known = std::max({worst_known, event->old_score, event->new_score});
    last = event;
  }
  if (!last) return {};
  // A report that knows worse than all that was ever rated here is news.
  if (thing.score && *thing.score > worst_known) {
    steps.push_back({as_of_, *thing.score});
    return steps;
  }
  std::string before = thing.score ? fmt::format("; reported: {}", to_string(*thing.score)) : "";
  thing.score = thing.severest = last->new_score;
  thing.vector = last->to;
  thing.rating = fmt::format("re-rated from {} to {} on {} by {} ({}), {}{}", to_string(last->old_score), to_string(last->new_score),
                             day_text(last->on), last->approver, last->source, last->to, before);
  return steps;
}

std::vector<VendorWait> RatingBook::waits(const Tracked& thing) {
  std::vector<VendorWait> waits;
  for (const VendorFix* event : events_of(vendor_fixes_, thing)) {
    std::string why = against_signature(*event, risk_.re_rating_roles);
    // Since when the fix is there only `until` can tell.
    if (why.empty() && thing.has_fix && !event->until) why = "a report names a fixed version: write down since when it is there (`until`)";
    if (!why.empty()) refuse(*event, thing, std::move(why));
    else waits.push_back({event->waiting_since, event->until.value_or(as_of_)});
  }
  return waits;
}

}  // namespace sluice::gate
