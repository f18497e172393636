#include "signoff/statement.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "base/text.h"
#include "signoff/strict_json.h"

namespace sluice::signoff {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDigestPrefix = "sha256:";
constexpr std::size_t kMostItemDigests = 1000;

std::string text_of(const Json& object, const char* name) {
  auto at = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

const Json& member_of(const Json& object, std::string_view name) {
  static const Json kNothing;
  if (!object.is_object()) return kNothing;
  auto at = object.find(std::string(name));
  return at == object.end() ? kNothing : *at;
}

std::string digest_of(const Json& value) { return sha256_hex(value.dump()); }

// One for each part; of a list one for each item, so that the message can name the item.
void add_digests(const std::string& name, const Json& value, Json& digests) {
  if (value.is_array() && !value.empty() && value.size() <= kMostItemDigests) {
    for (std::size_t i = 0; i < value.size(); ++i) digests[fmt::format("{}/{}", name, i)] = digest_of(value[i]);
    return;
  }
  digests[name] = digest_of(value);
}

Json digests_of(const Json& decided) {
  Json digests = Json::object();
  for (const auto& [name, value] : decided.items()) {
    if (name == "digests") continue;
    if (name != "decision") {
      add_digests(name, value, digests);
      continue;
    }
    for (const auto& [inner, part] : value.items()) add_digests("decision/" + inner, part, digests);
  }
  return digests;
}

Json rules_json(const SignoffRules& rules, std::optional<Date> expires) {
  Json json;
  json["roles"] = rules.roles;
  json["leastPersons"] = rules.least_persons;
  json["oneRoleEach"] = rules.one_role_each;
  json["authorMaySign"] = rules.author_may_sign;
  json["validDays"] = rules.valid_days ? Json(*rules.valid_days) : Json();
  json["namespace"] = std::string(kReleaseNamespace);
  json["expires"] = expires ? Json(day_text(*expires)) : Json();
  return json;
}

Json resource_digest(const std::string& hex) { return {{"sha256", hex}}; }

// The name of the release as a package URL: `pkg:generic/NAME@VERSION`.
std::string percent_encoded(std::string_view text) {
  std::string out;
  for (char c : text) {
    bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '~';
    if (is_plain) out += c;
    else out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// A level of our own, for a stage: SLSA reserves names that begin with SLSA_.
std::string level_of(std::string_view stage) {
  std::string level = "SLUICE_GATE_";
  for (char c : stage) level += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ? c : '_';
  return level;
}

Json summary_of(const Json& decision) {
  const Json& release = member_of(decision, "release");
  bool is_go = text_of(decision, "verdict") != "hold";
  Json summary;
  summary["verifier"] = {{"id", "https://sluice.example/gate"}, {"version", {{"sluice", text_of(decision, "sluice")}}}};
  summary["timeVerified"] = text_of(decision, "asOf") + "T00:00:00Z";
  summary["resourceUri"] = "pkg:generic/" + percent_encoded(text_of(release, "product")) + "@" + percent_encoded(text_of(release, "version"));
  summary["policy"] = Json::object();
  summary["inputAttestations"] = Json::array();
  for (const Json& evidence : member_of(decision, "evidence")) {
    Json resource = {{"uri", text_of(evidence, "file")}, {"digest", resource_digest(text_of(evidence, "sha256"))}};
    if (text_of(evidence, "role") == "policy" && summary["policy"].empty()) summary["policy"] = std::move(resource);
    else summary["inputAttestations"].push_back(std::move(resource));
  }
  summary["verificationResult"] = is_go ? "PASSED" : "FAILED";
  summary["verifiedLevels"] = Json::array({is_go ? level_of(text_of(decision, "stage")) : std::string("FAILED")});
  return summary;
}

// The statement around what was decided. `decided` has everything but `digests`.
Json statement_of(Json decided) {
  decided.erase("digests");
  const Json& decision = member_of(decided, "decision");
  const Json& release = member_of(decision, "release");
  std::string build = text_of(release, "build");
  if (build.starts_with(kDigestPrefix)) build = build.substr(kDigestPrefix.size());
  Json statement;
  statement["_type"] = std::string(kStatement);
  statement["subject"] = Json::array({{{"name", text_of(release, "product") + " " + text_of(release, "version")}, {"digest", resource_digest(build)}}});
  statement["predicateType"] = std::string(kVerificationSummary);
  statement["predicate"] = summary_of(decision);
  Json digests = digests_of(decided);
  decided["digests"] = std::move(digests);
  statement["predicate"][std::string(kDecisionPredicate)] = std::move(decided);
  return statement;
}

struct Reader {
  const std::string& file;
  Statement& statement;

  void problem(std::string text) { statement.problems.push_back(std::move(text)); }
  Date day(const Json& object, const char* name, const std::string& where) {
    std::optional<Date> day = parse_day(text_of(object, name));
    if (!day) problem(fmt::format("{}/{}: expected a day", where, name));
    return day.value_or(Date{});
  }
  std::vector<std::string> texts(const Json& list, const std::string& where) {
    std::vector<std::string> found;
    bool good = list.is_array();
    for (const Json& one : good ? list : Json::array()) {
      good = good && one.is_string();
      if (one.is_string()) found.push_back(one.get<std::string>());
    }
    if (!good) problem(where + ": expected a list of texts");
    return found;
  }
  bool flag(const Json& signoff, const char* name) {
    const Json& value = member_of(signoff, name);
    if (!value.is_boolean()) problem(fmt::format("signoff/{}: expected true or false", name));
    return value.is_boolean() && value.get<bool>();
  }
  void read_rules(const Json& signoff) {
    SignoffRules& rules = statement.rules;
    if (!member_of(signoff, "expires").is_null()) statement.expires = day(signoff, "expires", "signoff");
    rules.roles = texts(member_of(signoff, "roles"), "signoff/roles");
    const Json &least = member_of(signoff, "leastPersons"), &days = member_of(signoff, "validDays");
    if (least.is_number_unsigned()) rules.least_persons = least.get<std::size_t>();
    else problem("signoff/leastPersons: expected a number");
    rules.valid_days.reset();
    if (days.is_number_unsigned() && days.get<std::uint64_t>() < 100000) rules.valid_days = days.get<int>();
    else if (!days.is_null()) problem("signoff/validDays: expected a number of days");
    rules.one_role_each = flag(signoff, "oneRoleEach");
    rules.author_may_sign = flag(signoff, "authorMaySign");
  }
};

// What the statement says of itself and what follows from the decision in it must agree.
void check_agreement(const Json& found, Reader& reader) {
  const Json& decided = member_of(member_of(found, "predicate"), kDecisionPredicate);
  Json expected = statement_of(decided);
  const Json& digests = member_of(decided, "digests");
  std::string prefix = "/predicate/" + std::string("https:~1~1sluice.example~1release-decision~1v1");
  for (const auto& [name, digest] : expected["predicate"][std::string(kDecisionPredicate)]["digests"].items()) {
    const Json& claimed = member_of(digests, name);
    if (claimed != digest) reader.problem(fmt::format("{}/{} was changed, added or put elsewhere: its digest is another than the one in the statement", prefix, escape_terminal(name)));
  }
  if (!digests.is_object()) return reader.problem(prefix + "/digests: expected an object");
  for (const auto& [name, digest] : digests.items())
    if (member_of(expected["predicate"][std::string(kDecisionPredicate)]["digests"], name).is_null())
      reader.problem(fmt::format("{}/{} was removed: only its digest is there", prefix, escape_terminal(name)));
  Json without = found, expected_without = expected;
  without["predicate"].erase(std::string(kDecisionPredicate));
  expected_without["predicate"].erase(std::string(kDecisionPredicate));
  if (std::string where = first_difference(without, expected_without); !where.empty())
    reader.problem("the summary does not follow from the decision in it: " + where);
}

}  // namespace

Result<std::string> make_statement(const StatementParts& parts) {
  SLUICE_TRY(Json decision, parse_json("decision", parts.decision_json));
  SLUICE_TRY(Json details, parse_json("details", parts.details_json));
  std::string build = text_of(member_of(decision, "release"), "build");
  if (build.size() != kDigestPrefix.size() + 64 || !build.starts_with(kDigestPrefix))
    return fail({}, "signoff-statement", "the release names no build by its sha256 digest: there is nothing that could be signed off");
  Json decided;
  decided["format"] = "sluice-release-decision/1";
  decided["decision"] = std::move(decision);
  for (auto& [name, value] : details.items()) decided[name] = std::move(value);
  decided["signoff"] = rules_json(parts.rules, parts.expires);
  if (!parts.previous_statement.empty()) decided["previousStatement"] = resource_digest(parts.previous_statement);
  return statement_of(std::move(decided)).dump();
}

Result<Statement> parse_statement(const std::string& file, std::string_view payload) {
  SLUICE_TRY(Json json, parse_json(file, payload));
  const Json& predicate = member_of(json, "predicate");
  const Json& decided = member_of(predicate, kDecisionPredicate);
  if (text_of(json, "_type") != kStatement) return fail({file}, "signoff-statement", "/_type: expected `" + std::string(kStatement) + "`");
  if (text_of(json, "predicateType") != kVerificationSummary)
    return fail({file}, "signoff-statement", "/predicateType: expected `" + std::string(kVerificationSummary) + "`");
  if (!decided.is_object() || !member_of(decided, "decision").is_object())
    return fail({file}, "signoff-statement", "/predicate: there is no decision of Sluice in it");
  Statement statement;
  Reader reader{file, statement};
  if (json.dump() != payload) reader.problem("the payload is not written as Sluice writes it: spaces or escapes were changed");
  const Json &decision = member_of(decided, "decision"), &release = member_of(decision, "release");
  statement.product = text_of(release, "product");
  statement.version = text_of(release, "version");
  statement.stage = text_of(decision, "stage");
  statement.verdict = text_of(decision, "verdict");
  statement.as_of = reader.day(decision, "asOf", "decision");
  statement.build_digests = {text_of(release, "build")};
  statement.decision_json = decision.dump(2) + "\n";
  if (!member_of(decided, "request").is_null()) statement.request_json = member_of(decided, "request").dump();
  if (!member_of(decided, "ledgerDays").is_null()) statement.ledger_days_json = member_of(decided, "ledgerDays").dump();
  statement.previous_statement = text_of(member_of(decided, "previousStatement"), "sha256");
  for (const Json& one : member_of(decision, "evidence"))
    statement.inputs.push_back({text_of(one, "role"), text_of(one, "file"), text_of(one, "sha256")});
  std::string root = text_of(member_of(decided, "request"), "root");
  for (const Json& checklist : member_of(decided, "checklists"))
    for (const Json& seen : member_of(checklist, "tree"))
      statement.inputs.push_back({"tree", root == "." ? text_of(seen, "file") : root + "/" + text_of(seen, "file"), text_of(seen, "sha256")});
  for (const Json& waiver : member_of(decided, "waivers"))
    if (std::string author = text_of(waiver, "author"); !author.empty()) statement.authors.push_back(std::move(author));
  reader.read_rules(member_of(decided, "signoff"));
  check_agreement(json, reader);
  return statement;
}

std::string difference(std::string_view signed_payload, std::string_view made_again) {
  if (signed_payload == made_again) return {};
  Result<Json> a = parse_json("signed", signed_payload), b = parse_json("made again", made_again);
  if (!a || !b) return "one of them is no JSON";
  std::string where = first_difference(*a, *b);
  return where.empty() ? "they differ in spaces or order alone" : where;
}

}  // namespace sluice::signoff
