// What consumers refuse or misread although the standard allows it. Facts: GitHub's
// documentation of SARIF support and its limits; the parsers of DefectDojo, of Jenkins'
// warnings plugin and of SonarQube. To add a rule: as in semantic_rules.cpp.
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>

#include "sarif/formats.h"
#include "sarif/gzip_size.h"
#include "sarif/limits.h"
#include "sarif/validation.h"

namespace sluice::sarif {
namespace {

using json::Value;

constexpr ValidationRule kRules[] = {
    {"defectdojo-fix-description", Level::Warning, "DefectDojo's importer crashes on a fix without description.text"},
    {"defectdojo-location-uri", Level::Warning, "DefectDojo's importer crashes on an artifactLocation without uri"},
    {"github-absolute-uri", Level::Warning, "GitHub shows files only by a path relative to the repository"},
    {"github-category-repeated", Level::Error, "GitHub refuses two runs of one tool and category"},
    {"github-flow-step-by-index", Level::Warning, "GitHub does not show a flow step that is only an index"},
    {"github-gzip-size", Level::Error, "GitHub refuses more than 10 MB after compression"},
    {"github-kind", Level::Warning, "GitHub ignores kind: any result becomes an alert"},
    {"github-line-hash-missing", Level::Note,
     "Without primaryLocationLineHash an alert's identity depends on the upload action"},
    {"github-location-missing", Level::Error, "GitHub refuses a result without a file in its first location"},
    {"github-message-text", Level::Error, "GitHub refuses a message without text"},
    {"github-region-incomplete", Level::Warning, "GitHub wants all four numbers of a region"},
    {"github-rule-text", Level::Warning, "GitHub wants shortDescription, fullDescription and help of a rule"},
    {"github-rule-text-length", Level::Error, "GitHub refuses descriptions over 1024 and names over 255 characters"},
    {"github-run-missing", Level::Error, "GitHub refuses a log without runs"},
    {"github-security-severity", Level::Error, "GitHub refuses a security-severity that is not a string with a number"},
    {"github-security-tag", Level::Warning, "GitHub looks at security-severity only beside the tag `security`"},
    {"github-suppressed-result", Level::Warning, "GitHub ignores suppressions: the result becomes an open alert"},
    {"github-too-many-extensions", Level::Error, "GitHub refuses more than 100 extensions in a run"},
    {"github-too-many-flow-steps", Level::Error,
     "GitHub refuses more than 10,000 flow steps in a result and shows 1,000"},
    {"github-too-many-locations", Level::Error, "GitHub refuses more than 1,000 locations in a result and shows 100"},
    {"github-too-many-results", Level::Error, "GitHub refuses more than 25,000 results in a run and shows 5,000"},
    {"github-too-many-rules", Level::Error, "GitHub refuses more than 25,000 rules in a run"},
    {"github-too-many-runs", Level::Error, "GitHub refuses more than 20 runs in a log"},
    {"github-too-many-tags", Level::Error, "GitHub refuses more than 20 tags of a rule and shows 10"},
    {"jenkins-location", Level::Warning, "Jenkins' warnings plugin fails on a location without physicalLocation"},
};

std::size_t size_at(const Value& value, std::initializer_list<std::string_view> keys) {
  const std::optional<Value> found = at(value, keys);
  return found ? found->size() : 0;
}

class ConsumerCheck {
 public:
  explicit ConsumerCheck(const Reporter& report) : report_(report) {}

  void check_log(const json::Document& document) {
    const std::vector<Value> runs = items_at(document.root(), {"runs"});
    if (runs.empty()) report_.tell("github-run-missing", document.root(), "there is no run");
    limit("github-too-many-runs", document.root(), runs.size(), limits::kRuns, "runs");
    // Compressing takes a while: only what could be too large is tried.
    if (document.text().size() > limits::kGzipBytes && gzip_size(document.text()) > limits::kGzipBytes)
      report_.tell("github-gzip-size", document.root(), "the log is larger than 10 MB after compression");
    for (const Value& run : runs) check_run(run);
  }

 private:
  void limit(std::string_view id, const Value& at, std::size_t size, Limit allowed, std::string_view what) const {
    if (size > allowed.refused)
      report_.tell(id, at, fmt::format("{} {}; more than {} are refused", size, what, allowed.refused));
    else if (size > allowed.shown)
      report_.tell(id, Level::Warning, at, fmt::format("{} {}; more than {} are not shown", size, what, allowed.shown));
  }

  void check_run(const Value& run) {
    const std::string category =
        text_at(run, {"tool", "driver", "name"}) + '\n' + text_at(run, {"automationDetails", "id"});
    if (!categories_.insert(category).second)
      report_.tell("github-category-repeated", run, "an earlier run has the same tool and automationDetails.id");
    const std::vector<Value> rules = items_at(run, {"tool", "driver", "rules"});
    const std::vector<Value> results = items_at(run, {"results"});
    limit("github-too-many-rules", run, rules.size(), limits::kRules, "rules");
    limit("github-too-many-extensions", run, size_at(run, {"tool", "extensions"}), limits::kExtensions, "extensions");
    limit("github-too-many-results", run, results.size(), limits::kResults, "results");
    for (const Value& rule : rules) check_rule(rule);
    for (const Value& result : results) check_result(result);
  }

