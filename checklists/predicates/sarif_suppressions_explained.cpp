// sarif-suppressions-explained: { tools: [names], max-suppressed: 50 }
//
// Whoever silenced a result said why; and not too many are silenced.
#include <fmt/format.h>

#include "checklists/predicates/scans.h"
#include "checklists/result_filter.h"

namespace sluice::checklists {
namespace {

class SarifSuppressionsExplained : public Predicate {
 public:
  SarifSuppressionsExplained(ResultFilter filter, std::optional<std::int64_t> most)
      : filter_(std::move(filter)), most_(most) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<RunRef> runs = runs_of(evidence, [&](const ScanRun& run) { return filter_.wants_tool(run); });
    Judgement answer;
    answer.looked = looked_at(runs);
    std::int64_t suppressed = 0;
    for (const RunRef& ref : runs)
      for (const ScanResult& result : ref.run->results) {
        suppressed += result.suppressed;
        if (result.suppressed && !result.suppression_explained) answer.spots.push_back({result.file, result.line});
      }
    if (!answer.spots.empty()) {
      answer.kind = sarif::Kind::Fail;
      answer.message = counted(answer.spots.size(), "suppressed result") + " without a reason";
    } else if (most_ && suppressed > *most_) {
      answer.kind = sarif::Kind::Fail;
      answer.message = fmt::format("{} results are suppressed, at most {} may be", suppressed, *most_);
    } else if (runs.empty()) {
      answer.message = "no scan was given";  // open
    } else if (answer.message = first_incomplete(runs); answer.message.empty()) {
      answer.kind = sarif::Kind::Pass;
      answer.message = suppressed == 0 ? "nothing is suppressed" : fmt::format("{} suppressed, each with a reason", suppressed);
    }
    return answer;
  }

 private:
  ResultFilter filter_;
  std::optional<std::int64_t> most_;
};

}  // namespace

PredicatePtr make_sarif_suppressions_explained(yaml::Fields& fields) {
  ResultFilter filter;
  filter.tools = fields.texts("tools");
  return std::make_shared<SarifSuppressionsExplained>(std::move(filter), fields.whole("max-suppressed", 0, 1'000'000));
}

}  // namespace sluice::checklists
