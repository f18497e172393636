#include "sample_log.h"

#include "base/digest.h"
#include "sarif/columns.h"
#include "sarif/fingerprint.h"

namespace sluice::sarif::test {
namespace {

RuleInput sql_rule() {
  RuleInput rule;
  rule.id = "c-sql-injection";
  rule.short_description = "SQL query built from untrusted input";
  rule.full_description = "Untrusted input reaches a SQL statement without parameter binding.";
  rule.help_text = "Use a prepared statement and bind the value.";
  rule.help_markdown = "Use a **prepared statement** and bind the value.";
  rule.level = Level::Error;
  rule.security_severity = 8.8;
  rule.precision = "high";
  rule.cwe = {89};
  rule.owasp_2021 = {"A03:2021"};
  rule.owasp_2025 = {"A05:2025"};
  return rule;
}

RuleInput banner_rule() {
  RuleInput rule;
  rule.id = "banner";
  rule.level = Level::Note;
  return rule;
}

PlaceInput place(std::string_view part, std::string definition, std::string message = {}) {
  const TextLines lines(kQuerySource);
  const std::size_t begin = kQuerySource.find(part);
  PlaceInput place;
  place.path = "src/query file.c";
  place.region = lines.region(begin, begin + part.size());
  place.context = lines.context(place.region);
  place.definition = std::move(definition);
  place.definition_kind = "function";
  place.message = std::move(message);
  return place;
}

ResultInput sql_result(std::string_view part) {
  ResultInput result;
  result.rule_id = "c-sql-injection";
  result.message = "Data from `argv` reaches the SQL call, see [the source](1)";
  result.place = place(part, "lookup");
  result.related = {place("argv[1]", "main", "Source of the data")};
  result.line_hash = line_hashes(kQuerySource)[static_cast<std::size_t>(result.place.region.start_line - 1)].text();
  return result;
}

ResultInput flow_result() {
  ResultInput result = sql_result("db_exec(d, q)");
  FlowInput& flow = result.flows.emplace_back();
  flow.message = "From argv to db_exec";
  flow.steps = {
      {place("argv[1]", "main", "Source: command line argument"), {"acquire", "taint"}, 0, Importance::Essential},
      {place("name", "lookup", "Parameter `name` receives it"), {"enter", "function"}, 1, Importance::Important},
      {place("db_exec(d, q)", "lookup", "Sink: SQL execution"), {"danger"}, 1, Importance::Essential}};
  result.fixes = {{"Bind the name as a parameter", {{"src/query file.c", result.place.region, "db_bind(d, q, name)"}}}};
  return result;
}

ResultInput suppressed_result() {
  ResultInput result = sql_result("snprintf(q, sizeof q, \"SELECT '%s'\", name)");
  Suppression suppression;
  suppression.kind = SuppressionKind::InSource;
  suppression.status = SuppressionStatus::Accepted;
  suppression.justification = "The value comes from a fixed list.";
  result.suppressions.push_back(suppression);
  return result;
}

ResultInput file_result() {
  ResultInput result;
  result.rule_id = "banner";
  result.message = "The file has no licence banner";
  result.place.path = "docs/100%/\xC3\xA4.txt";
  return result;
}

}  // namespace

RunBuilder sample_builder() {
  ToolInput tool;
  tool.version = "0.1.0";
  tool.information_uri = "https://example.org/sluice";
  RunBuilder builder(tool);
  builder.add_result(suppressed_result());
  builder.add_result(file_result());
  builder.add_result(flow_result());
  builder.add_rule(sql_rule());
  builder.add_rule(banner_rule());
  builder.add_artifact({"src/query file.c", static_cast<std::int64_t>(kQuerySource.size()), "c", "text/x-csrc",
                        sha256_hex(kQuerySource)});
  builder.add_notification_kind({"file-too-large", "A file was not analyzed",
                                 "The file is larger than the limit, so results for it are missing.",
                                 "Raise the limit or leave the file out on purpose.", Level::Warning});
  builder.add_diagnostic(
      {DiagnosticLevel::Warning, "file-too-large", "the file has 12 MiB, the limit is 5 MiB", {"gen/big.c"}, {}});
  builder.add_diagnostic({DiagnosticLevel::Warning,
                          "parse-incomplete",
                          "3 lines were not understood",
                          {"src/query file.c", 2, 3},
                          "banner"});
  builder.add_configuration_diagnostic(
      {DiagnosticLevel::Note, "unknown-rule", "rule `x` does not exist", {"sluice.yaml", 4, 1}, {}});
  builder.set_automation("sluice/c/", "Scan of the C sources");
  VersionControlDetails details;
  details.repository_uri = "https://github.com/example/app";
  details.revision_id = "1a0c6554caa37144459cb97cb15429b27831476e";
  details.branch = "main";
  builder.set_version_control(details);
  InvocationInput invocation;
  invocation.exit_code = 1;
  builder.set_invocation(invocation);
  return builder;
}

Log sample_log() { return sample_builder().build(); }

}  // namespace sluice::sarif::test
