// signoff/strict_json.h - JSON that is signed or chained: read so that it can mean one thing only.
//
// Another tool that verifies the same bytes must not read something else out of them, so a
// member that stands twice is refused, and so are depth beyond any honest document and bytes
// that are not UTF-8.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::signoff {

inline constexpr int kMostJsonDepth = 100;

// `file` names it in errors. Numbers keep their value, members their order.
Result<nlohmann::ordered_json> parse_json(const std::string& file, std::string_view text);

// Where two documents differ first, as a JSON pointer ("/predicate/decision/verdict"), and both
// values there, cut short: `/a/b: signed is "go", found is "hold"`. Empty: they are equal.
std::string first_difference(const nlohmann::ordered_json& was_signed, const nlohmann::ordered_json& found);

}  // namespace sluice::signoff
