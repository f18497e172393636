#include "gate/importers/common.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace sluice::gate {
namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// 1..12 by the English name's first three letters; 0: no month.
int month_of(std::string_view word) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (word.size() < 3) return 0;
  auto at = kMonths.find(to_lower(word.substr(0, 3)));
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Date> day_of(std::string_view text) {
  text = trim(text);
  if (auto day = parse_date(text)) return day;
  std::string words(text);
  std::ranges::replace(words, ',', ' ');
  std::string_view year, day;
  int month = 0;
  for (std::string_view word : split(words, ' ')) {
    if (word.size() == 4 && all_digits(word) && year.empty()) year = word;
    if (word.size() <= 2 && all_digits(word) && day.empty()) day = word;
    // The name of a weekday is none of a month.
    if (month == 0 && !all_digits(word)) month = month_of(word);
  }
  if (year.empty() || day.empty() || month == 0) return std::nullopt;
  return parse_date(fmt::format("{}-{:02}-{:0>2}", year, month, day));
}

std::optional<Date> day_of_seconds(std::string_view text) {
  auto seconds = whole_number<std::int64_t>(trim(text));
  constexpr std::int64_t kYear9999 = 253402300800;
  if (!seconds || *seconds < 0 || *seconds >= kYear9999) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(*seconds)));
}

std::optional<std::size_t> parse_count(std::string_view text) { return whole_number<std::size_t>(trim(text)); }

std::optional<std::uint16_t> port_of(std::string_view text) {
  auto port = whole_number<std::uint16_t>(text);
  return port && *port != 0 ? port : std::nullopt;
}

bool is_address(std::string_view text) {
  bool v4 = !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
  return v4 || text.find("::") != std::string_view::npos || std::ranges::count(text, ':') == 7;
}

Asset asset_of_url(std::string_view url) {
  Asset asset;
  auto scheme_end = url.find("://");
  bool has_scheme = scheme_end != std::string_view::npos;
  std::string scheme = has_scheme ? to_lower(url.substr(0, scheme_end)) : std::string();
  if (has_scheme) asset.url = url;
  std::string_view host = has_scheme ? url.substr(scheme_end + 3) : url;
  host = host.substr(0, host.find_first_of("/?#"));
  if (auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  auto colon = host.rfind(':');
  bool has_port = colon != std::string_view::npos && port_of(host.substr(colon + 1)) && !host.ends_with(']') &&
                  (host.starts_with('[') || std::ranges::count(host, ':') == 1);
  if (has_port) asset.port = port_of(host.substr(colon + 1));
  if (has_port) host = host.substr(0, colon);
  if (!has_port && scheme == "https") asset.port = 443;
  if (!has_port && scheme == "http") asset.port = 80;
  if (asset.port) asset.protocol = "tcp";
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  (is_address(host) ? asset.ip : asset.host) = to_lower(host);
  return asset;
}

std::string stable_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  auto scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos) return std::string(url);
  std::string_view rest = url.substr(scheme_end + 3);
  auto slash = std::min(rest.find('/'), rest.size());
  std::string_view host = rest.substr(0, slash), path = rest.substr(slash);
  if (auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  if (path.empty()) path = "/";
  return to_lower(url.substr(0, scheme_end + 3)) + to_lower(host) + std::string(path);
}

std::string plain_of_html(std::string_view html) {
  constexpr std::pair<std::string_view, char> kEntities[] = {{"&lt;", '<'},    {"&gt;", '>'},   {"&quot;", '"'},
                                                             {"&apos;", '\''}, {"&#39;", '\''}, {"&nbsp;", ' '},
                                                             {"&amp;", '&'}};
  std::string out;
  while (!html.empty()) {
    auto next = std::min(html.find_first_of("<&"), html.size());
    out += html.substr(0, next);
    html.remove_prefix(next);
    if (html.empty()) break;
    auto entity = std::ranges::find_if(kEntities, [&](const auto& one) { return html.starts_with(one.first); });
    auto close = html.front() == '<' ? html.find('>') : std::string_view::npos;
    bool tag = close != std::string_view::npos && html.size() > 1 &&
               (html[1] == '/' || html[1] == '!' || (html[1] | 32) >= 'a') && close < 512;
    if (entity != std::end(kEntities)) {
      out += entity->second;
      html.remove_prefix(entity->first.size());
    } else if (tag) {
      bool breaks = html.starts_with("</p") || html.starts_with("<br") || html.starts_with("</li");
      if (breaks && !out.empty() && out.back() != '\n') out += '\n';
      html.remove_prefix(close + 1);
    } else {
      out += html.front();
      html.remove_prefix(1);
    }
  }
  return std::string(trim(out));
}

void advise_update(Vulnerability& vulnerability) {
  const Component& component = vulnerability.component;
  if (vulnerability.remediation.empty() && !component.fixed_version.empty())
    vulnerability.remediation = fmt::format("update {} to {}", component.name, component.fixed_version);
}

std::optional<CvssVersion> cvss_version_of(std::string_view text) {
  std::string digits;
  for (char c : text)
    if (c >= '0' && c <= '9') digits += c;
  if (digits.starts_with('2')) return CvssVersion::V2_0;
  if (digits == "31") return CvssVersion::V3_1;
  if (digits.starts_with('3')) return CvssVersion::V3_0;
  return digits.starts_with('4') ? std::optional(CvssVersion::V4_0) : std::nullopt;
}

std::optional<double> probability_of(std::string_view text) {
  double number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool valid = error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= 1;
  return valid ? std::optional(number) : std::nullopt;
}

}  // namespace sluice::gate
