// gate/deadline_terms.h - what beside the score decides when a vulnerability is due.
//
//   deadlines:
//     from: publication                     # or first-seen, which is the default
//     exploited: { days: 14, from: listing, max-age-days: 7 }
//     epss: { from: 0.5, days: 30, max-age-days: 7 }
//     vendor-fix: { stops-clock-for-days: 90 }
//     raised-score-grace-days: 14
//     environment: raises                   # or raises-and-lowers
//
// Everything here can only make a deadline earlier, but for the three that say otherwise:
// `vendor-fix`, `raised-score-grace-days`, and `environment: raises-and-lowers`. None is on
// unless the policy has it.
#pragma once
#include <optional>

#include "base/yaml_fields.h"

namespace sluice::gate {

struct DeadlineTerms {
  bool from_publication = false;  // where the day is known and earlier than first seen

  // Known to be exploited: by the KEV file, or by a report.
  struct Exploited {
    int days = 0;
    bool from_listing = true;        // counted from the later of first seen and the day of listing
    std::optional<int> max_age_days;  // given: a KEV file must be there and be no older
    Place place;
  };
  std::optional<Exploited> exploited;

  struct Epss {
    double from = 1;  // probability, 0 to 1; equal is in
    int days = 0;     // from first seen
    std::optional<int> max_age_days;
    Place place;
  };
  std::optional<Epss> epss;

  struct VendorFix {
    int at_most_days = 0;
    Place place;
  };
  std::optional<VendorFix> vendor_fix;

  int raised_score_grace_days = 0;  // after the day of a re-rating upwards; never beyond the old due day
  bool environment_may_lower = false;
};

// Reads its keys out of `deadlines`, which has others, on top of what is inherited.
void read_deadline_terms(yaml::Fields& deadlines, DeadlineTerms& terms);

}  // namespace sluice::gate
