// base/time.h - points in time and UTC days, as reports and people write them.
//
// There is no "now" here: what depends on the day gets the day as an argument,
// so that the same input gives the same answer next year.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sluice {

using Date = std::chrono::sys_days;
using Instant = std::chrono::sys_seconds;

// `2026-03-09` (its first second), or `2026-03-09T23:30:00.5-02:00`, converted to
// UTC. Seconds, fraction and zone may be left out (no zone is UTC), the `T` may be a
// space, the zone `Z`, `UTC`, `+02:00` or `+0200`. Nothing for any other text, a day
// that is not in the calendar or a year outside 1970..9999.
std::optional<Instant> parse_instant(std::string_view text);
// `2026-03-09` alone, which people write into release files and answers.
std::optional<Date> parse_day(std::string_view text);

inline Date day_of(Instant instant) { return std::chrono::floor<std::chrono::days>(instant); }

std::string day_text(Date date);           // `2026-03-09`
std::string instant_text(Instant instant);  // `2026-03-10T01:30:00Z`

}  // namespace sluice
