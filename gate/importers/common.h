// gate/importers/common.h - what reports of many tools write alike: days, addresses, URLs.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "gate/date.h"
#include "gate/vulnerability.h"

namespace sluice::gate {

// The day in any of the ways that scanners write one: ISO 8601 ("2024-02-09T10:48:42Z", its
// UTC day), or with the month's English name in any order ("Thu Jul  3 12:34:56 2014",
// "Sun, 22 Jun 2025 04:04:14", "Feb 9, 2024 10:48:42 UTC"), which is the day as printed,
// whatever the zone. Numbers alone ("03/04/2024") do not say which is the month: nothing.
std::optional<Date> day_of(std::string_view text);
// Seconds since 1970, as Nmap writes.
std::optional<Date> day_of_seconds(std::string_view text);

std::optional<std::size_t> parse_count(std::string_view text);

// 1 to 65535; 0 and anything else is nothing.
std::optional<std::uint16_t> port_of(std::string_view text);
bool is_address(std::string_view text);  // IPv4 or IPv6, by its look

// Host, address, port and protocol of "https://shop.example:8443/cart?id=1"; the port that the
// scheme implies where none is written. A text without a scheme is "host" or "host:port".
Asset asset_of_url(std::string_view url);
// Without query, fragment and login: what stays the same from one run of a web scanner to the next.
std::string stable_url(std::string_view url);

// Without tags, entities of the commonest kind decoded: scanners describe in HTML.
std::string plain_of_html(std::string_view html);

// "update NAME to VERSION", when a fix is known and the report has no advice of its own.
void advise_update(Vulnerability& vulnerability);

// "2.0", "3.1", "CVSSv31", "CVSS_V4", ..: by the digits. "3" is 3.0, whose base scores are those of 3.1.
std::optional<CvssVersion> cvss_version_of(std::string_view text);

// A probability as text; nothing when it is none.
std::optional<double> probability_of(std::string_view text);

}  // namespace sluice::gate
