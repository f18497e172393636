// gate/clock.h - when a vulnerability must be gone.
//
// The rules, in one place:
//  - the clock starts on the earliest day that the tool, the first-seen file or the
//    report itself tells, and never moves forward;
//  - the band follows the score that counts today, so a score that goes up may make a
//    vulnerability overdue at once, and that is meant;
//  - due = first seen + the band's days, in UTC days; the due day itself is in time. What else
//    moves it stands in gate/due.h.
#pragma once
#include <optional>
#include <string>

#include "base/time.h"
#include "gate/first_seen.h"
#include "gate/policy.h"

namespace sluice::gate {

struct ClockStart {
  Date first_seen;
  std::string source;     // "the tool", "first_seen.yaml", "the report's day"
  bool recorded = false;  // the tool or the file says so: it will be the same next time
};

// `names`: identity, CVE and GHSA ids. `report_day`: of the report the thing stands in.
// `published`: given where the policy counts from publication.
ClockStart start_clock(const std::vector<std::string>& names, std::optional<Date> by_tool, std::optional<Date> report_day,
                       const FirstSeen& ledger, Date as_of, std::optional<Date> published = std::nullopt);

// The last day that is in time; nothing for best effort.
std::optional<Date> due_date(Date first_seen, const BandDeadline& deadline);

enum class DueState { NoDeadline, InTime, DueSoon, Overdue };
DueState due_state(std::optional<Date> due, Date as_of, int due_soon_days);

}  // namespace sluice::gate
