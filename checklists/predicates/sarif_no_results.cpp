// sarif-no-results: { <a result filter> }
//
// No open result is meant by the filter. Passes only when a complete run had a rule
// that could have found one: "no SQL injection" by a tool that does not look for it,
// or by a run that broke off, is no answer.
#include <fmt/format.h>

#include <algorithm>

#include "checklists/predicates/scans.h"
#include "checklists/result_filter.h"

namespace sluice::checklists {
namespace {

class SarifNoResults : public Predicate {
 public:
  explicit SarifNoResults(ResultFilter filter) : filter_(std::move(filter)) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<RunRef> runs = runs_of(evidence, [&](const ScanRun& run) { return filter_.wants_tool(run); });
    Judgement answer;
    answer.looked = looked_at(runs);
    for (const RunRef& ref : runs)
      for (const ScanResult& result : ref.run->results)
        if (filter_.matches(*ref.run, result)) answer.spots.push_back({result.file, result.line});
    if (!answer.spots.empty()) {
      answer.kind = sarif::Kind::Fail;
      answer.message = counted(answer.spots.size(), "open result") + " of this kind";
      return answer;
    }
    std::size_t rules = 0;
    for (const RunRef& ref : runs)
      rules += static_cast<std::size_t>(
          std::ranges::count_if(ref.run->rules, [&](const ScanRule& rule) { return filter_.wants_rule(rule); }));
    if (runs.empty()) answer.message = "no scan was given that could show it";
    else if (std::string broken = first_incomplete(runs); !broken.empty()) answer.message = std::move(broken);
    else if (rules == 0) answer.message = "none of the rules that ran looks for this kind of weakness";
    if (!answer.message.empty()) return answer;  // open
    answer.kind = sarif::Kind::Pass;
    answer.message = fmt::format("no open result; {} of {} looked for it", counted(rules, "rule"), counted(runs.size(), "complete run"));
    return answer;
  }

 private:
  ResultFilter filter_;
};

}  // namespace

PredicatePtr make_sarif_no_results(yaml::Fields& fields) {
  return std::make_shared<SarifNoResults>(read_result_filter(fields));
}

}  // namespace sluice::checklists
