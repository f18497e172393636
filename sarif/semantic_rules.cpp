// What SARIF 2.1.0 says and its JSON schema cannot. To add a rule: 1. a row in kRules;
// 2. a check in the function of the object it looks at; 3. a case in
// tests/unit/sarif/data/violations.json.
#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "base/text.h"
#include "sarif/formats.h"
#include "sarif/validation.h"

namespace sluice::sarif {
namespace {

using json::Value;

constexpr ValidationRule kRules[] = {
    {"sarif-absolute-uri-with-base", Level::Error, "An absolute uri has no uriBaseId (3.4.4)"},
    {"sarif-base-id-form", Level::Error, "A base uri ends in one `/`, without query, fragment and `..` (3.14.14)"},
    {"sarif-base-id-unknown", Level::Warning, "uriBaseId names an entry of originalUriBaseIds (3.14.14)"},
    {"sarif-baseline-state-mixed", Level::Error, "baselineState stands on all results or on none (3.27.24)"},
    {"sarif-byte-order-mark", Level::Error, "The text has no byte order mark: consumers' parsers refuse it (3.1)"},
    {"sarif-column-kind-missing", Level::Error, "columnKind is there when there are text results (3.14.27)"},
    {"sarif-context-not-larger", Level::Warning, "contextRegion is larger than region (3.29.5)"},
    {"sarif-duplicate-rule-id", Level::Warning, "Each rule has an id of its own (3.49.3)"},
    {"sarif-failed-run", Level::Warning, "An error notification means that the run failed (3.20.21)"},
    {"sarif-fingerprint-key", Level::Warning, "A fingerprint's key with a `/` is name/vN (3.5.4.2)"},
    {"sarif-index-out-of-range", Level::Error, "An index is inside the array it points into (3.7.4)"},
    {"sarif-level-with-kind", Level::Error, "A result of another kind than fail has level none (3.27.10)"},
    {"sarif-message-arguments", Level::Error, "A message has an argument for each placeholder (3.11.5)"},
    {"sarif-message-id-unknown", Level::Error, "A message's id names one of its rule's strings (3.11.7)"},
    {"sarif-message-link", Level::Warning, "A link in a message names a related location (3.11.6)"},
    {"sarif-region-order", Level::Error, "A region ends behind its begin (3.30)"},
    {"sarif-region-without-start", Level::Error, "A region has a startLine or an offset (3.30)"},
    {"sarif-results-missing", Level::Warning, "A run that succeeded has `results`, if only [] (3.14.23)"},
    {"sarif-rule-id-mismatch", Level::Error, "ruleIndex and ruleId name one rule (3.27.5)"},
    {"sarif-rule-unknown", Level::Warning, "A result's rule is described (3.27.5)"},
    {"sarif-schema-uri", Level::Warning, "$schema names the schema of SARIF 2.1.0 (3.13.3)"},
    {"sarif-suppressions-mixed", Level::Error, "suppressions stand on all results or on none (3.27.23)"},
    {"sarif-uri-form", Level::Warning, "A uri has no `.` and empty segments and no `..` (3.10.2)"},
};

// What the objects of one run refer to.
struct RunFacts {
  Value run;
  std::set<std::string> base_ids;
  std::vector<Value> rules;  // the driver's
  std::set<std::string> rule_ids;
  std::vector<std::int64_t> taxa;  // how many each taxonomy has
  std::int64_t artifacts, logical_locations, thread_flow_locations, extensions;
};

std::int64_t size_at(const Value& value, std::initializer_list<std::string_view> keys) {
  const std::optional<Value> found = at(value, keys);
  return found ? static_cast<std::int64_t>(found->size()) : 0;
}

RunFacts facts_of(const Value& run) {
  RunFacts facts{run,
                 {},
                 items_at(run, {"tool", "driver", "rules"}),
                 {},
                 {},
                 size_at(run, {"artifacts"}),
                 size_at(run, {"logicalLocations"}),
                 size_at(run, {"threadFlowLocations"}),
                 size_at(run, {"tool", "extensions"})};
  if (const std::optional<Value> ids = run.find("originalUriBaseIds"))
    for (const json::Pair pair : ids->pairs()) facts.base_ids.insert(pair.key.text());
  for (const Value& rule : facts.rules) facts.rule_ids.insert(text_at(rule, {"id"}));
  for (const Value taxonomy : items_at(run, {"taxonomies"})) facts.taxa.push_back(size_at(taxonomy, {"taxa"}));
  return facts;
}

class StandardCheck {
 public:
  StandardCheck(const RunFacts& facts, const Reporter& report) : facts_(facts), report_(report) {}

