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

// Fails where values are nested deeper than `max_depth`, or a key is twice in an object.
Result<void> check_json_structure(const std::string& file, std::string_view text, int max_depth);

// Where the value of a JSON pointer ("/runs/0/results") begins; the nearest value
// around it when there is none.
Place place_of_pointer(const std::string& file, std::string_view text, std::string_view pointer);

}  // namespace sluice::gate
