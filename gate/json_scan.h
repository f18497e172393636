// gate/json_scan.h - places in the text of a JSON document that is known to be valid.
//
// The JSON library tells where a syntax error is and nothing of where its values came
// from. Both functions walk the text once, without recursion.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sluice::gate {

// One past the value that begins at `at`.
std::size_t end_of_json_value(std::string_view text, std::size_t at);

// Where the value of a JSON pointer ("/runs/0/results") begins; the nearest value
// around it when there is none.
Place place_of_pointer(const std::string& file, std::string_view text, std::string_view pointer);

}  // namespace sluice::gate
