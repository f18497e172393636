// Nuclei's results: a JSON array, lines of JSON, or one object. Source: the output types of
// projectdiscovery/nuclei (pkg/output).
//
// There is no envelope: nothing says what was scanned, or that the scan ended, and an empty
// file is what a failed run leaves, too, and is refused. A result whose `matcher-status` is
// false did not match. Identity: template, matcher, where it matched (without query).
#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/json_access.h"
#include "gate/report_builder.h"

namespace sluice::gate {
namespace {

bool is_result(const Json& json) {
  return json.is_object() && find_member(json, "info") && json["info"].is_object() &&
         (find_member(json, "template-id") || find_member(json, "templateID"));
}

// The dashes of today, the capitals of version 2.
std::string either(const Json& json, std::string_view today, std::string_view before) {
  std::string text = text_of(json, today);
  return text.empty() ? text_of(json, before) : text;
}

void read_classification(const Json& info, Vulnerability& vulnerability) {
  const Json* classification = find_member(info, "classification");
  if (!classification) return;
  for (std::string_view key : {"cve-id", "cwe-id"})
    for (const std::string& id : texts_of(*classification, key)) add_ids(vulnerability.ids, id);
  std::string vector = text_of(*classification, "cvss-metrics"), score = text_of(*classification, "cvss-score");
  if (!vector.empty() || !score.empty()) add_rating(vulnerability, {"nuclei", vector, score, {}});
  vulnerability.epss = probability_of(text_of(*classification, "epss-score"));
}

Result<void> import_result(const Json& json, const JsonPlace& place, ReportBuilder& builder) {
  if (!is_result(json)) return fail_at(place, "import-missing-member", "expected `template-id` and `info`");
  if (const Json* matched = find_member(json, "matcher-status");
      matched && matched->is_boolean() && !matched->get<bool>()) {
    builder.leave_out("did-not-match");
    return {};
  }
  const Json& info = json["info"];
  Vulnerability vulnerability;
  vulnerability.ids.rule = either(json, "template-id", "templateID");
  add_ids(vulnerability.ids, vulnerability.ids.rule);
  read_classification(info, vulnerability);
  for (const std::string& tag : texts_of(info, "tags"))
    if (tag == "kev" || tag == "vkev") vulnerability.known_exploited = true;
  vulnerability.title = text_of(info, "name");
  vulnerability.description = text_of(info, "description");
  vulnerability.remediation = text_of(info, "remediation");
  vulnerability.tool_severity = text_of(info, "severity");
  vulnerability.severity = severity_word_of(vulnerability.tool_severity);
  std::string matched_at = either(json, "matched-at", "matched"), host = text_of(json, "host");
  vulnerability.asset = asset_of_url(matched_at.empty() ? host : matched_at);
  if (std::string ip = text_of(json, "ip"); !ip.empty()) vulnerability.asset.ip = ip;
  std::string matcher = either(json, "matcher-name", "matcher_name");
  if (!matcher.empty()) add_evidence(vulnerability, "matcher: " + matcher);
  for (const std::string& found : texts_of(json, "extracted-results")) add_evidence(vulnerability, "found: " + found);
  vulnerability.last_seen = day_of(text_of(json, "timestamp"));
  builder.add_target(host);
  builder.scanned_from(vulnerability.last_seen, text_of(json, "timestamp"));
  builder.scanned_until(vulnerability.last_seen, text_of(json, "timestamp"));
  IdentityParts identity = {{"scheme", "nuclei/1"},
                            {"template", vulnerability.ids.rule},
                            {"matcher", matcher},
                            {"at", stable_url(matched_at.empty() ? host : matched_at)}};
  builder.add_finding(std::move(vulnerability), identity);
  return {};
}

// Errors of a line are told at their line in the file.
void move_to_line(Errors& errors, std::size_t line) {
  for (Error& error : errors.list) error.place.line = static_cast<std::uint32_t>(line);
}

Result<void> import_line(const std::string& file, std::string_view text, std::size_t line, ReportBuilder& builder) {
  JsonOutline outline;
  Errors errors;
  auto parsed = parse_json_outline(file, text, {}, outline, errors);
  if (!parsed) errors.append(std::move(parsed).error());
  if (errors.empty())
    if (auto imported = import_result(outline.root, {file, text, ""}, builder); !imported)
      errors.append(std::move(imported).error());
  move_to_line(errors, line);
  if (!errors.empty()) return std::unexpected(std::move(errors));
  return {};
}

Result<void> import_lines(const ReportDocument& document, ReportBuilder& builder) {
  std::string_view rest = document.text();
  for (std::size_t line = 1; !rest.empty(); ++line) {
    std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
    if (!trim(text).empty()) SLUICE_CHECK(import_line(document.file(), text, line, builder));
  }
  return {};
}

// The first line is a result by itself, and what follows makes the whole no JSON.
bool begins_with_a_line(const ReportDocument& document) {
  constexpr std::size_t kMaxLine = 16UL * 1024 * 1024;
  std::string_view text = document.text();
  auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '{') return false;
  std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.size() > kMaxLine || begin + line.size() >= text.size()) return false;
  JsonOutline outline;
  Errors errors;
  return parse_json_outline(document.file(), line, {}, outline, errors) && errors.empty() && is_result(outline.root);
}

bool recognizes(const ReportDocument& document) {
  if (document.form() == ReportDocument::Form::AsJson)
    return is_result(document.json()) || is_result(document.first_item(""));
  return document.form() == ReportDocument::Form::AsText && begins_with_a_line(document);
}

Result<void> import(const ReportDocument& document, ReportBuilder& builder) {
  builder.report().tool = "Nuclei";
  if (document.form() == ReportDocument::Form::AsText) return import_lines(document, builder);
  JsonPlace place = JsonPlace::root_of(document);
  if (document.json().is_object()) return import_result(document.json(), place, builder);
  return for_each_object_in(document.json(), place, [&](const Json& json, const JsonPlace& json_place) {
    return import_result(json, json_place, builder);
  });
}

}  // namespace

std::unique_ptr<const Importer> make_nuclei_importer() { return importer_of("nuclei", recognizes, import); }

}  // namespace sluice::gate
