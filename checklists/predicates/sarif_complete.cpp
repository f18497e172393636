// sarif-complete: { tools: [names], min-coverage-percent: 95 }
//
// Every run (of these tools) ended well, and covered enough of the files it found.
#include <fmt/format.h>

#include <algorithm>

#include "checklists/predicates/scans.h"
#include "checklists/result_filter.h"

namespace sluice::checklists {
namespace {

class SarifComplete : public Predicate {
 public:
  SarifComplete(ResultFilter filter, std::optional<int> least_percent)
      : filter_(std::move(filter)), least_percent_(least_percent) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<RunRef> runs = runs_of(evidence, [&](const ScanRun& run) { return filter_.wants_tool(run); });
    Judgement answer;
    answer.looked = looked_at(runs);
    if (runs.empty()) {
      answer.message = "no scan was given";
      return answer;
    }
    if (std::string broken = first_incomplete(runs); !broken.empty()) {
      answer.kind = sarif::Kind::Fail;
      answer.message = std::move(broken);
      return answer;
    }
    judge_coverage(runs, answer);
    return answer;
  }

 private:
  void judge_coverage(const std::vector<RunRef>& runs, Judgement& answer) const {
    int lowest = 100;
    for (const RunRef& ref : runs) {
      std::optional<int> percent = coverage_percent(*ref.run);
      if (!percent && least_percent_) {
        answer.message = fmt::format("{}: the run of {} does not say how many files it covered", ref.scan->file, ref.run->tool);
        return;  // open
      }
      lowest = std::min(lowest, percent.value_or(100));
    }
    if (!least_percent_) {
      answer.kind = sarif::Kind::Pass;
      answer.message = counted(runs.size(), "complete run");
      return;
    }
    answer.kind = lowest >= *least_percent_ ? sarif::Kind::Pass : sarif::Kind::Fail;
    answer.message = fmt::format("{} % of the files were scanned, at least {} % are asked for", lowest, *least_percent_);
  }

  ResultFilter filter_;
  std::optional<int> least_percent_;
};

}  // namespace

PredicatePtr make_sarif_complete(yaml::Fields& fields) {
  ResultFilter filter;
  filter.tools = fields.texts("tools");
  auto percent = fields.whole("min-coverage-percent", 0, 100);
  return std::make_shared<SarifComplete>(std::move(filter), percent ? std::optional(static_cast<int>(*percent)) : std::nullopt);
}

}  // namespace sluice::checklists
