#include "gate/due.h"

#include <fmt/format.h>

#include <algorithm>

#include "gate/clock.h"

namespace sluice::gate {
namespace {

using std::chrono::days;

std::string days_text(long count) { return fmt::format("{} day{}", count, count == 1 ? "" : "s"); }

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// How many days the clock stood still, of waits that began in time.
long days_waited(const DueFacts& facts, const Deadlines& deadlines, Date due) {
  if (!deadlines.terms.vendor_fix || facts.exploited) return 0;
  std::vector<VendorWait> waits = facts.waits;
  std::ranges::sort(waits, {}, &VendorWait::since);
  long waited = 0;
  Date counted_until = facts.first_seen;
  for (const VendorWait& wait : waits) {
    Date begin = std::max(wait.since, counted_until), end = std::min(wait.until, facts.as_of);
    if (end <= begin || begin > due + days{waited}) continue;
    waited += (end - begin).count();
    counted_until = end;
  }
  return std::min<long>(waited, deadlines.terms.vendor_fix->at_most_days);
}

// The due day by its scores alone, before anything shortens it.
Due by_scores(const DueFacts& facts, const Deadlines& deadlines) {
  auto due_at = [&](Score score) { return due_date(facts.first_seen, deadlines.of(band_of(score, deadlines.thresholds))); };
  if (facts.steps.size() < 2) return {due_date(facts.first_seen, deadlines.of(facts.band)), {}};
  Due due{due_at(facts.steps.front().score), {}};
  for (std::size_t i = 1; i < facts.steps.size(); ++i) {
    const ScoreStep& step = facts.steps[i];
    if (due.day && step.from > *due.day + days{days_waited(facts, deadlines, *due.day)}) {
      due.because = fmt::format("it was {} then, and missed; the re-rating of {} does not undo that", to_string(facts.steps[i - 1].score), day_text(step.from));
      return due;
    }
    std::optional<Date> next = due_at(step.score);
    due.because.clear();
    bool is_raised = step.score > facts.steps[i - 1].score;
    if (is_raised && next && deadlines.terms.raised_score_grace_days > 0) {
      Date with_grace = step.from + days{deadlines.terms.raised_score_grace_days};
      if (with_grace > *next) {
        next = earlier(due.day, with_grace);
        due.because = fmt::format("{} of grace after the re-rating of {}", days_text(deadlines.terms.raised_score_grace_days), day_text(step.from));
      }
    }
    due.day = next;
  }
  return due;
}

void shorten(Due& due, Date day, std::string because) {
  if (due.day && *due.day <= day) return;
  due = {day, std::move(because)};
}

}  // namespace

Due due_of(const DueFacts& facts, const Deadlines& deadlines) {
  Due due = by_scores(facts, deadlines);
  if (due.day) {
    if (long waited = days_waited(facts, deadlines, *due.day); waited > 0) {
      due.day = *due.day + days{waited};
      due.because += fmt::format("{}the clock stood still for {}, waiting for the vendor", due.because.empty() ? "" : "; ", days_text(waited));
    }
  }
  if (const auto& exploited = deadlines.terms.exploited; exploited && facts.exploited) {
    Date from = exploited->from_listing ? std::max(facts.first_seen, facts.exploited_since.value_or(facts.first_seen)) : facts.first_seen;
    std::string since = facts.exploited_since ? ", since " + day_text(*facts.exploited_since) : "";
    shorten(due, from + days{exploited->days}, fmt::format("{} because it is exploited ({}{})", days_text(exploited->days), facts.exploited_by, since));
  }
  if (const auto& epss = deadlines.terms.epss; epss && facts.epss && *facts.epss >= epss->from)
    shorten(due, facts.first_seen + days{epss->days}, fmt::format("{} because its EPSS is {:.3f}", days_text(epss->days), *facts.epss));
  return due;
}

}  // namespace sluice::gate
