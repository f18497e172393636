#include "gate/clock.h"

#include <catch2/catch.hpp>

using namespace sluice;
using namespace sluice::gate;

namespace {

Date day(std::string_view text) { return *parse_day(text); }

FirstSeen ledger(std::string_view name, std::string_view text) {
  FirstSeen days;
  days.file = "first_seen.yaml";
  days.days[std::string(name)] = day(text);
  return days;
}

}  // namespace

TEST_CASE("the clock starts on the earliest day that anything tells", "[gate]") {
  Date as_of = day("2026-06-01");
  ClockStart start = start_clock({"CVE-1"}, day("2026-03-01"), day("2026-05-01"), ledger("CVE-1", "2026-02-01"), as_of);
  CHECK(start.first_seen == day("2026-02-01"));
  CHECK(start.source == "first_seen.yaml");
  CHECK(start.recorded);
  start = start_clock({"CVE-1"}, day("2026-01-01"), day("2026-05-01"), ledger("CVE-1", "2026-02-01"), as_of);
  CHECK(start.first_seen == day("2026-01-01"));
  CHECK(start.source == "the tool");
}

TEST_CASE("a day in the future never moves the clock forward", "[gate]") {
  Date as_of = day("2026-06-01");
  ClockStart start = start_clock({"CVE-1"}, day("2027-01-01"), day("2026-05-01"), ledger("CVE-1", "2028-01-01"), as_of);
  CHECK(start.first_seen == day("2026-05-01"));
  CHECK_FALSE(start.recorded);
  start = start_clock({"CVE-1"}, std::nullopt, day("2027-05-01"), {}, as_of);
  CHECK(start.first_seen == as_of);
}

TEST_CASE("a record of the same day as the report is a record", "[gate]") {
  Date as_of = day("2026-06-01");
  CHECK(start_clock({"CVE-1"}, std::nullopt, as_of, ledger("CVE-1", "2026-06-01"), as_of).recorded);
}

TEST_CASE("the due day itself is in time", "[gate]") {
  std::optional<Date> due = due_date(day("2026-01-01"), BandDeadline{.days = 60, .place = {}, .from_place = {}});
  CHECK(due == day("2026-03-02"));
  CHECK(due_state(due, day("2026-03-01"), 0) == DueState::InTime);
  CHECK(due_state(due, day("2026-03-02"), 0) == DueState::DueSoon);
  CHECK(due_state(due, day("2026-03-03"), 0) == DueState::Overdue);
  CHECK(due_state(due_date(day("2026-01-01"), BandDeadline{}), day("2099-01-01"), 14) == DueState::NoDeadline);
}

TEST_CASE("what was fixed and comes back has the clock it had", "[gate]") {
  Result<FirstSeen> days = parse_first_seen("f.yaml", "first-seen:\n  CVE-1: { since: 2026-03-01, fixed: [2026-04-10, 2026-09-01], again: 2026-08-02 }\n");
  REQUIRE(days);
  ClockStart start = start_clock({"CVE-1"}, day("2026-08-02"), day("2026-08-03"), *days, day("2026-10-01"));
  CHECK(start.first_seen == day("2026-03-01"));
  CHECK(start.source == "f.yaml, fixed 2026-04-10, back 2026-08-02, fixed 2026-09-01");
  for (const char* wrong : {"{ since: 2026-03-01, fixed: 2026-02-28 }", "{ since: 2026-03-01, again: 2026-04-01 }", "{ fixed: 2026-04-01 }",
                            "{ since: 2026-03-01, fixed: soon }", "{ since: 2026-03-01, back: 2026-04-01 }"}) {
    INFO(wrong);
    CHECK_FALSE(parse_first_seen("f.yaml", std::string("first-seen:\n  CVE-1: ") + wrong + "\n"));
  }
}
