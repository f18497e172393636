// report/waiver_report.h - accepted risks as a list for people and machines.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gate/waiver_book.h"

namespace sluice::report {

struct WaiverRow {
  const gate::Waiver* waiver;
  int renewals = 0;
  bool is_history = false;  // renewed and over
  long days_left = 0;  // until the last day on which it counts; negative: it is over
  std::vector<gate::WaiverProblem> problems;
};

// In the order of `waivers`, which must outlive the rows.
std::vector<WaiverRow> waiver_rows(const gate::Waivers& waivers, const gate::RiskPolicy& risk, Date as_of);

enum class WaiverForm : std::uint8_t { Text, Json, Markdown };
std::optional<WaiverForm> waiver_form_of(std::string_view name);
std::string show_waivers(const std::vector<WaiverRow>& rows, WaiverForm form);

// `file:line:col: waiver W-1: over-broad: ...`, a line for each problem.
std::string waiver_complaints(const std::vector<WaiverRow>& rows);

}  // namespace sluice::report