  void run() {
    check_rules();
    check_base_ids();
    check_invocations();
    check_results();
    walk(facts_.run, "run");
  }

 private:
  void check_rules();
  void check_base_ids();
  void check_invocations();
  void check_results();
  void check_mixed(const std::vector<Value>& results, std::string_view key, std::string_view id);
  void check_result(const Value& result);
  void check_rule_of(const Value& result);
  void check_message(const Value& result);
  void check_links(const Value& result, const std::string& text);
  void check_fingerprint_keys(const Value& result);
  // The objects that occur in many places, found by the name of the member that holds them.
  void walk(const Value& value, std::string_view key);
  void check_object(const Value& object, std::string_view key);
  void check_artifact_location(const Value& location);
  void check_region(const Value& region);
  void check_context(const Value& physical_location);
  void check_index(const Value& object, std::string_view key, std::int64_t size, std::string_view array);
  void check_reference(const Value& reference);

  const RunFacts& facts_;
  const Reporter& report_;
};

void StandardCheck::check_rules() {
  std::set<std::string> seen;
  for (const Value& rule : facts_.rules) {
    const std::string id = text_at(rule, {"id"});
    if (!seen.insert(id).second)
      report_.tell("sarif-duplicate-rule-id", rule, fmt::format("another rule has the id `{}`", id));
  }
}

bool has_dot_dot(std::string_view uri) {
  return std::ranges::any_of(split(uri, '/'), [](std::string_view segment) { return segment == ".."; });
}

void StandardCheck::check_base_ids() {
  const std::optional<Value> ids = facts_.run.find("originalUriBaseIds");
  if (!ids) return;
  for (const json::Pair pair : ids->pairs()) {
    const std::string uri = text_at(pair.value, {"uri"});
    if (uri.empty()) continue;
    const bool good = uri.ends_with('/') && (!uri.ends_with("//") || uri.ends_with(":///")) &&
                      uri.find_first_of("?#") == uri.npos && !has_dot_dot(uri);
    if (!good)
      report_.tell("sarif-base-id-form", pair.value,
                   fmt::format("`{}` must end in one `/` and hold no query, fragment or `..`", uri));
  }
}

void StandardCheck::check_invocations() {
  bool succeeded = false;
  for (const Value invocation : items_at(facts_.run, {"invocations"})) {
    const std::optional<Value> success = invocation.find("executionSuccessful");
    if (!success || success->type() != json::Type::True) continue;
    succeeded = true;
    for (const std::string_view list : {"toolExecutionNotifications", "toolConfigurationNotifications"})
      for (const Value notification : items_at(invocation, {list}))
        if (text_at(notification, {"level"}) == "error")
          report_.tell("sarif-failed-run", notification, "this is an error, but executionSuccessful is true");
  }
  if (succeeded && !has(facts_.run, "results"))
    report_.tell("sarif-results-missing", facts_.run,
                 "the run says it succeeded but has no `results`; expected an array");
}

void StandardCheck::check_mixed(const std::vector<Value>& results, std::string_view key, std::string_view id) {
  const auto with = std::ranges::count_if(results, [&](const Value& result) { return has(result, key); });
  if (with == 0 || with == std::ssize(results)) return;
  const auto first = std::ranges::find_if(results, [&](const Value& result) { return !has(result, key); });
  report_.tell(
      id, *first,
      fmt::format("{} of {} results have `{}`, this one has not; expected all or none", with, results.size(), key));
}

void StandardCheck::check_results() {
  const std::vector<Value> results = items_at(facts_.run, {"results"});
  check_mixed(results, "suppressions", "sarif-suppressions-mixed");
  check_mixed(results, "baselineState", "sarif-baseline-state-mixed");
  const auto has_text_region = [](const Value& result) {
    return std::ranges::any_of(items_at(result, {"locations"}), [](const Value& location) {
      return at(location, {"physicalLocation", "region", "startLine"}).has_value();
    });
  };
  if (!has(facts_.run, "columnKind") && std::ranges::any_of(results, has_text_region))
    report_.tell("sarif-column-kind-missing", facts_.run, "`columnKind` is missing: nobody knows what a column counts");
  for (const Value& result : results) check_result(result);
}

void StandardCheck::check_result(const Value& result) {
  const std::string kind = text_at(result, {"kind"}), level = text_at(result, {"level"});
  if (!kind.empty() && kind != "fail" && !level.empty() && level != "none")
    report_.tell("sarif-level-with-kind", result, fmt::format("kind `{}` has level `{}`; expected none", kind, level));
  check_rule_of(result);
  check_message(result);
  check_fingerprint_keys(result);
}

// A ruleId may go into detail: rule `SQL`, ruleId `SQL/concatenation`.
bool is_described(const std::set<std::string>& rules, const std::string& id) {
  for (std::size_t end = id.size(); end != id.npos; end = end == 0 ? id.npos : id.rfind('/', end - 1))
    if (rules.contains(id.substr(0, end))) return true;
  return false;
}

void StandardCheck::check_rule_of(const Value& result) {
  const std::string id = text_at(result, {"ruleId"});
  const std::int64_t index = integer_at(result, {"ruleIndex"}).value_or(-1);
  const bool may_be_elsewhere = facts_.extensions > 0 || at(result, {"rule", "toolComponent"});
  if (may_be_elsewhere) return;
  if (index < 0) {
    if (!id.empty() && !facts_.rules.empty() && !is_described(facts_.rule_ids, id))
      report_.tell("sarif-rule-unknown", result, fmt::format("no rule has the id `{}`", id));
    return;
  }
  const Value at_index = *result.find("ruleIndex");
  if (index >= std::ssize(facts_.rules)) {
    report_.tell("sarif-index-out-of-range", at_index,
                 fmt::format("ruleIndex {} points behind the {} rules", index, facts_.rules.size()));
    return;
  }
  const std::string described = text_at(facts_.rules[static_cast<std::size_t>(index)], {"id"});
  if (!id.empty() && id != described && !id.starts_with(described + "/"))
    report_.tell("sarif-rule-id-mismatch", at_index,
                 fmt::format("ruleId is `{}`, but ruleIndex {} is `{}`", id, index, described));
}

// The highest n of the placeholders `{n}`; -1 when there is none.
int highest_placeholder(std::string_view text) {
  int highest = -1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{') continue;
    if (i + 1 < text.size() && text[i + 1] == '{') {
      ++i;  // `{{` is a brace
      continue;
    }
    std::size_t end = i + 1;
    int number = 0;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9' && number < 1000)
      number = number * 10 + (text[end++] - '0');
    if (end > i + 1 && end < text.size() && text[end] == '}') highest = std::max(highest, number);
  }
  return highest;
}

void StandardCheck::check_message(const Value& result) {
  const std::optional<Value> message = result.find("message");
  if (!message) return;
  std::string text = text_at(*message, {"text"});
  check_links(result, text);
  const std::string id = text_at(*message, {"id"});
  if (id.empty()) return;
  const std::optional<std::int64_t> index = integer_at(result, {"ruleIndex"});
  if (!index || *index < 0 || *index >= std::ssize(facts_.rules)) return;
  const Value& rule = facts_.rules[static_cast<std::size_t>(*index)];
  const std::optional<Value> string = at(rule, {"messageStrings", id});
  const bool global = at(facts_.run, {"tool", "driver", "globalMessageStrings", id}).has_value();
  if (!string && !global && text.empty())
    report_.tell("sarif-message-id-unknown", *message, fmt::format("the rule has no message string `{}`", id));
  if (!string) return;
  const int highest = highest_placeholder(text_at(*string, {"text"}));
  const auto arguments = size_at(*message, {"arguments"});
  if (highest >= arguments)
    report_.tell("sarif-message-arguments", *message,
                 fmt::format("the string has the placeholder {{{}}}, but there are {} arguments", highest, arguments));
}

void StandardCheck::check_links(const Value& result, const std::string& text) {
  std::set<std::int64_t> ids;
  for (const std::string_view list : {"locations", "relatedLocations"})
    for (const Value location : items_at(result, {list}))
      if (const auto id = integer_at(location, {"id"})) ids.insert(*id);
  for (std::size_t i = text.find("]("); i != text.npos; i = text.find("](", i + 2)) {
    const std::size_t end = text.find(')', i);
    const std::string_view target = std::string_view(text).substr(i + 2, std::min(end, text.size()) - i - 2);
    const bool number = !target.empty() && target.size() < 10 && target.find_first_not_of("0123456789") == target.npos;
    if (end != text.npos && number && !ids.contains(std::stoll(std::string(target))))
      report_.tell("sarif-message-link", *at(result, {"message", "text"}),
                   fmt::format("the link ({}) names no related location", target));
  }
}

bool is_versioned(std::string_view key) {
  const std::size_t slash = key.rfind('/');
  std::string_view version = key.substr(slash + 1);
  if (version.starts_with('v')) version.remove_prefix(1);
  return !version.empty() && version.find_first_not_of("0123456789") == version.npos;
}

void StandardCheck::check_fingerprint_keys(const Value& result) {
  for (const std::string_view member : {"fingerprints", "partialFingerprints"}) {
    const std::optional<Value> fingerprints = result.find(member);
    if (!fingerprints) continue;
    for (const json::Pair pair : fingerprints->pairs()) {
      const std::string key = pair.key.text();
      if (key.find('/') != key.npos && !is_versioned(key))
        report_.tell("sarif-fingerprint-key", pair.key,
                     fmt::format("key `{}` is not name/vN; some importers crash on it", key));
    }
  }
}

void StandardCheck::walk(const Value& value, std::string_view key) {
  for (const Value item : value.items()) walk(item, key);
  if (!value.is_object()) return;
  check_object(value, key);
  for (const json::Pair pair : value.pairs()) {
    const std::string name = pair.key.text();
    if (name != "properties" && name != "originalUriBaseIds") walk(pair.value, name);
  }
}

void StandardCheck::check_object(const Value& object, std::string_view key) {
  static constexpr std::string_view kArtifactLocations[] = {"artifactLocation", "analysisTarget",     "mappedTo",
                                                            "workingDirectory", "executableLocation", "responseFiles"};
  static constexpr std::string_view kRegions[] = {"region", "contextRegion", "deletedRegion"};
  static constexpr std::string_view kReferences[] = {"descriptor", "associatedRule", "taxa", "target", "rule"};
  const auto is_one_of = [&](const auto& names) { return std::ranges::find(names, key) != std::end(names); };
  const bool artifact = key == "location" && object.find("uri").has_value();
  if (artifact || is_one_of(kArtifactLocations)) check_artifact_location(object);
  if (is_one_of(kRegions)) check_region(object);
  if (key == "physicalLocation") check_context(object);
  if (key == "logicalLocations") check_index(object, "index", facts_.logical_locations, "logicalLocations");
  const bool flow_step = key == "locations" && (object.find("location") || object.find("executionOrder"));
  if (flow_step) check_index(object, "index", facts_.thread_flow_locations, "threadFlowLocations");
  if (is_one_of(kReferences)) check_reference(object);
}

void StandardCheck::check_index(const Value& object, std::string_view key, std::int64_t size, std::string_view array) {
  const std::optional<std::int64_t> index = integer_at(object, {key});
  if (!index || *index < size) return;
  report_.tell("sarif-index-out-of-range", *object.find(key),
               fmt::format("{} {} points behind the {} items of `{}`", key, *index, size, array));
}

void StandardCheck::check_reference(const Value& reference) {
  const std::optional<Value> component = reference.find("toolComponent");
  if (!component) return;
  const std::int64_t index = integer_at(*component, {"index"}).value_or(-1);
  // With extensions in the run, the index may be into them.
  if (index < 0 || facts_.extensions > 0) return;
  check_index(*component, "index", std::ssize(facts_.taxa), "taxonomies");
  if (index < std::ssize(facts_.taxa))
    check_index(reference, "index", facts_.taxa[static_cast<std::size_t>(index)], "taxa");
}

void StandardCheck::check_artifact_location(const Value& location) {
  const std::string uri = text_at(location, {"uri"}), base = text_at(location, {"uriBaseId"});
  check_index(location, "index", facts_.artifacts, "artifacts");
  if (!base.empty() && !facts_.base_ids.contains(base))
    report_.tell("sarif-base-id-unknown", location, fmt::format("uriBaseId `{}` is not in originalUriBaseIds", base));
  if (has_scheme(uri) && !base.empty())
    report_.tell("sarif-absolute-uri-with-base", location,
                 fmt::format("`{}` is absolute and has uriBaseId `{}`", uri, base));
  const std::string_view path = std::string_view(uri).substr(0, uri.find_first_of("?#"));
  const std::size_t authority = path.find("//");
  const std::string_view rest = has_scheme(uri) && authority != path.npos ? path.substr(authority + 2) : path;
  const std::vector<std::string_view> segments = split(rest, '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool edge = i == 0 || i + 1 == segments.size();
    if (segments[i] == "." || segments[i] == ".." || (segments[i].empty() && !edge)) {
      report_.tell("sarif-uri-form", location,
                   fmt::format("`{}` has a segment `{}`; write the path in its shortest form", uri, segments[i]));
      return;
    }
  }
}

void StandardCheck::check_region(const Value& region) {
  if (!has(region, "startLine") && !has(region, "charOffset") && !has(region, "byteOffset"))
    report_.tell("sarif-region-without-start", region, "a region needs a startLine, a charOffset or a byteOffset");
  const auto start = integer_at(region, {"startLine"});
  if (!start) return;
  const std::int64_t end = integer_at(region, {"endLine"}).value_or(*start);
  const std::int64_t start_column = integer_at(region, {"startColumn"}).value_or(1);
  const auto end_column = integer_at(region, {"endColumn"});
  const bool backwards = end < *start || (end == *start && end_column && *end_column < start_column);
  if (backwards) report_.tell("sarif-region-order", region, "this region ends before it begins");
}

void StandardCheck::check_context(const Value& location) {
  const std::optional<Value> region = location.find("region"), context = location.find("contextRegion");
  if (!region || !context) return;
  const auto start = integer_at(*region, {"startLine"}), context_start = integer_at(*context, {"startLine"});
  if (!start || !context_start) return;
  const std::int64_t end = integer_at(*region, {"endLine"}).value_or(*start);
  const std::int64_t context_end = integer_at(*context, {"endLine"}).value_or(*context_start);
  const bool holds = *context_start <= *start && context_end >= end;
  const bool same_lines = *context_start == *start && context_end == end;
  const bool columns_tell = has(*region, "startColumn") || has(*context, "startColumn");
  if (!holds || (same_lines && !columns_tell))
    report_.tell("sarif-context-not-larger", *context, "contextRegion must hold `region` and more");
}

void check_head(const json::Document& document, const Reporter& report) {
  const Value root = document.root();
  if (document.has_byte_order_mark())
    report.tell("sarif-byte-order-mark", root, "the text begins with a byte order mark; write UTF-8 without one");
  const std::string schema = text_at(root, {"$schema"});
  if (root.is_object() && !schema.ends_with("2.1.0") && !schema.ends_with("2.1.0.json"))
    report.tell("sarif-schema-uri", root.find("$schema").value_or(root),
                schema.empty() ? "`$schema` is missing" : fmt::format("`{}` is not the schema of SARIF 2.1.0", schema));
}

}  // namespace

std::span<const ValidationRule> semantic_rules() { return kRules; }

void check_standard(const json::Document& document, ViolationSink& sink) {
  const Reporter report(kRules, sink);
  check_head(document, report);
  for (const Value run : items_at(document.root(), {"runs"})) {
    const RunFacts facts = facts_of(run);
    StandardCheck(facts, report).run();
  }
}

}  // namespace sluice::sarif
