#include "report/waiver_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace sluice::report {
namespace {

using namespace gate;
using Json = nlohmann::ordered_json;

// What it covers, in one line.
std::string scope_text(const WaiverScope& scope) {
  std::vector<std::string> parts;
  auto add = [&](std::string_view name, const std::vector<std::string>& list) {
    if (!list.empty()) parts.push_back(fmt::format("{}{}", name, fmt::join(list, ", ")));
  };
  add("", scope.ids);
  add("fingerprint ", scope.fingerprints);
  add("rule ", scope.rules);
  if (!scope.component.empty())
    parts.push_back(fmt::format("in {}{}", scope.component, scope.component_versions ? " " + scope.component_versions->text() : ""));
  add("at ", scope.paths);
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string state_text(const WaiverRow& row) {
  if (row.is_history) return "over, and renewed";
  if (row.problems.empty()) return fmt::format("counts, {} day{} left", row.days_left, row.days_left == 1 ? "" : "s");
  return fmt::format("{}: {}", to_string(row.problems.front().trouble), row.problems.front().what);
}

std::string as_text(const std::vector<WaiverRow>& rows) {
  std::string out;
  for (const WaiverRow& row : rows) {
    const Waiver& one = *row.waiver;
    out += escape_terminal(fmt::format("{}  {}\n", one.id, state_text(row)));
    out += escape_terminal(fmt::format("    covers   {}, up to {}, in versions {}\n", scope_text(one.covers), to_string(one.max_score), one.product_versions.text()));
    out += escape_terminal(fmt::format("    risk     {} ({}, {}); control: {}\n", one.level, one.likelihood, one.impact, trim(one.control)));
    out += escape_terminal(fmt::format("    reason   {}\n", trim(one.reason)));
    out += escape_terminal(fmt::format("    by       {} as {}, {} until {}{}\n", one.approver, one.role, day_text(one.approved), day_text(one.expires),
                                       row.renewals ? fmt::format(", renewal {} (before: {})", row.renewals, one.previous) : ""));
    out += escape_terminal(fmt::format("    at       {}\n", to_string(one.place)));
  }
  return out.empty() ? "No waivers.\n" : out;
}

std::string as_markdown(const std::vector<WaiverRow>& rows) {
  std::string out = "| Waiver | Covers | Up to | Level | Approver | Until | Renewal | State |\n| --- | --- | ---: | --- | --- | --- | ---: | --- |\n";
  for (const WaiverRow& row : rows) {
    const Waiver& one = *row.waiver;
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", escape_markdown(one.id), escape_markdown(scope_text(one.covers)), to_string(one.max_score),
                       escape_markdown(one.level), escape_markdown(one.approver), day_text(one.expires), row.renewals, escape_markdown(state_text(row)));
  }
  return out;
}

Json row_json(const WaiverRow& row) {
  const Waiver& one = *row.waiver;
  auto shown = [](const std::string& text) { return to_valid_utf8(text); };
  Json json;
  json["id"] = shown(one.id);
  json["file"] = shown(one.place.file);
  json["line"] = one.place.line;
  json["counts"] = row.problems.empty() && !row.is_history;
  json["covers"] = shown(scope_text(one.covers));
  json["maxScore"] = one.max_score.tenths / 10.0;
  json["productVersions"] = shown(one.product_versions.text());
  json["level"] = shown(one.level);
  json["likelihood"] = shown(one.likelihood);
  json["impact"] = shown(one.impact);
  json["reason"] = shown(one.reason);
  json["control"] = shown(one.control);
  json["author"] = shown(one.author);
  json["approver"] = shown(one.approver);
  json["role"] = shown(one.role);
  json["approved"] = day_text(one.approved);
  json["expires"] = day_text(one.expires);
  json["daysLeft"] = row.days_left;
  json["renewals"] = row.renewals;
  if (!one.previous.empty()) json["previous"] = shown(one.previous);
  if (one.signer) json["signedBy"] = {{"principal", shown(one.signer->principal)}, {"key", shown(one.signer->key)}};
  json["problems"] = Json::array();
  for (const WaiverProblem& problem : row.problems)
    json["problems"].push_back({{"trouble", std::string(to_string(problem.trouble))}, {"what", shown(problem.what)}, {"remedy", shown(problem.remedy)}});
  return json;
}

std::string as_json(const std::vector<WaiverRow>& rows) {
  Json json;
  json["format"] = "sluice-waivers/1";
  json["waivers"] = Json::array();
  for (const WaiverRow& row : rows) json["waivers"].push_back(row_json(row));
  return json.dump(2) + "\n";
}

}  // namespace

std::vector<WaiverRow> waiver_rows(const Waivers& waivers, const RiskPolicy& risk, Date as_of) {
  std::vector<WaiverRow> rows;
  for (const Waiver& waiver : waivers.list)
    rows.push_back({&waiver, renewals(waiver, waivers), is_history(waiver, waivers, as_of), (waiver.expires - as_of).count(), check_waiver(waiver, waivers, risk, as_of)});
  return rows;
}

std::optional<WaiverForm> waiver_form_of(std::string_view name) {
  if (name == "text") return WaiverForm::Text;
  if (name == "json") return WaiverForm::Json;
  return name == "markdown" ? std::optional(WaiverForm::Markdown) : std::nullopt;
}

std::string show_waivers(const std::vector<WaiverRow>& rows, WaiverForm form) {
  switch (form) {
    case WaiverForm::Text: return as_text(rows);
    case WaiverForm::Json: return as_json(rows);
    case WaiverForm::Markdown: return as_markdown(rows);
  }
  return {};
}

std::string waiver_complaints(const std::vector<WaiverRow>& rows) {
  std::string out;
  for (const WaiverRow& row : rows)
    for (const WaiverProblem& problem : row.problems)
      out += escape_terminal(fmt::format("{}: waiver {}: {}: {}; {}\n", to_string(row.waiver->place), row.waiver->id, to_string(problem.trouble), problem.what, problem.remedy));
  return out;
}

}  // namespace sluice::report
