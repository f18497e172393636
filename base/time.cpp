#include "base/time.h"

#include <fmt/format.h>

namespace sluice {
namespace {

// Takes digits off the front of a text; any misfit makes the reader `bad`.
struct Reader {
  std::string_view rest;
  bool bad = false;

  int number(std::size_t digits) {
    int value = 0;
    if (rest.size() < digits) bad = true;
    for (std::size_t i = 0; !bad && i < digits; ++i) {
      if (rest[i] < '0' || rest[i] > '9') bad = true;
      value = value * 10 + (rest[i] - '0');
    }
    if (!bad) rest.remove_prefix(digits);
    return value;
  }
  bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!take(c)) bad = true;
  }
};

std::optional<Date> read_day(Reader& reader) {
  int year = reader.number(4);
  reader.expect('-');
  int month = reader.number(2);
  reader.expect('-');
  int day = reader.number(2);
  if (reader.bad || year < 1970) return std::nullopt;
  std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                                   std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

std::chrono::seconds read_clock(Reader& reader) {
  int hour = reader.number(2);
  reader.expect(':');
  int minute = reader.number(2);
  int second = 0;
  if (reader.take(':')) {
    second = reader.number(2);
    if (reader.take('.') || reader.take(',')) {
      reader.number(1);
      while (!reader.rest.empty() && reader.rest[0] >= '0' && reader.rest[0] <= '9') reader.rest.remove_prefix(1);
    }
  }
  if (hour > 23 || minute > 59 || second > 60) reader.bad = true;  // 60: a leap second
  return std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

// What is to be taken off a local time to get UTC.
std::chrono::seconds read_zone(Reader& reader) {
  reader.take(' ');
  for (std::string_view utc : {"", "Z", "z", "UTC", "GMT"})
    if (reader.rest == utc) {
      reader.rest = {};
      return {};
    }
  bool east = reader.take('+');
  if (!east) reader.expect('-');
  int hour = reader.number(2);
  reader.take(':');
  int minute = reader.number(2);
  if (hour > 14 || minute > 59) reader.bad = true;  // no place is farther from UTC
  std::chrono::seconds offset = std::chrono::hours{hour} + std::chrono::minutes{minute};
  return east ? offset : -offset;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
  Reader reader{text};
  std::optional<Date> day = read_day(reader);
  if (!day) return std::nullopt;
  if (reader.rest.empty()) return Instant{*day};
  if (!reader.take('T') && !reader.take('t')) reader.expect(' ');
  std::chrono::seconds clock = read_clock(reader);
  std::chrono::seconds zone = read_zone(reader);
  if (reader.bad || !reader.rest.empty()) return std::nullopt;
  return Instant{*day} + clock - zone;
}

std::optional<Date> parse_day(std::string_view text) {
  Reader reader{text};
  std::optional<Date> day = read_day(reader);
  return reader.rest.empty() ? day : std::nullopt;
}

std::string day_text(Date date) {
  std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string instant_text(Instant instant) {
  Date day = day_of(instant);
  std::chrono::hh_mm_ss clock{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", day_text(day), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

}  // namespace sluice
