#include <algorithm>

#include "base/text.h"
#include "gate/importers/common.h"
#include "gate/importers/nessus.h"

namespace sluice::gate::nessus {
namespace {

SeverityWord word_of(const Item& item) {
  constexpr SeverityWord kLevels[] = {SeverityWord::Info, SeverityWord::Low, SeverityWord::Medium, SeverityWord::High,
                                      SeverityWord::Critical};
  const std::string& text = item.severity;
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '4') return kLevels[text[0] - '0'];
  // CSV says "None" where XML says 0.
  return to_lower(text) == "none" ? SeverityWord::Info : severity_word_of(text);
}

Asset asset_of(const Item& item) {
  Asset asset;
  asset.ip = item.ip.empty() && is_address(item.host) ? item.host : item.ip;
  bool url = item.host.starts_with("http://") || item.host.starts_with("https://");
  if (url) asset.url = item.host;
  if (!url) asset.host = to_lower(item.fqdn.empty() || item.fqdn == item.ip ? item.host : item.fqdn);
  asset.port = port_of(item.port);
  asset.protocol = to_lower(item.protocol);
  return asset;
}

}  // namespace

void add_item(Item item, ReportBuilder& builder) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = item.plugin_id;
  for (const std::string& text : item.id_texts) add_ids(vulnerability.ids, text);
  for (const StatedScore& score : item.scores) add_rating(vulnerability, score);
  vulnerability.severity = word_of(item);
  vulnerability.title = item.check.empty() ? item.plugin_name : item.check;
  vulnerability.description = item.synopsis.empty() ? item.description : item.synopsis + "\n\n" + item.description;
  vulnerability.remediation = item.solution;
  vulnerability.tool_severity = item.risk_factor.empty() ? item.severity : item.risk_factor;
  vulnerability.asset = asset_of(item);
  add_evidence(vulnerability, std::move(item.output));
  vulnerability.first_seen = item.first_seen;
  vulnerability.last_seen = item.last_seen;
  vulnerability.status = item.status;
  vulnerability.status_reason = item.status_reason;
  vulnerability.claim = item.claim;
  IdentityParts identity = {{"scheme", "nessus/1"}, {"plugin", item.plugin_id},
                            {"check", item.check},  {"host", to_lower(item.host)},
                            {"port", item.port},    {"protocol", to_lower(item.protocol)}};
  // A failed check of an audit is a finding, whatever severity it has.
  if (item.check.empty())
    builder.add_finding(std::move(vulnerability), identity);
  else
    builder.add(std::move(vulnerability), identity);
}

}  // namespace sluice::gate::nessus
