// cli/scan_log.h - the way of a scan's log from the analyzers to the report: compared with
// a baseline, judged, then cut to what its consumer can take.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/finding.h"
#include "base/result.h"
#include "sarif/log.h"
#include "sarif/profile.h"

namespace sluice {

struct LogArguments {
  std::string format, profile = "canonical";
  std::string baseline;     // file of an earlier log; empty: none
  bool is_partial = false;  // only a part of the tree is scanned or reported
};

struct LogPlan {
  std::optional<sarif::Log> baseline;
  sarif::Profile profile = sarif::Profile::Canonical;
  sarif::PipelineFacts pipeline;
  bool is_partial = false;
};

// Made before the scan, so that a wrong option or an unreadable baseline costs no time.
Result<LogPlan> plan_log(const LogArguments& arguments);

// Gives every result its baselineState. Of a partial scan nobody knows what is gone, so
// there nothing is called absent.
void compare_with_baseline(const LogPlan& plan, sarif::Log& log);

// Whether a result is at least as severe as `fail_on` ("error", "warning", "note";
// "never") and neither suppressed nor known since the baseline.
bool blocks(const sarif::Log& log, std::string_view fail_on);

// The same of findings that no baseline is compared with.
bool blocks(const std::vector<Finding>& findings, std::string_view fail_on);
// Nothing is done with the results but writing them.
bool is_only_written(const LogPlan& plan);

// For the consumer that the plan names; tells on standard error what was left out for it.
sarif::Log cut_for_consumer(const LogPlan& plan, sarif::Log log);

}  // namespace sluice
