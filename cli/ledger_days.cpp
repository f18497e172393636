#include "cli/ledger_days.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "gate/model.h"
#include "gate/vex.h"
#include "signoff/strict_json.h"

namespace sluice::cli {
namespace {

using Json = nlohmann::ordered_json;

// Calls for each thing with a clock: its names and the earliest day that its reports tell.
template <class Call>
void for_each_clock(const gate::GateInput& input, Call call) {
  gate::Model model(input.assessments, input.scans);
  for (std::size_t i = 0; i < model.size(); ++i) {
    gate::MergedVulnerability merged = model.at(i);
    Date report_day = std::min(merged.report_day.value_or(input.as_of), input.as_of);
    call(merged.names, std::min(merged.vulnerability.first_seen.value_or(report_day), report_day));
  }
  // What is stated about the release has a clock, too: a document that is written anew must not start it anew.
  gate::VexBook statements(input.vex, input.policy.vex, input.release, input.as_of);
  for (const gate::VexBook::Stated& stated : statements.alone().on_release) call({stated.newest->said->identity}, day_of(stated.since));
}

bool is_identity(const std::string& name) { return name.size() == 64 && name.find('-') == std::string::npos; }

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

// Recorded are identities, of the vulnerability and of its witnesses, so that its clock is found when a tool is no
// longer used. Not the CVE: elsewhere it is another thing with another clock.
Days days_to_record(const gate::GateInput& input, const Days& known) {
  Days first;
  for_each_clock(input, [&](const std::vector<std::string>& names, Date day) {
    if (std::optional<Date> told = input.first_seen.find(names)) day = std::min(day, *told);
    for (const std::string& name : names) {
      if (!is_identity(name)) continue;
      auto [at, is_new] = first.emplace(name, day);
      if (!is_new) at->second = std::min(at->second, day);
    }
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
