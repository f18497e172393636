// gate/rating_book.h - what re-ratings and waits for vendors do to one vulnerability.
//
// Not here: the files (gate/re_rating.h), the due day (gate/due.h).
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gate/due.h"
#include "gate/risk_policy.h"
#include "gate/tracked.h"

namespace sluice::gate {

class RatingBook {
 public:
  // All must outlive the book.
  RatingBook(const RatingEvents& events, const RiskPolicy& risk, Date as_of);

  // Sets score and rating to what counts after all events that do; gives the scores it had before, with
  // the days on which each began. Empty: it was never re-rated.
  std::vector<ScoreStep> apply(Tracked& thing);
  // The waits for a vendor that count, of something whose fix is not known to be there.
  std::vector<VendorWait> waits(const Tracked& thing);

  // Events that do not count, each once, with the reason.
  struct Refused {
    const SignedEvent* event;
    std::string subject, why;
  };
  const std::vector<Refused>& refused() const { return refused_; }

 private:
  bool counts(const ReRating& event, const Tracked& thing);
  void refuse(const SignedEvent& event, const Tracked& thing, std::string why);

  const RatingEvents& events_;
  const RiskPolicy& risk_;
  Date as_of_;
  std::map<std::string, std::vector<const ReRating*>, std::less<>> re_ratings_;   // by id, by day
  std::map<std::string, std::vector<const VendorFix*>, std::less<>> vendor_fixes_;
  std::vector<Refused> refused_;
};

}  // namespace sluice::gate
