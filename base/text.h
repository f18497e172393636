// base/text.h - text that goes somewhere: escaped for the place it goes to.
//
// Scanned code is hostile: a file name or a snippet may hold control characters,
// markup or workflow commands. Nothing of it is printed without one of these.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

// For a terminal: control characters (except tab and newline), escape
// sequences, bidirectional overrides and bytes that are not UTF-8 become \x.. or \u{..}.
std::string escape_terminal(std::string_view text);
std::string escape_html(std::string_view text);  // also good for XML text and attributes
std::string escape_markdown(std::string_view text);
// For `::warning file=..::message` lines of CI systems; `property` also escapes `:` and `,`.
std::string escape_workflow_command(std::string_view text);
std::string escape_workflow_property(std::string_view text);
std::string escape_csv(std::string_view text);  // quoted, and no spreadsheet formula

// Valid UTF-8: each byte that is not part of a valid sequence becomes U+FFFD.
std::string to_valid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

// The candidate that differs least from `word`, when the difference is small enough to be a typo.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string to_lower(std::string_view text);  // ASCII only

}  // namespace sluice