  void check_rule(const Value& rule) const {
    for (const std::string_view member : {"shortDescription", "fullDescription", "help"}) {
      const std::string text = text_at(rule, {member, "text"});
      if (text.empty()) report_.tell("github-rule-text", rule, fmt::format("`{}.text` is missing", member));
      if (member != "help" && text.size() > limits::kDescriptionBytes)
        report_.tell("github-rule-text-length", rule, fmt::format("`{}.text` has more than 1024 characters", member));
    }
    if (text_at(rule, {"name"}).size() > limits::kNameBytes)
      report_.tell("github-rule-text-length", rule, "`name` has more than 255 characters");
    const std::vector<Value> tags = items_at(rule, {"properties", "tags"});
    limit("github-too-many-tags", rule, tags.size(), limits::kTags, "tags");
    const std::optional<Value> severity = at(rule, {"properties", "security-severity"});
    if (severity) check_severity(*severity, tags);
  }

  void check_severity(const Value& severity, const std::vector<Value>& tags) const {
    const std::string text = severity.text();
    double number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good = error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= 10;
    if (!good) report_.tell("github-security-severity", severity, "expected a string with a number from 0.1 to 10.0");
    if (std::ranges::none_of(tags, [](const Value& tag) { return tag.text_is("security"); }))
      report_.tell("github-security-tag", severity, "the rule lacks the tag `security`");
  }

  void check_result(const Value& result) const {
    const Value message = result.find("message").value_or(result);
    if (text_at(message, {"text"}).empty()) report_.tell("github-message-text", message, "`message.text` is missing");
    const std::vector<Value> locations = items_at(result, {"locations"});
    limit("github-too-many-locations", result, locations.size(), limits::kLocations, "locations");
    for (const Value& location : locations) check_location(location);
    if (locations.empty() || text_at(locations[0], {"physicalLocation", "artifactLocation", "uri"}).empty())
      report_.tell("github-location-missing", result,
                   "the first location has no physicalLocation.artifactLocation.uri");
    else
      check_first_location(locations[0]);
    if (!at(result, {"partialFingerprints", "primaryLocationLineHash"}))
      report_.tell("github-line-hash-missing", result, "there is no partialFingerprints.primaryLocationLineHash");
    check_kind_and_suppressions(result);
    check_flows(result);
    for (const Value fix : items_at(result, {"fixes"}))
      if (text_at(fix, {"description", "text"}).empty())
        report_.tell("defectdojo-fix-description", fix, "the fix has no description.text");
  }

  void check_location(const Value& location) const {
    const std::optional<Value> physical = location.find("physicalLocation");
    if (!physical) return report_.tell("jenkins-location", location, "the location has no physicalLocation");
    if (has(*physical, "artifactLocation") && text_at(*physical, {"artifactLocation", "uri"}).empty())
      report_.tell("defectdojo-location-uri", *physical, "the artifactLocation has no uri");
  }

  void check_first_location(const Value& location) const {
    const std::string uri = text_at(location, {"physicalLocation", "artifactLocation", "uri"});
    if (has_scheme(uri) || uri.starts_with('/'))
      report_.tell("github-absolute-uri", location, fmt::format("`{}` is not relative to the repository", uri));
    for (const std::string_view number : {"startLine", "startColumn", "endLine", "endColumn"}) {
      if (at(location, {"physicalLocation", "region", number})) continue;
      report_.tell("github-region-incomplete", location, fmt::format("the region has no `{}`", number));
      return;
    }
  }

  void check_kind_and_suppressions(const Value& result) const {
    const std::string kind = text_at(result, {"kind"});
    if (!kind.empty() && kind != "fail")
      report_.tell("github-kind", result, fmt::format("the result of kind `{}` becomes an alert", kind));
    const std::vector<Value> suppressions = items_at(result, {"suppressions"});
    const auto has_status = [&](std::string_view wanted) {
      return std::ranges::any_of(suppressions, [&](const Value& suppression) {
        const std::string status = text_at(suppression, {"status"});
        return status == wanted || (status.empty() && wanted == "accepted");
      });
    };
    if (has_status("accepted") && !has_status("rejected"))
      report_.tell("github-suppressed-result", result, "the suppressed result becomes an open alert");
  }

  void check_flows(const Value& result) const {
    std::size_t steps = 0;
    for (const Value flow : items_at(result, {"codeFlows"})) {
      for (const Value thread : items_at(flow, {"threadFlows"})) {
        for (const Value step : items_at(thread, {"locations"})) {
          ++steps;
          if (!step.find("location"))
            report_.tell("github-flow-step-by-index", step, "the step has no location of its own");
        }
      }
    }
    limit("github-too-many-flow-steps", result, steps, limits::kFlowSteps, "flow steps");
  }

  const Reporter& report_;
  std::set<std::string> categories_;
};

}  // namespace

std::span<const ValidationRule> consumer_rules() { return kRules; }

void check_consumers(const json::Document& document, ViolationSink& sink) {
  const Reporter report(kRules, sink);
  ConsumerCheck(report).check_log(document);
}

}  // namespace sluice::sarif
