#include <algorithm>
#include <charconv>

#include "base/text.h"
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

// Port 0 is the host as a whole.
std::optional<std::uint16_t> port_of(const std::string& text) {
  std::uint16_t port = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && port != 0 ? std::optional(port) : std::nullopt;
}

bool is_address(std::string_view text) {
  bool v4 = !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
  return v4 || text.find("::") != std::string_view::npos || std::ranges::count(text, ':') == 7;
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

std::optional<Date> parse_day(std::string_view year, std::string_view month, std::string_view day) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  auto at = month.size() == 3 ? kMonths.find(month) : std::string_view::npos;
  if (at == std::string_view::npos || at % 3 != 0) return std::nullopt;
  return parse_date(fmt::format("{}-{:02}-{:0>2}", year, at / 3 + 1, day));
}

void add_item(Item item, ReportBuilder& builder) {
  Vulnerability vulnerability;
  vulnerability.ids.rule = item.plugin_id;
  for (const std::string& text : item.id_texts) add_ids(vulnerability.ids, text);
  for (const StatedScore& score : item.scores) add_rating(vulnerability, score);
  vulnerability.severity = word_of(item);
  bool scored =
      std::ranges::any_of(vulnerability.ratings, [](const Rating& rating) { return rating.score.tenths > 0; });
  if (vulnerability.severity == SeverityWord::Info && vulnerability.ids.cve.empty() && !scored && item.check.empty())
    return builder.leave_out("informational");
  vulnerability.tool = builder.report().tool;
  vulnerability.tool_version = builder.report().tool_version;
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
  builder.add(std::move(vulnerability), {{"scheme", "nessus/1"},
                                         {"plugin", item.plugin_id},
                                         {"check", item.check},
                                         {"host", to_lower(item.host)},
                                         {"port", item.port},
                                         {"protocol", to_lower(item.protocol)}});
}

}  // namespace sluice::gate::nessus
