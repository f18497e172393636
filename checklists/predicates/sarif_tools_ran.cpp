// sarif-tools-ran: { tools: [names], covering-cwes: [89, 79] }
//
// Each of these tools has a complete run among the scans, and together their rules
// look for each of these weaknesses.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "checklists/predicates/scans.h"
#include "checklists/result_filter.h"

namespace sluice::checklists {
namespace {

class SarifToolsRan : public Predicate {
 public:
  SarifToolsRan(std::vector<std::string> tools, std::vector<int> cwes) : tools_(std::move(tools)), cwes_(std::move(cwes)) {}

  Judgement judge(const Evidence& evidence) const override {
    std::vector<RunRef> runs = runs_of(evidence, [&](const ScanRun& run) {
      return std::ranges::any_of(tools_, [&](const std::string& tool) { return same_name(tool, run.tool); });
    });
    Judgement answer;
    answer.looked = looked_at(runs);
    answer.message = missing_tool(runs);
    if (answer.message.empty()) answer.message = first_incomplete(runs);
    if (answer.message.empty()) answer.message = missing_cwes(runs);
    if (!answer.message.empty()) {
      answer.kind = sarif::Kind::Fail;
      return answer;
    }
    answer.kind = sarif::Kind::Pass;
    answer.message = fmt::format("{} ran and ended well", fmt::join(tools_, ", "));
    return answer;
  }

 private:
  std::string missing_tool(const std::vector<RunRef>& runs) const {
    for (const std::string& tool : tools_) {
      bool ran = std::ranges::any_of(runs, [&](const RunRef& ref) { return same_name(tool, ref.run->tool); });
      if (!ran) return fmt::format("there is no run of {}", tool);
    }
    return {};
  }

  std::string missing_cwes(const std::vector<RunRef>& runs) const {
    std::vector<std::string> missing;
    for (int cwe : cwes_) {
      bool covered = std::ranges::any_of(runs, [&](const RunRef& ref) {
        return std::ranges::any_of(ref.run->rules, [&](const ScanRule& rule) { return std::ranges::binary_search(rule.cwes, cwe); });
      });
      if (!covered) missing.push_back(fmt::format("CWE-{}", cwe));
    }
    return missing.empty() ? "" : fmt::format("no rule that ran looks for {}", fmt::join(missing, ", "));
  }

  std::vector<std::string> tools_;
  std::vector<int> cwes_;
};

}  // namespace

PredicatePtr make_sarif_tools_ran(yaml::Fields& fields) {
  fields.required("tools");
  std::vector<std::string> tools = fields.texts("tools");
  std::vector<int> cwes;
  if (const yaml::Node* node = fields.find("covering-cwes"))
    for (const yaml::Node& item : node->items()) {
      Result<std::int64_t> cwe = item.as_int();
      if (cwe) cwes.push_back(static_cast<int>(*cwe));
      else fields.complain(item, "cwe", "expected the number of a CWE, such as 79");
    }
  return std::make_shared<SarifToolsRan>(std::move(tools), std::move(cwes));
}

}  // namespace sluice::checklists
