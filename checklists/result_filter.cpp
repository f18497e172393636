#include "checklists/result_filter.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "checklists/glob.h"

namespace sluice::checklists {
namespace {

bool share_one(const std::vector<int>& a, const std::vector<int>& b) {
  return std::ranges::any_of(a, [&](int value) { return std::ranges::binary_search(b, value); });
}

bool matches_any(const std::vector<std::string>& globs, std::string_view text) {
  return std::ranges::any_of(globs, [&](const std::string& glob) { return glob_matches(glob, text); });
}

Baseline baseline_of(const ScanResult& result) {
  if (!result.baseline) return Baseline::NotCompared;
  switch (*result.baseline) {
    case sarif::BaselineState::New: return Baseline::New;
    case sarif::BaselineState::Updated: return Baseline::Updated;
    case sarif::BaselineState::Unchanged:
    case sarif::BaselineState::Absent: return Baseline::Unchanged;
  }
  return Baseline::NotCompared;
}

// `79` or `CWE-79`.
std::optional<int> parse_cwe(std::string_view text) {
  if (to_lower(text.substr(0, 4)) == "cwe-") text.remove_prefix(4);
  int number = 0;
  auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || stop != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

// A list of words, or one of them.
template <class T>
std::vector<T> read_words(yaml::Fields& fields, std::string_view key,
                          std::initializer_list<std::pair<std::string_view, T>> words) {
  std::vector<T> values;
  const yaml::Node* node = fields.find(key);
  if (!node) return values;
  if (!node->is_sequence()) {
    if (auto value = fields.word_of(*node, words)) values.push_back(*value);
    return values;
  }
  for (const yaml::Node& item : node->items())
    if (auto value = fields.word_of(item, words)) values.push_back(*value);
  return values;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) { return to_lower(a) == to_lower(b); }

bool ResultFilter::wants_tool(const ScanRun& run) const {
  return tools.empty() || std::ranges::any_of(tools, [&](const std::string& tool) { return same_name(tool, run.tool); });
}

bool ResultFilter::wants_rule(const ScanRule& rule) const {
  return (cwes.empty() || share_one(rule.cwes, cwes)) && (rules.empty() || matches_any(rules, rule.id));
}

std::string_view ResultFilter::first_unmet(const ScanRun& run, const ScanResult& result) const {
  if (!wants_tool(run)) return "tools";
  if (!levels.empty() && std::ranges::find(levels, result.level) == levels.end()) return "levels";
  if (!cwes.empty() && !share_one(result.cwes, cwes)) return "cwes";
  if (!rules.empty() && !matches_any(rules, result.rule)) return "rules";
  if (!baseline.empty() && std::ranges::find(baseline, baseline_of(result)) == baseline.end()) return "baseline";
  if (min_severity_tenths && result.severity_tenths.value_or(0) < *min_severity_tenths) return "min-security-severity";
  return {};
}

bool ResultFilter::matches(const ScanRun& run, const ScanResult& result) const {
  return is_open(result) && first_unmet(run, result).empty();
}

std::vector<int> read_cwes(yaml::Fields& fields) {
  std::vector<int> cwes;
  const yaml::Node* node = fields.find("cwes");
  if (!node) return cwes;
  if (!node->is_sequence()) fields.complain(*node, "yaml-type", "`cwes` must be a list of numbers");
  for (const yaml::Node& item : node->items()) {
    if (std::optional<int> cwe = item.is_scalar() ? parse_cwe(item.scalar()) : std::nullopt) cwes.push_back(*cwe);
    else fields.complain(item, "cwe", "expected the number of a CWE, such as 79");
  }
  std::ranges::sort(cwes);
  return cwes;
}

ResultFilter read_result_filter(yaml::Fields& fields) {
  ResultFilter filter;
  filter.levels = read_words<sarif::Level>(
      fields, "levels", {{"error", sarif::Level::Error}, {"warning", sarif::Level::Warning}, {"note", sarif::Level::Note}});
  filter.cwes = read_cwes(fields);
  filter.rules = fields.texts("rules");
  filter.tools = fields.texts("tools");
  filter.baseline = read_words<Baseline>(fields, "baseline",
                                         {{"new", Baseline::New},
                                          {"unchanged", Baseline::Unchanged},
                                          {"updated", Baseline::Updated},
                                          {"not-compared", Baseline::NotCompared}});
  if (auto score = fields.number("min-security-severity", 0, 10))
    filter.min_severity_tenths = static_cast<int>(*score * 10 + 0.5);
  return filter;
}

}  // namespace sluice::checklists
