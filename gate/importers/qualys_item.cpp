#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/qualys.h"

namespace sluice::gate::qualys {
namespace {

// Qualys' levels: urgent, critical, serious, medium, minimal.
SeverityWord word_of(const Item& item) {
  constexpr SeverityWord kLevels[] = {SeverityWord::Low, SeverityWord::Low, SeverityWord::Medium, SeverityWord::High,
                                      SeverityWord::Critical};
  std::string type = to_lower(item.type);
  if (type == "ig" || type.starts_with("info")) return SeverityWord::Info;
  const std::string& text = item.severity;
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '5') return kLevels[text[0] - '1'];
  constexpr std::pair<std::string_view, SeverityWord> kLetters[] = {
      {"h", SeverityWord::High}, {"m", SeverityWord::Medium}, {"l", SeverityWord::Low}};
  for (const auto& [letter, word] : kLetters)
    if (to_lower(text) == letter) return word;
  return severity_word_of(text);
}

bool says_something(std::string_view text) { return !text.empty() && text != "-" && text != "'-"; }

}  // namespace

StatedScore score_of(std::string_view text, CvssVersion version) {
  StatedScore score{"qualys", {}, {}, version};
  text = trim(text);
  if (!says_something(text)) return score;
  auto open = text.find('(');
  score.number = trim(text.substr(0, open));
  if (open == std::string_view::npos) return score;
  std::string_view vector = text.substr(open + 1);
  vector = vector.substr(0, vector.find(')'));
  // Temporal metrics alone are no vector.
  if (vector.find("AV:") != std::string_view::npos) score.vector = vector;
  return score;
}

void add_item(Item item, ReportBuilder& builder) {
  std::string target = item.url.empty() ? (item.ip.empty() ? item.host : item.ip) : item.url;
  builder.add_target(item.url.empty() ? target : stable_url(item.url));
  if (to_lower(item.status) == "fixed") return builder.leave_out("fixed");
  Vulnerability vulnerability;
  vulnerability.ids.rule = item.qid;
  for (const std::string& text : item.id_texts) add_ids(vulnerability.ids, text);
  for (const StatedScore& score : item.scores)
    if (!score.number.empty() || !score.vector.empty()) add_rating(vulnerability, score);
  vulnerability.tool_severity = item.severity;
  vulnerability.severity = word_of(item);
  vulnerability.title = item.title;
  vulnerability.description = plain_of_html(item.description);
  vulnerability.remediation = plain_of_html(item.solution);
  if (!item.url.empty()) vulnerability.asset = asset_of_url(item.url);
  vulnerability.input.parameter = item.parameter;
  Asset& asset = vulnerability.asset;
  if (says_something(item.ip)) asset.ip = item.ip;
  if (says_something(item.host)) asset.host = to_lower(item.host);
  if (says_something(item.port)) asset.port = port_of(item.port);
  if (asset.port && says_something(item.protocol)) asset.protocol = to_lower(item.protocol);
  if (!item.result.empty()) add_evidence(vulnerability, item.result);
  if (to_lower(item.type) == "practice" || to_lower(item.type) == "potential")
    add_evidence(vulnerability, "potential: not confirmed by the scanner");
  vulnerability.first_seen = item.first_found;
  vulnerability.last_seen = item.last_found;
  vulnerability.published = item.published;
  if (!item.suppressed_because.empty()) {
    vulnerability.status = VulnerabilityStatus::Suppressed;
    vulnerability.status_reason = item.suppressed_because;
    vulnerability.claim = item.claim;
  }
  IdentityParts identity = {{"scheme", "qualys/1"},
                            {"qid", item.qid},
                            {"host", to_lower(target == item.url ? stable_url(item.url) : target)},
                            {"port", asset.port ? std::to_string(*asset.port) : std::string()},
                            {"protocol", asset.protocol},
                            {"parameter", item.parameter}};
  builder.add_finding(std::move(vulnerability), identity);
}

}  // namespace sluice::gate::qualys
