#include "base/time.h"

#include <catch2/catch.hpp>

using namespace sluice;

TEST_CASE("days and times are read and written", "[base]") {
  CHECK(parse_day("2024-02-29"));
  CHECK(day_text(*parse_day("2024-02-29") + std::chrono::days{60}) == "2024-04-29");
  CHECK(instant_text(*parse_instant("2025-12-31T23:30:00-02:00")) == "2026-01-01T01:30:00Z");
  CHECK(instant_text(*parse_instant("2025-12-31 23:30:15.123Z")) == "2025-12-31T23:30:15Z");
  CHECK(instant_text(*parse_instant("2026-01-01T00:30+0100")) == "2025-12-31T23:30:00Z");
  CHECK(instant_text(*parse_instant("2026-01-01 00:30:00,5 UTC")) == "2026-01-01T00:30:00Z");
  CHECK(instant_text(*parse_instant("2026-01-01")) == "2026-01-01T00:00:00Z");
  CHECK(day_text(day_of(*parse_instant("2026-01-01T23:59:59"))) == "2026-01-01");
}

TEST_CASE("what is no day is not guessed", "[base]") {
  for (const char* text : {"", "2025-02-29", "2025-13-01", "25-01-01", "2025-1-1", "01/02/2025", "2025-01-01x",
                           "1969-12-31", "2025-01-01T25:00", "2025-01-01T10:00:00+1", "2025-01-01T", "2025-01-01T10:00Zz", "2025-01-01T10:00+15:00"})
    CHECK_FALSE(parse_instant(text));
  CHECK_FALSE(parse_day("2025-01-01T00:00:00Z"));
}
