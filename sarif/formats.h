// sarif/formats.h - the string formats that the SARIF schema names.
#pragma once
#include <string_view>

namespace sluice::sarif {

bool is_uri(std::string_view text);            // RFC 3986, with a scheme
bool is_uri_reference(std::string_view text);  // RFC 3986, with or without one
bool is_date_time(std::string_view text);      // RFC 3339, e.g. 2026-01-31T23:59:59.5Z
bool has_scheme(std::string_view uri);

}  // namespace sluice::sarif
