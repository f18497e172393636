#include "gate/date.h"

namespace sluice::gate {

std::optional<Date> parse_date(std::string_view text) {
  std::optional<Instant> instant = parse_instant(text);
  return instant ? std::optional(day_of(*instant)) : std::nullopt;
}

std::string to_string(Date date) { return day_text(date); }

}  // namespace sluice::gate
