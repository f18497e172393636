// gate/date.h - UTC calendar days, the only time the gate computes with.
//
// Deadlines are counted in whole days (`first_seen + std::chrono::days{60}`) and
// the due day itself is in time, so nothing here knows hours or time zones. There
// is no "today": the day of a decision is an argument.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace sluice::gate {

using sluice::Date;

// `2025-03-09`, or a date-time that begins so (`2025-03-09T23:30:00-02:00`), which
// is converted to its UTC day. A time without a zone counts as UTC. Nothing for any
// other text, a day that is not in the calendar, or a year outside 1970..9999.
std::optional<Date> parse_date(std::string_view text);

std::string to_string(Date date);  // `2025-03-09`

}  // namespace sluice::gate
