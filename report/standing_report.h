// report/standing_report.h - everything on the clock as a list: for the security manager, and for spreadsheets.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gate/standing.h"

namespace sluice::report {

struct StandingList {
  Date as_of;
  struct Version {
    std::string version;
    std::vector<gate::Standing> standings;
  };
  std::vector<Version> versions;  // one, or as many as are kept
};

// What is given must hold; what is not given does not matter.
struct StandingFilter {
  std::vector<std::string> states, bands;  // by their names; the band "unrated" is no band
  std::vector<std::string> names;          // CVE or GHSA ids, identities
  std::optional<int> min_age_days;
  bool only_overdue = false;
};
void apply(const StandingFilter& filter, StandingList& list);

enum class StandingOrder : std::uint8_t { Due, Age, Score, State };
std::optional<StandingOrder> standing_order_of(std::string_view name);
enum class StandingForm : std::uint8_t { Text, Json, Csv, Markdown };
std::optional<StandingForm> standing_form_of(std::string_view name);

std::string show_standings(StandingList list, StandingOrder order, StandingForm form);

}  // namespace sluice::report
