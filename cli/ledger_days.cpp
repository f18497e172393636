#include "cli/ledger_days.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "signoff/strict_json.h"

namespace sluice::cli {
namespace {

using Json = nlohmann::ordered_json;

// Calls for each thing with a clock: its names and the earliest day that its report tells.
template <class Call>
void for_each_clock(const gate::GateInput& input, Call call) {
  auto earlier = [](std::optional<Date> a, Date b) { return a ? std::min(*a, b) : b; };
  for (const gate::Assessment& one : input.assessments) {
    std::optional<Instant> when = one.ended ? one.ended : one.began;
    Date report_day = std::min(when ? day_of(*when) : input.as_of, input.as_of);
    for (const gate::Vulnerability& vulnerability : one.report.vulnerabilities) {
      std::vector<std::string> names = {vulnerability.identity};
      names.insert(names.end(), vulnerability.ids.cve.begin(), vulnerability.ids.cve.end());
      names.insert(names.end(), vulnerability.ids.ghsa.begin(), vulnerability.ids.ghsa.end());
      call(names, earlier(vulnerability.first_seen, report_day));
    }
  }
  for (const checklists::Scan& scan : input.scans)
    for (const checklists::ScanRun& run : scan.runs) {
      Date report_day = std::min(run.ended ? day_of(*run.ended) : input.as_of, input.as_of);
      for (const checklists::ScanResult& result : run.results) call(std::vector<std::string>{result.identity}, earlier(result.first_seen, report_day));
    }
}

std::string lines_of(const gate::FirstSeen& days) {
  std::string text;
  for (const auto& [name, day] : days.days) text += name + " " + day_text(day) + "\n";
  return text;
}

}  // namespace

gate::FirstSeen days_for(const gate::GateInput& input, const Days& known, const std::string& ledger_id) {
  gate::FirstSeen used;
  for_each_clock(input, [&](const std::vector<std::string>& names, Date) {
    for (const std::string& name : names)
      if (auto at = known.find(name); at != known.end()) used.days.emplace(name, at->second);
  });
  used.file = "ledger:" + ledger_id;
  used.sha256 = sha256_hex(lines_of(used));
  return used;
}

void use_ledger_days(gate::GateInput& input, gate::FirstSeen days) {
  for (const auto& [name, day] : days.days) {
    auto [at, is_new] = input.first_seen.days.emplace(name, day);
    if (!is_new) at->second = std::min(at->second, day);
  }
  input.ledger_days = std::move(days);
}

// Recorded is the identity alone: a CVE elsewhere is another thing with another clock.
Days days_to_record(const gate::GateInput& input, const Days& known) {
  Days first;
  for_each_clock(input, [&](const std::vector<std::string>& names, Date day) {
    if (std::optional<Date> told = input.first_seen.find(names)) day = std::min(day, *told);
    auto [at, is_new] = first.emplace(names.front(), day);
    if (!is_new) at->second = std::min(at->second, day);
  });
  std::erase_if(first, [&](const auto& each) {
    auto at = known.find(each.first);
    return at != known.end() && at->second <= each.second;
  });
  return first;
}

std::string ledger_days_json(const gate::FirstSeen& days) {
  if (days.file.empty()) return {};
  Json json = {{"name", days.file}, {"days", Json::object()}};
  for (const auto& [name, day] : days.days) json["days"][name] = day_text(day);
  return json.dump();
}

Result<gate::FirstSeen> parse_ledger_days(const std::string& file, std::string_view text) {
  gate::FirstSeen used;
  if (text.empty()) return used;
  SLUICE_TRY(Json json, signoff::parse_json(file, text));
  bool good = json.is_object() && json.contains("name") && json["name"].is_string() && json.contains("days") && json["days"].is_object();
  if (good) used.file = json["name"].get<std::string>();
  const Json days = good ? json["days"] : Json::object();
  for (const auto& [name, value] : days.items()) {
    std::optional<Date> day = value.is_string() ? parse_day(value.get<std::string>()) : std::nullopt;
    good = good && day;
    if (day) used.days[name] = *day;
  }
  if (!good) return fail({file}, "ledger-days", "expected {\"name\": .., \"days\": {NAME: DAY}}");
  used.sha256 = sha256_hex(lines_of(used));
  return used;
}

}  // namespace sluice::cli
