#include "gate/date.h"

#include <fmt/format.h>

namespace sluice::gate {
namespace {

using namespace std::chrono;

// Takes exactly `count` digits from the front.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<sys_days> take_day(std::string_view& text) {
  auto y = take_digits(text, 4);
  if (!y || !take(text, "-")) return std::nullopt;
  auto m = take_digits(text, 2);
  if (!m || !take(text, "-")) return std::nullopt;
  auto d = take_digits(text, 2);
  if (!d || *y < 1970) return std::nullopt;
  year_month_day day{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  if (!day.ok()) return std::nullopt;
  return sys_days{day};
}

// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fraction`, as minutes of the day.
std::optional<minutes> take_time(std::string_view& text) {
  auto h = take_digits(text, 2);
  if (!h || *h > 23 || !take(text, ":")) return std::nullopt;
  auto m = take_digits(text, 2);
  if (!m || *m > 59) return std::nullopt;
  if (take(text, ":")) {
    auto s = take_digits(text, 2);
    if (!s || *s > 60) return std::nullopt;
    if (take(text, ".,"))
      while (take(text, "0123456789")) {
      }
  }
  return hours{*h} + minutes{*m};
}

// `Z`, `UTC`, `+02:00`, `+0200` or nothing, as minutes ahead of UTC; takes all that is left.
std::optional<minutes> take_zone(std::string_view text) {
  if (text.starts_with(' ')) text.remove_prefix(1);
  if (text.empty() || text == "Z" || text == "z" || text == "UTC" || text == "GMT") return minutes{0};
  bool west = text.front() == '-';
  if (!take(text, "+-")) return std::nullopt;
  auto h = take_digits(text, 2);
  take(text, ":");
  auto m = take_digits(text, 2);
  if (!h || !m || *h > 14 || *m > 59 || !text.empty()) return std::nullopt;
  auto offset = hours{*h} + minutes{*m};
  return west ? -offset : offset;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  auto day = take_day(text);
  if (!day || text.empty()) return day;
  if (!take(text, "Tt ")) return std::nullopt;
  auto time = take_time(text);
  auto zone = time ? take_zone(text) : std::nullopt;
  if (!zone) return std::nullopt;
  return floor<days>(*day + *time - *zone);
}

std::string to_string(Date date) {
  year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace sluice::gate
