#include "report/explanation_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace sluice::report {
namespace {

using gate::Explanation;
using nlohmann::ordered_json;

// One line: what reports say may hold anything.
std::string plain(std::string_view text) {
  std::string line = escape_terminal(text.substr(0, text.find('\n')));
  constexpr std::size_t kMaxBytes = 200;
  return line.size() <= kMaxBytes ? line : to_valid_utf8(line.substr(0, kMaxBytes)) + " ...";
}

std::string status_text(const gate::Witness& witness) {
  if (witness.status == gate::VulnerabilityStatus::Open) return "open";
  std::string text(to_string(witness.status));
  if (witness.claim != gate::SuppressionClaim::None) text += fmt::format(", {}", to_string(witness.claim));
  return witness.status_reason.empty() ? text : text + ": " + plain(witness.status_reason);
}

std::string witness_line(const gate::Witness& witness) {
  std::string line = fmt::format("  {} {}", plain(witness.tool), plain(witness.rule));
  if (!witness.file.empty()) line += " in " + plain(witness.file);
  line += fmt::format(" ({})", status_text(witness));
  if (witness.first_seen) line += fmt::format(", first seen {}", day_text(*witness.first_seen));
  return line + fmt::format("\n    known to its tool as {}\n", witness.identity);
}

std::string trait_line(const gate::TraitExplanation& trait) {
  std::string line = fmt::format("  {}: {}", to_string(trait.trait), plain(trait.text));
  if (!trait.left_out_by.empty()) line += fmt::format(" (not told by {})", plain(fmt::format("{}", fmt::join(trait.left_out_by, ", "))));
  return line + "\n";
}

std::string neighbour_lines(const gate::Neighbour& one) {
  return fmt::format("  {}, {} ({})\n    {}\n    identity {}\n", plain(one.name), plain(one.where), plain(fmt::format("{}", fmt::join(one.tools, ", "))),
                     plain(one.why), one.identity);
}

std::string neighbours_text(std::string_view head, const std::vector<gate::Neighbour>& list, std::size_t more) {
  if (list.empty()) return {};
  std::string text = fmt::format("{}\n", head);
  for (const gate::Neighbour& one : list) text += neighbour_lines(one);
  if (more > 0) text += fmt::format("  and {} more\n", more);
  return text;
}

std::string explanation_text(const Explanation& one) {
  const gate::Vulnerability& vulnerability = one.merged.vulnerability;
  gate::ScoreChoice score = gate::choose_score(vulnerability.ratings);
  std::string text = fmt::format("{}\n  at {}\n  identity {}\n  score: {}\n", plain(gate::name_of(vulnerability)),
                                 plain(gate::place_of(vulnerability)), vulnerability.identity, plain(score.why));
  if (vulnerability.first_seen) text += fmt::format("  first seen {} (the earliest of its witnesses)\n", day_text(*vulnerability.first_seen));
  text += fmt::format("{} witness{}:\n", one.merged.witnesses.size(), one.merged.witnesses.size() == 1 ? "" : "es");
  for (const gate::Witness& witness : one.merged.witnesses) text += witness_line(witness);
  text += fmt::format("Rule `{}`: {}\n", one.rule, one.rule_says);
  for (const gate::TraitExplanation& trait : one.agreed) text += trait_line(trait);
  if (!one.compatible.empty()) text += "What may be left out, and is not contradicted:\n";
  for (const gate::TraitExplanation& trait : one.compatible) text += trait_line(trait);
  for (const std::string& contradiction : one.contradictions)
    text += fmt::format("Not taken for one name, since reports contradict each other: {}\n", plain(contradiction));
  text += neighbours_text("Linked, and counted on their own:", one.links, one.more_links);
  return text + neighbours_text("Similar, and kept apart:", one.apart, one.more_apart);
}

ordered_json trait_json(const gate::TraitExplanation& trait) {
  return {{"part", to_string(trait.trait)}, {"value", trait.text}, {"toldBy", trait.told_by}, {"leftOutBy", trait.left_out_by}};
}

ordered_json neighbour_json(const gate::Neighbour& one) {
  return {{"identity", one.identity}, {"name", one.name}, {"where", one.where}, {"tools", one.tools}, {"why", one.why}};
}

ordered_json witness_json(const gate::Witness& witness) {
  ordered_json json = {{"tool", witness.tool}, {"toolVersion", witness.tool_version}, {"rule", witness.rule}, {"file", witness.file},
                       {"identity", witness.identity}, {"status", to_string(witness.status)}};
  if (witness.claim != gate::SuppressionClaim::None) json["claim"] = to_string(witness.claim);
  if (!witness.status_reason.empty()) json["statusReason"] = witness.status_reason;
  if (witness.first_seen) json["firstSeen"] = day_text(*witness.first_seen);
  if (witness.report_day) json["reportDay"] = day_text(*witness.report_day);
  return json;
}

template <class List, class Make>
ordered_json json_list(const List& list, Make make) {
  ordered_json json = ordered_json::array();
  for (const auto& one : list) json.push_back(make(one));
  return json;
}

ordered_json explanation_json(const Explanation& one) {
  const gate::Vulnerability& vulnerability = one.merged.vulnerability;
  gate::ScoreChoice score = gate::choose_score(vulnerability.ratings);
  ordered_json json = {{"identity", vulnerability.identity}, {"name", gate::name_of(vulnerability)}, {"where", gate::place_of(vulnerability)}};
  json["names"] = one.merged.names;
  json["score"] = score.score ? ordered_json(to_string(*score.score)) : ordered_json(nullptr);
  json["scoreWhy"] = score.why;
  if (vulnerability.first_seen) json["firstSeen"] = day_text(*vulnerability.first_seen);
  json["witnesses"] = json_list(one.merged.witnesses, witness_json);
  json["rule"] = {{"name", one.rule}, {"says", one.rule_says}};
  json["agreed"] = json_list(one.agreed, trait_json);
  json["compatible"] = json_list(one.compatible, trait_json);
  json["contradictions"] = one.contradictions;
  json["links"] = json_list(one.links, neighbour_json);
  json["moreLinks"] = one.more_links;
  json["apart"] = json_list(one.apart, neighbour_json);
  json["moreApart"] = one.more_apart;
  return json;
}

}  // namespace

std::string explanations_text(const std::vector<Explanation>& explanations) {
  std::string text;
  for (const Explanation& one : explanations) text += (text.empty() ? "" : "\n") + explanation_text(one);
  return text;
}

std::string explanations_json(const std::vector<Explanation>& explanations) {
  return json_list(explanations, explanation_json).dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace sluice::report
