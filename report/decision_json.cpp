#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/version.h"
#include "gate/decision.h"
#include "report/decision_outline.h"
#include "report/decision_report.h"

namespace sluice::report {
namespace {

using namespace gate;
using Json = nlohmann::ordered_json;  // members in the order they are written here

// Reports hold any bytes; JSON is UTF-8.
std::string shown(std::string_view text) { return to_valid_utf8(text); }

void set(Json& json, const char* key, std::string_view text) {
  if (!text.empty()) json[key] = shown(text);
}

// A score as a number with one decimal that reads back as written.
double number(Score score) { return score.tenths / 10.0; }

Json place_json(const Place& place) {
  Json json;
  json["file"] = shown(place.file);
  if (place.line) json["line"] = place.line;
  if (place.column) json["column"] = place.column;
  return json;
}

Json timing_json(const Timing& timing) {
  Json json;
  json["score"] = timing.score ? Json(number(*timing.score)) : Json();
  json["band"] = timing.band ? Json(std::string(to_string(*timing.band))) : Json();
  set(json, "rating", timing.rating);
  json["firstSeen"] = day_text(timing.first_seen);
  json["firstSeenBy"] = shown(timing.first_seen_source);
  json["due"] = timing.due ? Json(day_text(*timing.due)) : Json();
  set(json, "dueBecause", timing.due_because);
  if (timing.environment)
    json["environment"] = {{"asset", shown(timing.environment->asset)}, {"without", number(timing.environment->without)}, {"with", number(timing.environment->with)}};
  return json;
}

Json set_aside_json(const SetAside& one) {
  Json json;
  json["by"] = one.by;
  json["id"] = shown(one.id);
  json["place"] = place_json(one.place);
  json["who"] = shown(one.who);
  json["why"] = shown(one.why);
  set(json, "level", one.level);
  if (one.by == "waiver") json["renewals"] = one.renewals;
  if (one.until) json["until"] = day_text(*one.until);
  json["subject"] = shown(one.subject);
  set(json, "where", one.where);
  set(json, "identity", one.identity);
  if (one.timing) json["timing"] = timing_json(*one.timing);
  return json;
}

Json clause_json(const Clause& clause) {
  return {{"name", shown(clause.name)}, {"place", place_json(clause.place)}, {"default", clause.is_default}};
}

Json reason_json(const Reason& reason) {
  Json json;
  json["effect"] = std::string(to_string(reason.effect));
  json["action"] = std::string(to_string(reason.action));
  json["clause"] = clause_json(reason.clause);
  json["subject"] = shown(reason.subject);
  set(json, "where", reason.where);
  json["what"] = shown(reason.what);
  json["remedy"] = shown(reason.remedy);
  set(json, "identity", reason.identity);
  if (reason.timing) json["timing"] = timing_json(*reason.timing);
  if (!reason.echoes.empty()) json["links"] = Json::array();
  for (const Echo& echo : reason.echoes)
    json["links"].push_back({{"identity", echo.identity}, {"name", shown(echo.name)}, {"where", shown(echo.where)}, {"why", shown(echo.why)}});
  if (reason.more_echoes) json["moreLinks"] = reason.more_echoes;
  json["incompleteEvidence"] = reason.is_incomplete;
  if (reason.without_mode) json["withoutMode"] = std::string(to_string(*reason.without_mode));
  return json;
}

Json account_json(const Account& account) {
  Json json;
  json["clause"] = clause_json(account.clause);
  json["effect"] = std::string(to_string(account.clause.effect));
  json["lookedAt"] = account.looked_at;
  json["decided"] = account.decided;
  json["whyNot"] = Json::object();
  for (const auto& [why, count] : account.why_not) json["whyNot"][shown(why)] = count;
  return json;
}

Json to_go_json(const Decision& decision) {
  Json list = Json::array();
  for (const NextAction& next : actions_to_go(decision))
    list.push_back({{"action", std::string(to_string(next.reason->action))},
                    {"remedy", shown(next.reason->remedy)},
                    {"subject", shown(next.reason->subject)},
                    {"clause", clause_json(next.reason->clause)},
                    {"reasons", next.reasons}});
  return list;
}

Json release_json(const Release& release) {
  Json json;
  json["product"] = shown(release.product);
  json["version"] = shown(release.version);
  json["commit"] = release.commit;
  json["build"] = release.build;
  set(json, "previousActive", release.previous_active);
  if (release.ship_date) json["shipDate"] = day_text(*release.ship_date);
  if (release.sandbox)
    json["sandbox"] = {{"name", shown(release.sandbox->name)}, {"build", release.sandbox->build}, {"deployed", instant_text(release.sandbox->deployed)}};
  return json;
}

Json counts_json(const Counts& counts) {
  Json json;
  for (Band band : {Band::High, Band::Medium, Band::Low}) {
    const BandCount& count = counts.bands[static_cast<std::size_t>(band)];
    json["bands"][std::string(to_string(band))] = {
        {"open", count.open}, {"overdue", count.overdue}, {"dueSoon", count.due_soon}, {"overdueAtShipDate", count.overdue_at_ship_date}};
  }
  json["unrated"] = counts.unrated;
  json["vulnerabilities"] = counts.vulnerabilities;
  json["suppressedVulnerabilities"] = counts.suppressed_vulnerabilities;
  json["waived"] = counts.waived;
  json["cleared"] = counts.cleared;
  json["fixedInCandidate"] = counts.fixed_in_candidate;
  for (sarif::Level level : {sarif::Level::Error, sarif::Level::Warning, sarif::Level::Note, sarif::Level::None})
    json["results"][std::string(sarif::to_string(level))] = counts.results[static_cast<std::size_t>(level)];
  json["suppressedResults"] = counts.suppressed_results;
  json["undecidedResults"] = counts.undecided_results;
  for (sarif::Kind kind : {sarif::Kind::Pass, sarif::Kind::Fail, sarif::Kind::Open, sarif::Kind::Review, sarif::Kind::NotApplicable})
    json["checklist"][std::string(sarif::to_string(kind))] = counts.checklist_items[static_cast<std::size_t>(kind)];
  return json;
}

}  // namespace

std::string decision_json(const Decision& decision) {
  Json json;
  json["format"] = "sluice-decision/1";
  json["sluice"] = std::string(kVersion);
  json["verdict"] = std::string(to_string(decision.verdict));
  json["exitCode"] = static_cast<int>(exit_code(decision));
  json["stage"] = shown(decision.stage);
  json["asOf"] = day_text(decision.as_of);
  json["policy"] = {{"id", shown(decision.policy_id)}, {"version", shown(decision.policy_version)}};
  json["mode"] = std::string(to_string(decision.mode.mode));
  json["release"] = release_json(decision.release);
  json["toGo"] = to_go_json(decision);
  json["reasons"] = Json::array();
  for (const Reason& reason : decision.reasons) json["reasons"].push_back(reason_json(reason));
  json["setAside"] = Json::array();
  for (const SetAside& one : decision.set_aside) json["setAside"].push_back(set_aside_json(one));
  json["clauses"] = Json::array();
  for (const Account& account : decision.accounts) json["clauses"].push_back(account_json(account));
  json["counts"] = counts_json(decision.counts);
  json["evidence"] = Json::array();
  for (const EvidenceFile& file : decision.evidence)
    json["evidence"].push_back({{"role", file.role}, {"file", shown(file.file)}, {"sha256", file.sha256}, {"about", shown(file.about)}});
  return json.dump(2) + "\n";
}

}  // namespace sluice::report
