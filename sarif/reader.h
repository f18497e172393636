// sarif/reader.h - SARIF 2.1.0 text as a Log.
//
// Refused, all mistakes at once with their places: what is not JSON (sarif/json.h says
// what that means), values of a wrong type, words that do not exist, members that the
// standard demands and that are missing, other versions than 2.1.0. Whether a log that
// can be read also keeps the standard's other rules is the validator's question.
#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "sarif/log.h"

namespace sluice::sarif {

sluice::Result<Log> read_log(std::string file, std::string text);  // `file` names the text in places
sluice::Result<Log> load_log(const std::filesystem::path& path);

}  // namespace sluice::sarif
